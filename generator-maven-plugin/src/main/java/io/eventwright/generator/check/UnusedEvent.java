package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Severity;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.Set;
import java.util.stream.Collectors;

/** An event that nothing in the system consumes or publishes. Note: others may. */
final class UnusedEvent implements Rule {

  @Override
  public String id() {
    return "unused-event";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    Set<String> mentioned =
        EventMention.of(system.source()).stream()
            .map(mention -> mention.selection().value().event())
            .collect(Collectors.toSet());
    boolean unsure = !system.source().unread().isEmpty() || finds(new UnknownEvent(), system);
    for (EventContract event : system.events()) {
      if (!unsure
          && !mentioned.contains(event.name())
          && system.majorsOf(event.name()).get(0) == event.major()) {
        found.add(
            new Diagnostic(
                SourceLocation.ofFile(event.minors().get(0).file()),
                Severity.NOTE,
                id(),
                "No part of "
                    + system.source().name().value()
                    + " consumes or publishes "
                    + event.name()
                    + "; it can still be published from outside."));
      }
    }
  }
}
