package io.eventwright.runtime.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes CloudEvents 1.0 in structured JSON. */
public final class EnvelopeWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private EnvelopeWriter() {}

  /**
   * The event's JSON.
   *
   * @param data a JSON text, taken over as it is
   */
  public static String write(Envelope envelope, String data) {
    return write(
        envelope,
        data.length(),
        generator -> {
          generator.writeFieldName("data");
          generator.writeRawValue(data);
        });
  }

  /** The event's JSON while its data are elsewhere. */
  public static String write(Envelope envelope, Claim claim) {
    return write(
        envelope,
        0,
        generator -> {
          generator.writeStringField("dataref", "s3://" + claim.bucket() + "/" + claim.key());
          generator.writeStringField("datasha256", claim.sha256());
          generator.writeNumberField("databytes", claim.bytes());
        });
  }

  @FunctionalInterface
  private interface Part {
    void write(JsonGenerator generator) throws IOException;
  }

  private static String write(Envelope envelope, int size, Part data) {
    StringWriter text = new StringWriter(size + 512);
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      generator.writeStartObject();
      generator.writeStringField("specversion", "1.0");
      generator.writeStringField("id", envelope.id());
      generator.writeStringField("source", envelope.source());
      generator.writeStringField("type", envelope.type());
      optional(generator, "subject", envelope.subject());
      generator.writeStringField("time", envelope.time().toString());
      generator.writeStringField("datacontenttype", "application/json");
      optional(generator, "dataschema", envelope.dataschema());
      optional(generator, "sequence", envelope.sequence());
      optional(generator, "previous", envelope.previous());
      optional(generator, "correlationid", envelope.correlationid());
      optional(generator, "causationid", envelope.causationid());
      optional(generator, "traceparent", envelope.traceparent());
      data.write(generator);
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void optional(JsonGenerator generator, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      generator.writeStringField(name, value);
    }
  }
}
