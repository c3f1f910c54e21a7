package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An {@code x-accept} of a rule that complains of nothing there. Warning: whoever trusts it would
 * not see the next fault. Minors that have a newer one are not judged.
 */
final class UnusedAcceptance implements Rule {

  @Override
  public String id() {
    return "unused-acceptance";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    Set<Keyword.Acceptance> used = used(system);
    Set<String> older = older(system);
    List<String> known = Acceptances.rules();
    Acceptances.in(system)
        .filter(each -> known.contains(each.rule()) && !used.contains(each))
        .filter(each -> !older.contains(each.location().file()))
        .forEach(
            each ->
                found.warning(
                    each.location(),
                    id(),
                    "Nothing here breaks " + each.rule() + " in an event. Remove it."));
  }

  private static Set<Keyword.Acceptance> used(SystemUnderCheck system) {
    Set<Keyword.Acceptance> used = new HashSet<>();
    new EventWalk(system)
        .visit(
            (place, accepted) -> {
              for (PlaceRule rule : Acceptances.PLACE_RULES) {
                Keyword.Acceptance acceptance = accepted.get(rule.id());
                if (acceptance != null && rule.fault(place).isPresent()) {
                  used.add(acceptance);
                }
              }
            });
    used.addAll(new EventTooLarge().accepted(system));
    return used;
  }

  private static Set<String> older(SystemUnderCheck system) {
    return system.events().stream()
        .map(EventContract::minors)
        .flatMap(minors -> minors.subList(0, minors.size() - 1).stream())
        .map(minor -> minor.file())
        .collect(Collectors.toSet());
  }
}
