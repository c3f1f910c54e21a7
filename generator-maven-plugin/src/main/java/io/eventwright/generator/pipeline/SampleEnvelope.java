package io.eventwright.generator.pipeline;

import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands around the data of a sample. */
interface SampleEnvelope {

  /** A fixed time: the same schemas give the same bytes. */
  String TIME = "2026-01-01T00:00:00Z";

  Pattern VERSION = Pattern.compile("([^/]+)/([0-9]+)\\.([0-9]+)");

  /** The sample as it is written to a file of its schema's folder. */
  JsonValue around(String file, JsonValue data);

  /**
   * A CloudEvent of a system, or the data alone.
   *
   * @param system its source; null for the data alone
   * @param folder of the schema: {@code order-placed/1.0}; of any other form for no event
   */
  static SampleEnvelope of(@Nullable String system, String folder) {
    Matcher version = VERSION.matcher(folder);
    if (system == null || !version.matches()) {
      return (file, data) -> data;
    }
    String name = version.group(1);
    String major = version.group(2);
    String schema = "urn:eventwright:%s:%s:%s.%s".formatted(system, name, major, version.group(3));
    return (file, data) ->
        JsonObject.builder()
            .put("specversion", new JsonString("1.0"))
            .put("id", new JsonString(folder + "/" + file.replace(".json", "")))
            .put("source", new JsonString(system))
            .put("type", new JsonString(name + ".v" + major))
            .put("time", new JsonString(TIME))
            .put("datacontenttype", new JsonString("application/json"))
            .put("dataschema", new JsonString(schema))
            .put("data", data)
            .build();
  }
}
