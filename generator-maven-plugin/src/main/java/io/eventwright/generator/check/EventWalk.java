package io.eventwright.generator.check;

import io.eventwright.generator.bounds.Alternatives;
import io.eventwright.generator.bounds.Items;
import io.eventwright.generator.bounds.Members;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Visits every value within the newest data of each event, each once for all that is accepted
 * there. What a schema accepts, it accepts for all that it describes, through references as well:
 * so a schema of someone else's can be accepted where it is used. The nearest acceptance of a rule
 * counts.
 */
final class EventWalk {

  /** What is accepted at a place, by rule. */
  interface Visitor extends BiConsumer<EventPlace, Map<String, Keyword.Acceptance>> {}

  private record Visited(
      EventPlace.Kind kind, String name, List<SchemaKey> schemas, Object accepted) {}

  private static final int DEEPEST = 256;

  private final SystemUnderCheck system;
  private final Set<Visited> visited = new HashSet<>();

  EventWalk(SystemUnderCheck system) {
    this.system = system;
  }

  void visit(Visitor visitor) {
    for (EventContract event : system.events()) {
      system
          .schemas()
          .root(event.newest().file())
          .ifPresent(
              root ->
                  visit(EventPlace.Kind.DATA, event.name(), List.of(root), Map.of(), 0, visitor));
    }
  }

  private void visit(
      EventPlace.Kind kind,
      String name,
      List<SchemaNode> declared,
      Map<String, Keyword.Acceptance> around,
      int depth,
      Visitor visitor) {
    List<SchemaKey> keys = declared.stream().map(SchemaNode::key).toList();
    if (declared.isEmpty()
        || depth > DEEPEST
        || !visited.add(new Visited(kind, name, keys, around))) {
      return;
    }
    for (List<SchemaNode> way : ways(declared)) {
      if (way.stream().anyMatch(EventWalk::lacksReference)) {
        // What is said there is not known, and that is reported.
        continue;
      }
      Map<String, Keyword.Acceptance> accepted = accepted(way, around);
      visitor.accept(new EventPlace(system, kind, name, declared.get(0), way), accepted);
      Members members = Members.of(system.schemas(), way);
      members
          .named()
          .forEach(
              (member, nodes) ->
                  visit(EventPlace.Kind.PROPERTY, member, nodes, accepted, depth + 1, visitor));
      for (Members.Entry each : members.entries()) {
        visit(EventPlace.Kind.ELEMENT, name, each.values(), accepted, depth + 1, visitor);
      }
      Items items = Items.of(system.schemas(), way);
      for (List<SchemaNode> each : items.first()) {
        visit(EventPlace.Kind.ELEMENT, name, each, accepted, depth + 1, visitor);
      }
      visit(EventPlace.Kind.ELEMENT, name, items.others(), accepted, depth + 1, visitor);
    }
  }

  private static boolean lacksReference(SchemaNode node) {
    return node.all(Keyword.Extension.class).stream()
        .anyMatch(each -> each.site().keyword().equals("$ref"));
  }

  private List<List<SchemaNode>> ways(List<SchemaNode> declared) {
    try {
      return Alternatives.of(system.schemas(), declared).ways();
    } catch (Alternatives.TooManyWays unclear) {
      // The size of such a schema is out of bounds, which is reported.
      return List.of();
    }
  }

  /** What stands nearer to the place comes first in a way, and goes before what is around it. */
  private static Map<String, Keyword.Acceptance> accepted(
      List<SchemaNode> way, Map<String, Keyword.Acceptance> around) {
    Map<String, Keyword.Acceptance> accepted = new TreeMap<>();
    for (SchemaNode node : way) {
      for (Keyword.Accept accept : node.all(Keyword.Accept.class)) {
        accept.acceptances().forEach(each -> accepted.putIfAbsent(each.rule(), each));
      }
    }
    around.forEach(accepted::putIfAbsent);
    return accepted;
  }
}
