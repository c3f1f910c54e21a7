package io.eventwright.generator.verify.template;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What calls a function, of those that SAM knows as its events.
 *
 * @param function the function
 * @param name of the event
 * @param type such as {@code SQS}
 * @param location where it stands
 * @param properties its settings
 */
public record EventSource(
    Resource function, String name, String type, SourceLocation location, ObjectNode properties) {

  /** All of a template. */
  public static List<EventSource> of(SamTemplate template) {
    List<EventSource> sources = new ArrayList<>();
    template.ofType(Types.FUNCTION).forEach(function -> sources.addAll(of(function)));
    return sources;
  }

  /** Those of one function. */
  public static List<EventSource> of(Resource function) {
    List<EventSource> sources = new ArrayList<>();
    if (function.at("Events") instanceof ObjectNode events) {
      for (ObjectNode.Member each : events.members().values()) {
        String type = Values.text(Values.at(each.value(), "Type"));
        if (Values.at(each.value(), "Properties") instanceof ObjectNode properties
            && type != null) {
          sources.add(
              new EventSource(function, each.name(), type, each.nameLocation(), properties));
        }
      }
    }
    return sources;
  }

  /** One of its settings; null when it is not there. */
  public @Nullable Node at(String... path) {
    return Values.at(properties, path);
  }

  /** Whether it is read in batches of one shard, in order. */
  public boolean isStream() {
    return type.equals("Kinesis") || type.equals("DynamoDB");
  }
}
