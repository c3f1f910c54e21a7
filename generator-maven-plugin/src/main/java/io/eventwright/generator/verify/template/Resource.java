package io.eventwright.generator.verify.template;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource of a template.
 *
 * @param id its logical id
 * @param type such as {@code AWS::SQS::Queue}; a state machine's is SAM's, however it is written
 * @param location where its logical id stands
 * @param whole everything that is said of it
 * @param properties its properties, empty when it has none
 */
public record Resource(
    String id, String type, SourceLocation location, ObjectNode whole, ObjectNode properties) {

  static Resource of(ObjectNode.Member member, ObjectNode whole) {
    String type = whole.text("Type");
    ObjectNode given =
        whole.get("Properties") instanceof ObjectNode properties
            ? properties
            : new ObjectNode(whole.location(), Map.of());
    boolean plain = PlainStateMachine.TYPE.equals(type);
    return new Resource(
        member.name(),
        plain ? Types.STATE_MACHINE : type == null ? "" : type,
        member.nameLocation(),
        whole,
        plain ? PlainStateMachine.asSam(given) : given);
  }

  /** What a path of names below its properties leads to; null when it leads nowhere. */
  public @Nullable Node at(String... path) {
    return Values.at(properties, path);
  }

  /** Where a property stands, or the resource itself when it has none such. */
  public SourceLocation locationOf(String... path) {
    Node node = at(path);
    return node == null ? location : node.location();
  }

  /** The reason for which it may break a rule, from its metadata; null when none is given. */
  public @Nullable String accepts(String rule) {
    return Values.at(whole, "Metadata", "Eventwright", "accepts", rule) instanceof StringNode reason
            && !reason.value().isBlank()
        ? reason.value()
        : null;
  }
}
