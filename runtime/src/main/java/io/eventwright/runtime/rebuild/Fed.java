package io.eventwright.runtime.rebuild;

import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonBoolean;
import io.eventwright.runtime.json.JsonNull;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a projection's function says when it is fed. This, and {@link #call}, is all that is said
 * between who rebuilds and the function.
 *
 * @param takes the events' types on the wire
 * @param shards that its code declares
 * @param order that its code declares, such as {@code total desc}; null for none
 * @param building whether that generation is the one that is built; nothing is written if not
 * @param applied how many were newer than what was there
 * @param rejected what can never be a row: event id and reason
 * @param left how many of the last ones there was no time for
 */
public record Fed(
    List<String> takes,
    int shards,
    @Nullable String order,
    boolean building,
    long applied,
    List<String> rejected,
    int left) {
  public Fed {
    takes = List.copyOf(takes);
    rejected = List.copyOf(rejected);
  }

  /** What the function is called with. */
  public static String call(long generation, List<String> events) {
    return "{\"rebuild\":" + generation + ",\"events\":[" + String.join(",", events) + "]}";
  }

  /** As the function answers. */
  public String json() {
    JsonObject.Builder answer =
        JsonObject.builder()
            .put("takes", texts(takes))
            .put("shards", JsonNumber.of(shards))
            .put("order", order == null ? JsonNull.NULL : new JsonString(order))
            .put("building", JsonBoolean.of(building))
            .put("applied", JsonNumber.of(applied))
            .put("rejected", texts(rejected))
            .put("left", JsonNumber.of(left));
    return answer.build().toString();
  }

  /**
   * What the function answered.
   *
   * @throws IllegalStateException when that is not an answer: the function is an older one
   */
  public static Fed of(String answer) {
    try {
      if (Json.parse(answer) instanceof JsonObject object
          && object.get("takes") instanceof JsonArray takes
          && object.get("shards") instanceof JsonNumber shards
          && object.get("applied") instanceof JsonNumber applied
          && object.get("rejected") instanceof JsonArray rejected
          && object.get("left") instanceof JsonNumber left) {
        return new Fed(
            texts(takes),
            (int) shards.longValue(),
            object.get("order") instanceof JsonString text ? text.value() : null,
            object.get("building") instanceof JsonBoolean building && building.value(),
            applied.longValue(),
            texts(rejected),
            (int) left.longValue());
      }
    } catch (JsonParseFailure e) {
      throw new IllegalStateException("the function did not answer with JSON: " + answer, e);
    }
    throw new IllegalStateException("the function does not know rebuilding: " + answer);
  }

  private static JsonArray texts(List<String> texts) {
    return JsonArray.of(texts.stream().<JsonValue>map(JsonString::new).toList());
  }

  private static List<String> texts(JsonArray array) {
    return array.items().stream()
        .map(value -> value instanceof JsonString text ? text.value() : value.toString())
        .toList();
  }
}
