package io.eventwright.generator.emit.java.data;

import io.eventwright.generator.emit.java.type.RootType;
import io.eventwright.runtime.event.CodecText;
import io.eventwright.runtime.event.Consumed;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.EnvelopeReader;
import io.eventwright.runtime.event.EnvelopeWriter;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.event.MalformedEvent;
import io.eventwright.runtime.intake.EventIntake;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonParseFailure;
import java.time.Instant;
import java.util.List;

/** A generated type as the runtime uses it: what is let in to a worker, and what is let out. */
final class OnTheWire {

  private final EventType<Object> type;
  private final EventIntake<Object> intake;

  OnTheWire(CompiledSchemas compiled, RootType root) {
    this.type =
        new EventType<>(
            "tests",
            "sample-taken",
            1,
            compiled.codec(root.name().canonicalName()),
            root.validators().stream()
                .map(validator -> compiled.validator(validator.canonicalName()))
                .toList());
    this.intake = new EventIntake<>(List.of(Consumed.asIs(type)));
  }

  /** What a worker's code sees of an event of a minor, known or newer. */
  Object taken(int minor, String data) throws Rejection {
    Envelope envelope =
        new Envelope(
            "1",
            type.system(),
            type.wireType(),
            "sample/1",
            Instant.EPOCH,
            type.dataschema(minor),
            null,
            null,
            null,
            null,
            null);
    String detail = EnvelopeWriter.write(envelope, data);
    try {
      return intake.read(EnvelopeReader.read(Json.parse(detail))).data();
    } catch (MalformedEvent | JsonParseFailure e) {
      throw new AssertionError(detail, e);
    }
  }

  /** Whether a record may be published: the publisher asks the newest schema of its text. */
  boolean lets(Object record) throws JsonParseFailure {
    return type.validators()
        .get(type.newestMinor())
        .isValid(Json.parse(CodecText.write(type.codec(), record)));
  }
}
