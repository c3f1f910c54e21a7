package io.eventwright.generator.emit.operate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.Emitter;
import io.eventwright.generator.emit.java.SchemaTypes;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.GeneratedFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/**
 * The file {@code operate.json}, which {@code events:operate} reads: who takes which events, so
 * that it can say what became of one at each, and what of the documents in the log is sensitive, so
 * that it does not show that.
 *
 * @param types the Java of a system's schemas, which knows what is sensitive
 */
public record OperateEmitter(Function<EventSystem, SchemaTypes> types) implements Emitter {

  /** The file's path. */
  public static final String FILE = "operate.json";

  private static final JsonFactory FACTORY = new JsonFactory();

  @Override
  public Checked<List<GeneratedFile>> emit(EventSystem system) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      // Lines end as everywhere else: the same bytes on every machine.
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines));
      json.writeStartObject();
      json.writeStringField("system", system.name());
      json.writeObjectFieldStart("sensitive");
      sensitive(json, system, types.apply(system));
      json.writeEndObject();
      json.writeArrayFieldStart("consumers");
      for (ConsumerEntry entry : ConsumerEntry.of(system)) {
        entry.write(json);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Checked.of(
        List.of(GeneratedFile.ofText(FILE, text.append('\n').toString())), new Diagnostics());
  }

  /** Each kind of document by the name that the log has for it, also those of which nothing is. */
  private static void sensitive(JsonGenerator json, EventSystem system, SchemaTypes types)
      throws IOException {
    for (var event : system.events()) {
      paths(json, event.ref().wireType(), types.sensitiveIn(types.event(event.ref())));
    }
    for (var entity : system.entities()) {
      paths(json, "entity:" + entity.name(), types.sensitiveIn(types.entity(entity.name())));
    }
  }

  private static void paths(JsonGenerator json, String document, List<List<String>> paths)
      throws IOException {
    json.writeArrayFieldStart(document);
    for (List<String> path : paths) {
      json.writeStartArray();
      for (String name : path) {
        json.writeString(name);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
