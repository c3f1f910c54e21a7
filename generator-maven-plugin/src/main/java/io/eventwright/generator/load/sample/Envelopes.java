package io.eventwright.generator.load.sample;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.schema.Values;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.sample.SampleEvent;
import io.eventwright.runtime.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the data out of what it came in: an EventBridge event ({@code detail-type} and {@code
 * detail}), a CloudEvent ({@code specversion}, {@code type} and {@code data}), one in the other, or
 * nothing.
 */
final class Envelopes {

  private final Diagnostics found;

  /** What each event was called where it was seen first. */
  private final Map<EventRef, String> names = new HashMap<>();

  Envelopes(Diagnostics found) {
    this.found = found;
  }

  /** Adds the event that a value is, or reports why it is none. */
  void open(Node node, String plainName, List<SampleEvent> samples) {
    if (!SafeValues.check(node, found)) {
      return;
    }
    String type = plainName;
    Node data = node;
    if (data instanceof ObjectNode bridge
        && bridge.text("detail-type") != null
        && bridge.get("detail") != null) {
      type = String.valueOf(bridge.text("detail-type"));
      data = bridge.get("detail");
    }
    if (data instanceof ObjectNode cloud
        && cloud.text("specversion") != null
        && cloud.text("type") != null
        && cloud.get("data") != null) {
      // Inside of EventBridge both names are the same by our rule; outside only this one is there.
      type = data == node ? String.valueOf(cloud.text("type")) : type;
      data = cloud.get("data");
    }
    if (!(data instanceof ObjectNode object)) {
      found.error(
          data == null ? node.location() : data.location(),
          "not-an-event",
          "An event's data is an object; this is " + (data == null ? "none" : data.kind()) + ".");
      return;
    }
    EventRef event = event(type, node);
    if (event != null && Values.of(object) instanceof JsonObject value) {
      samples.add(new SampleEvent(event, object.location(), value));
    }
  }

  private @Nullable EventRef event(String type, Node node) {
    EventRef event = EventNames.parse(type);
    if (event == null) {
      found.error(
          node.location(),
          "no-event-name",
          "No name for an event can be made of \"" + type + "\". Give one with events.name.");
      return null;
    }
    String other = names.putIfAbsent(event, type);
    if (other != null && !other.equals(type)) {
      found.warning(
          node.location(),
          "same-event-name",
          "\""
              + type
              + "\" and \""
              + other
              + "\" are taken for one event, "
              + event.name()
              + ". Infer them apart if they are not.");
    }
    return event;
  }
}
