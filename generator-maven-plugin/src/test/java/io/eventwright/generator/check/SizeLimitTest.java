package io.eventwright.generator.check;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.EnvelopeReader;
import io.eventwright.runtime.event.EnvelopeWriter;
import io.eventwright.runtime.json.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SizeLimitTest {

  /** An envelope with every attribute as long as its reader takes it. */
  @Test
  void noEnvelopeIsLargerThanWhatIsCountedForIt() {
    Envelope longest =
        new Envelope(
            "i".repeat(512),
            "s".repeat(256),
            "t".repeat(256),
            "u".repeat(640),
            Instant.parse("9999-12-31T23:59:59.999999999Z"),
            "d".repeat(1024),
            "9".repeat(19),
            "9".repeat(19),
            "c".repeat(512),
            "c".repeat(512),
            "p".repeat(512));
    String event = EnvelopeWriter.write(longest, "{}");
    assertDoesNotThrow(() -> EnvelopeReader.read(Json.parse(event)));
    assertTrue(event.length() <= SizeLimit.ENVELOPE_BYTES, event.length() + " bytes");
  }
}
