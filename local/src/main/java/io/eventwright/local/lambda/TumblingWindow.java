package io.eventwright.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.function.InvocationResult;
import io.eventwright.local.json.Json;
import java.time.Duration;
import java.time.Instant;

/**
 * The window that is open on one shard, and the state that the function gave back last (AWS Lambda,
 * "Implementing stateful Kinesis Data Streams processing").
 */
final class TumblingWindow {

  private static final int LARGEST_STATE = 1024 * 1024;

  private final long width;
  private long index;
  private boolean open;
  private JsonNode state = Json.object();

  /** With windows of that length, none open. */
  TumblingWindow(Duration length) {
    width = Math.max(1, length.toMillis());
  }

  boolean isOpen() {
    return open;
  }

  /** Whether a record that came then belongs to the open window. */
  boolean holds(Instant arrived) {
    return open && arrived.toEpochMilli() / width == index;
  }

  /** Whether its time is over. */
  boolean isOver(Instant now) {
    return open && now.toEpochMilli() / width > index;
  }

  /** Opens the one that a record belongs to. */
  void open(Instant arrived) {
    index = arrived.toEpochMilli() / width;
    open = true;
    state = Json.object();
  }

  /** Closes it, or begins its state anew if it was over early. */
  void end(boolean early) {
    open = early;
    state = Json.object();
  }

  /** Adds what a windowed function is told. */
  void describe(ObjectNode event, boolean last, boolean early) {
    event
        .putObject("window")
        .put("start", Instant.ofEpochMilli(index * width).toString())
        .put("end", Instant.ofEpochMilli((index + 1) * width).toString());
    event.set("state", state);
    event.put("isFinalInvokeForWindow", last);
    event.put("isWindowTerminatedEarly", early);
  }

  /** Takes the state of an answer; false if it has none, which fails the invocation. */
  boolean take(InvocationResult result) {
    JsonNode given;
    try {
      given = Json.parse(result.payload()).path("state");
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (!given.isObject()) {
      return false;
    }
    state = given;
    return true;
  }

  /** Whether the state has become larger than the service carries. */
  boolean isFull() {
    return Json.bytes(state).length > LARGEST_STATE;
  }
}
