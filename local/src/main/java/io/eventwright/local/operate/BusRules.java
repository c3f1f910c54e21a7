package io.eventwright.local.operate;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.model.Rule;

/** The rules of a stack's bus, which is called like the stack. */
final class BusRules {

  private BusRules() {}

  /** All of them, whatever their number. */
  static List<Rule> all(Target target) {
    List<Rule> all = new ArrayList<>();
    String next = null;
    do {
      String token = next;
      var page =
          target
              .bridge()
              .listRules(list -> list.eventBusName(target.stack()).nextToken(token).limit(100));
      all.addAll(page.rules());
      next = page.nextToken();
    } while (next != null);
    return all;
  }
}
