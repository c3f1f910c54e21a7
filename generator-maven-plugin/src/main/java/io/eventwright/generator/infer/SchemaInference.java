package io.eventwright.generator.infer;

import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.schema.Dialect;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonNull;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Infers a schema from events: jsonschema2pojo's draft, mended place by place with all that was
 * seen there. What it says about a place holds for every sample.
 */
public final class SchemaInference {

  private final InferenceOptions options;
  private final List<String> notes = new ArrayList<>();
  private int places;

  private SchemaInference(InferenceOptions options) {
    this.options = options;
  }

  /**
   * The schema of some events.
   *
   * @param event what they are
   * @param samples at least one
   */
  public static InferredSchema infer(
      EventRef event, List<JsonObject> samples, InferenceOptions options) {
    SchemaInference inference = new SchemaInference(options);
    JsonObject.Builder schema =
        JsonObject.builder()
            .put("$schema", text(Dialect.DRAFT_2020_12.metaschema()))
            .put("title", text(title(event.name())))
            .put(
                "$comment",
                text(
                    "Inferred from "
                        + samples.size()
                        + (samples.size() == 1 ? " sample event." : " sample events.")
                        + " Describe what the properties mean, and check what was guessed."))
            .put("type", text("object"));
    inference.putProperties(schema, FirstDraft.of(samples), Observations.of(samples), "");
    return new InferredSchema(schema.build(), inference.places, inference.notes);
  }

  private JsonObject place(FirstDraft draft, List<JsonValue> values, String pointer) {
    places++;
    Observations seen = Observations.of(values);
    List<String> types = seen.types();
    JsonObject.Builder schema = JsonObject.builder();
    if (types.isEmpty()) {
      notes.add(pointer + ": only null was seen, so anything is allowed");
      return schema.put("$comment", text("Only null was seen here: say what it can be.")).build();
    }
    putType(schema, draft, seen, types);
    putTexts(schema, seen, types, pointer);
    if (types.contains("integer")) {
      WholeNumberBounds.put(seen.numbers(), schema);
    }
    if (!seen.arrays().isEmpty() && !seen.items().isEmpty()) {
      schema.put("items", place(draft.item(), seen.items(), pointer + "/*"));
    }
    if (!seen.objects().isEmpty()) {
      putMembers(schema, draft, seen, pointer);
    }
    return schema.build();
  }

  /** The draft's type where it holds; what was seen where it does not. */
  private static void putType(
      JsonObject.Builder schema, FirstDraft draft, Observations seen, List<String> types) {
    List<String> all = new ArrayList<>(types);
    if (seen.sawNull()) {
      all.add("null");
    }
    if (all.size() == 1) {
      schema.put("type", text(all.get(0).equals(draft.type()) ? draft.type() : all.get(0)));
    } else {
      schema.put("type", JsonArray.of(all.stream().map(SchemaInference::text).toList()));
    }
  }

  private void putTexts(
      JsonObject.Builder schema, Observations seen, List<String> types, String pointer) {
    FormatGuess.of(seen.texts()).ifPresent(format -> schema.put("format", text(format)));
    // Beside other types an enum would have to list their values, too.
    if (!types.equals(List.of("string")) || FormatGuess.of(seen.texts()).isPresent()) {
      return;
    }
    String property = pointer.substring(pointer.lastIndexOf('/') + 1);
    EnumGuess.of(property, seen.texts(), options)
        .ifPresent(
            values -> {
              Stream<JsonValue> listed = values.stream().map(SchemaInference::text);
              schema.put(
                  "enum",
                  JsonArray.of(
                      (seen.sawNull() ? Stream.concat(listed, Stream.of(JsonNull.NULL)) : listed)
                          .toList()));
              notes.add(
                  pointer
                      + ": enum of "
                      + values.size()
                      + " values that were seen "
                      + seen.texts().size()
                      + " times");
            });
  }

  private void putMembers(
      JsonObject.Builder schema, FirstDraft draft, Observations seen, String pointer) {
    if (MapGuess.isMap(seen)) {
      List<JsonValue> values =
          seen.members(FirstDraft.NONE).values().stream().flatMap(List::stream).toList();
      notes.add(pointer + ": a map, since its " + seen.names().size() + " names look like data");
      schema.put("additionalProperties", place(FirstDraft.NONE, values, pointer + "/*"));
    } else {
      putProperties(schema, draft, seen, pointer);
    }
  }

  private void putProperties(
      JsonObject.Builder schema, FirstDraft draft, Observations seen, String pointer) {
    Map<String, List<JsonValue>> members = seen.members(draft);
    List<JsonValue> required =
        members.keySet().stream()
            .filter(name -> seen.objects().stream().allMatch(object -> object.has(name)))
            .map(SchemaInference::text)
            .toList();
    if (!required.isEmpty()) {
      schema.put("required", JsonArray.of(required));
    }
    JsonObject.Builder properties = JsonObject.builder();
    members.forEach(
        (name, values) ->
            properties.put(name, place(draft.property(name), values, pointer + "/" + name)));
    schema.put("properties", properties.build());
  }

  private static JsonValue text(String text) {
    return new JsonString(text);
  }

  /** {@code order-placed} is "Order placed". */
  private static String title(String name) {
    String words = name.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
