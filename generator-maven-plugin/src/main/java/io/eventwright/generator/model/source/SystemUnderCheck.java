package io.eventwright.generator.model.source;

import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that was read about one system.
 *
 * @param folder how messages call the folder of {@code system.yaml}; empty for the project itself
 * @param source what {@code system.yaml} says
 * @param events the majors whose schemas are there, by name and major
 * @param schemas all schemas; those that could not be read are missing
 * @param userClasses fully qualified names of the classes that the project has sources for
 */
public record SystemUnderCheck(
    String folder,
    SystemSource source,
    List<EventContract> events,
    SchemaSet schemas,
    Set<String> userClasses) {

  /** Keeps the parts immutable. */
  public SystemUnderCheck {
    events = List.copyOf(events);
    userClasses = Set.copyOf(userClasses);
  }

  /** What a file is called in messages that {@code system.yaml} names relative to itself. */
  public String named(String file) {
    return folder.isEmpty() ? file : folder + "/" + file;
  }

  /** The names of all events, sorted, each once. */
  public List<String> eventNames() {
    return events.stream().map(EventContract::name).distinct().sorted().toList();
  }

  /** The existing majors of an event, ascending; empty when there is no such event. */
  public List<Integer> majorsOf(String event) {
    return events.stream()
        .filter(contract -> contract.name().equals(event))
        .map(EventContract::major)
        .sorted()
        .toList();
  }

  /** One major of an event. */
  public Optional<EventContract> event(String name, int major) {
    return events.stream()
        .filter(contract -> contract.name().equals(name) && contract.major() == major)
        .findFirst();
  }
}
