package io.eventwright.generator.emit.sam;

import io.eventwright.generator.model.Subscription;
import java.util.List;

/** How parts of the model are named in comments: as the user wrote them. */
final class Words {

  private Words() {}

  static String of(Subscription subscription) {
    List<Integer> majors = subscription.majors();
    int first = majors.get(0);
    int last = majors.get(majors.size() - 1);
    return subscription.event() + "@" + (first == last ? first : first + ".." + last);
  }
}
