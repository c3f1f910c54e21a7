package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.SystemUnderCheck;

/** An {@code x-accept} that gives no reason. Error: the reason is what the next reader needs. */
final class AcceptanceWithoutReason implements Rule {

  @Override
  public String id() {
    return "acceptance-without-reason";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    Acceptances.in(system)
        .filter(each -> each.reason().isBlank())
        .forEach(
            each ->
                found.error(
                    each.location(),
                    id(),
                    "x-accept takes "
                        + each.rule()
                        + " back without saying why. Write the reason for those who read this"
                        + " next."));
  }
}
