package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.Optional;

/**
 * A rule about each value within the newest data of an event: what was published before is not
 * changed any more. Warnings, each of which {@code x-accept} can accept with a reason.
 */
interface PlaceRule extends Rule {

  /**
   * What is wrong at a place.
   *
   * @param location where to mend it
   * @param message what is wrong there and what to do; it does not depend on the event, since
   *     several may share a schema
   */
  record Fault(SourceLocation location, String message) {}

  /** What is wrong with one value. */
  Optional<Fault> fault(EventPlace place);

  @Override
  default void check(SystemUnderCheck system, Diagnostics found) {
    new EventWalk(system)
        .visit(
            (place, acceptances) -> {
              if (!acceptances.containsKey(id())) {
                fault(place)
                    .ifPresent(fault -> found.warning(fault.location(), id(), fault.message()));
              }
            });
  }
}
