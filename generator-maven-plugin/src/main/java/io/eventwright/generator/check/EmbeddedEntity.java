package io.eventwright.generator.check;

import io.eventwright.generator.bounds.Members;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.source.EntitySource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A part of an event that is an entity: described by the schema of its state, or an object with its
 * identifier and at least one other property of its state, or an object that is called like it and
 * has its identifier. Warning: such an event is large, and its copy of the entity is soon out of
 * date. An object that says something else of an entity, such as a line of an order, is none.
 */
final class EmbeddedEntity implements PlaceRule {

  @Override
  public String id() {
    return "embedded-entity";
  }

  @Override
  public Optional<Fault> fault(EventPlace place) {
    if (place.kind() == EventPlace.Kind.DATA) {
      return Optional.empty();
    }
    return place.system().source().entities().stream()
        .filter(entity -> embeds(place, entity))
        .findFirst()
        .map(
            entity ->
                new Fault(
                    place.declared().location(),
                    "This holds the entity "
                        + entity.name().value()
                        + ", which changes after the event. Hold its identifier "
                        + entity.idType().value()
                        + ", and beside it what happened."));
  }

  private static boolean embeds(EventPlace place, EntitySource entity) {
    Optional<SchemaNode> state =
        place.system().schemas().root(place.system().named(entity.state().value()));
    if (state.isPresent() && place.way().contains(state.get())) {
      return true;
    }
    Map<String, List<SchemaNode>> members = members(place, place.way());
    Set<String> others = new TreeSet<>(members.keySet());
    for (Map.Entry<String, List<SchemaNode>> each : members.entrySet()) {
      if (isIdentifier(place, each.getValue(), entity)) {
        others.remove(each.getKey());
      }
    }
    if (others.isEmpty() || others.size() == members.size()) {
      return false;
    }
    Set<String> ofState =
        state
            .map(
                root ->
                    members(place, new SchemaPaths(place.system().schemas()).facets(root)).keySet())
            .orElse(Set.of());
    return isCalled(place.name(), entity.name().value())
        || others.stream().anyMatch(ofState::contains);
  }

  private static Map<String, List<SchemaNode>> members(EventPlace place, List<SchemaNode> way) {
    return Members.of(place.system().schemas(), way).named();
  }

  private static boolean isIdentifier(
      EventPlace place, List<SchemaNode> property, EntitySource entity) {
    SchemaPaths schemas = new SchemaPaths(place.system().schemas());
    return property.stream()
        .flatMap(node -> schemas.facets(node).stream())
        .flatMap(node -> node.all(Keyword.IdentifierType.class).stream())
        .anyMatch(each -> each.typeName().equals(entity.idType().value()));
  }

  /** {@code orderLine}, {@code order-line} and {@code orderLines} are all an order-line. */
  private static boolean isCalled(String property, String entity) {
    String plain = property.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    String wanted = entity.replace("-", "");
    return plain.equals(wanted) || plain.equals(wanted + "s");
  }
}
