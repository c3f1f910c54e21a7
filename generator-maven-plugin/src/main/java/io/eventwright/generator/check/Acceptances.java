package io.eventwright.generator.check;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What the schemas of a system accept with {@code x-accept}. */
final class Acceptances {

  /** The rules about values within events. */
  static final List<PlaceRule> PLACE_RULES =
      List.of(
          new UnboundedText(), new UnboundedList(), new EmbeddedEntity(), new MissingDescription());

  private Acceptances() {}

  /** The rules that can be accepted. */
  static List<String> rules() {
    return Stream.concat(PLACE_RULES.stream(), Stream.of(new EventTooLarge()))
        .map(Rule::id)
        .toList();
  }

  static Stream<Keyword.Acceptance> in(SystemUnderCheck system) {
    return in(system.schemas().nodes().values());
  }

  static Stream<Keyword.Acceptance> in(Collection<SchemaNode> nodes) {
    return nodes.stream()
        .flatMap(node -> node.all(Keyword.Accept.class).stream())
        .flatMap(accept -> accept.acceptances().stream());
  }
}
