package io.eventwright.generator.check;

import io.eventwright.generator.model.schema.Keyword;
import java.util.Optional;

/**
 * An event or one of its properties that no schema describes. Warning: consumers read what it means
 * in the records and in the catalogue.
 */
final class MissingDescription implements PlaceRule {

  @Override
  public String id() {
    return "missing-description";
  }

  @Override
  public Optional<Fault> fault(EventPlace place) {
    boolean described =
        place.way().stream()
            .flatMap(node -> node.all(Keyword.Description.class).stream())
            .anyMatch(each -> !each.text().isBlank());
    if (described || place.kind() == EventPlace.Kind.ELEMENT) {
      return Optional.empty();
    }
    String what =
        place.kind() == EventPlace.Kind.DATA ? "This event" : "The property " + place.name();
    return Optional.of(
        new Fault(
            place.declared().location(),
            what + " has no description. Say what it means to those who consume it."));
  }
}
