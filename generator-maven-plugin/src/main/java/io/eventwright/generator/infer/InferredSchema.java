package io.eventwright.generator.infer;

import io.eventwright.runtime.json.JsonObject;
import java.util.List;

/**
 * A schema that was inferred.
 *
 * @param schema the document
 * @param places how many properties, items and values of maps it describes, at all depths
 * @param notes what was guessed beyond plain types, a line each: {@code /status: enum of 3 values}
 */
public record InferredSchema(JsonObject schema, int places, List<String> notes) {

  /** Keeps the notes immutable. */
  public InferredSchema {
    notes = List.copyOf(notes);
  }
}
