package io.eventwright.generator.verify;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;

/**
 * A function that forgets an event before its source and its dead letters do: what is sent again
 * then has a second effect. Error.
 */
final class ShortMemory implements TemplateRule {

  @Override
  public String id() {
    return "short-memory";
  }

  private static final String TABLE = "EVENTWRIGHT_INBOX_TABLE";
  private static final String DAYS = "EVENTWRIGHT_INBOX_DAYS";
  private static final long A_DAY = 86_400;

  /** What the runtime takes where nothing is said. */
  private static final long RUNTIME_DEFAULT = 30;

  @Override
  public void check(SamTemplate template, Findings found) {
    Retention retention = new Retention(template);
    for (Resource function : template.ofType(Types.FUNCTION)) {
      Node days = function.at("Environment", "Variables", DAYS);
      if (function.at("Environment", "Variables", TABLE) == null) {
        continue;
      }
      long remembered = Values.number(days, RUNTIME_DEFAULT) * A_DAY;
      long kept = retention.longest(function);
      if (remembered < kept) {
        found.error(
            function,
            function.locationOf("Environment", "Variables", DAYS),
            "remembers an event for "
                + remembered / A_DAY
                + " days, and what feeds it keeps one for up to "
                + (kept + A_DAY - 1) / A_DAY
                + ", its dead letters included: a redelivery after that has a second effect. Write remember: "
                + (kept + A_DAY - 1) / A_DAY
                + "d or more in system.yaml.");
      }
    }
  }
}
