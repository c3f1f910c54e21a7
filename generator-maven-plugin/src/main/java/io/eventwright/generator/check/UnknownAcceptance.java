package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Suggestion;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;

/** An {@code x-accept} of something that is no rule which can be accepted. Error. */
final class UnknownAcceptance implements Rule {

  @Override
  public String id() {
    return "unknown-acceptance";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    List<String> known = Acceptances.rules();
    Acceptances.in(system)
        .filter(each -> !known.contains(each.rule()))
        .forEach(
            each ->
                found.error(
                    each.location(),
                    id(),
                    "x-accept takes the rules "
                        + String.join(", ", known)
                        + ", and "
                        + each.rule()
                        + " is none of them."
                        + Suggestion.didYouMean(each.rule(), known)));
  }
}
