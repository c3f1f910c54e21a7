package io.eventwright.local.kinesis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eventwright.local.gateway.Gateway;
import io.eventwright.local.sample.Clients;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.event.Consumed;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.EnvelopeWriter;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.ValidationResult;
import io.eventwright.runtime.json.Validator;
import io.eventwright.runtime.stream.StreamReader;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The runtime's batch reader on the service, on a clock that the reader's own rests move. */
class StreamReaderTest {

  private static final Codec<String> SCORE =
      new Codec<>() {
        @Override
        public String read(JsonParser parser) throws IOException {
          String text = "";
          while (parser.nextToken() == JsonToken.FIELD_NAME) {
            parser.nextToken();
            text = parser.getText();
          }
          return text;
        }

        @Override
        public void write(String value, JsonGenerator generator) throws IOException {
          generator.writeStartObject();
          generator.writeStringField("score", value);
          generator.writeEndObject();
        }
      };

  private static final Validator ANYTHING =
      new Validator() {
        @Override
        public boolean isValid(JsonValue value) {
          return true;
        }

        @Override
        public ValidationResult validate(JsonValue value, int limit) {
          return new ValidationResult(List.of(), false);
        }
      };

  private static final EventType<String> SUBMITTED =
      new EventType<>("arcade", "score-submitted", 1, SCORE, List.of(ANYTHING));

  private final TickingClock clock = new TickingClock();
  private Gateway gateway;
  private KinesisClient kinesis;
  private int rests;

  @BeforeEach
  void open() throws IOException {
    gateway = new Gateway(0);
    gateway.serve(
        "kinesis",
        new KinesisService(
            new KinesisStreams(
                clock, name -> "arn:aws:kinesis:us-east-1:000000000000:stream/" + name)));
    kinesis = Clients.of(KinesisClient.builder(), gateway.endpoint(), "test");
    kinesis.createStream(create -> create.streamName("scores").shardCount(1));
  }

  @AfterEach
  void close() {
    kinesis.close();
    gateway.close();
  }

  private void put(String data) {
    kinesis.putRecord(
        put -> put.streamName("scores").partitionKey("a").data(SdkBytes.fromUtf8String(data)));
  }

  private static String event(int number) {
    return EnvelopeWriter.write(
        new Envelope(
            "e-" + number,
            "arcade",
            "score-submitted.v1",
            "season/1",
            Instant.parse("2026-11-01T10:00:00Z"),
            null,
            null,
            null,
            null,
            null,
            null),
        "{\"score\":\"" + number + "\"}");
  }

  private StreamReader<String> reader() {
    return new StreamReader<>(
        kinesis,
        "scores",
        List.of(Consumed.asIs(SUBMITTED)),
        time -> {
          rests++;
          clock.move(time);
        });
  }

  @Test
  void aRangeOfTimeIsReadInOrderAcrossASplitAndWhatIsNoEventIsTold() {
    Instant from = Instant.EPOCH;
    Instant to = Instant.EPOCH;
    for (int i = 0; i < 1500; i++) {
      if (i == 300) {
        from = clock.instant();
      }
      if (i == 700) {
        put("no event");
        kinesis.splitShard(
            split ->
                split
                    .streamName("scores")
                    .shardToSplit("shardId-000000000000")
                    .newStartingHashKey(BigInteger.TWO.pow(127).toString()));
      }
      if (i == 1400) {
        to = clock.instant();
      }
      put(event(i));
      clock.move(Duration.ofMillis(10));
    }
    List<StreamReader.Skipped> skipped = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 300; i < 1400; i++) {
      expected.add(String.valueOf(i));
    }

    assertEquals(
        expected, reader().events(from, to, skipped::add).map(event -> event.data()).toList());

    assertEquals(1, skipped.size());
    assertEquals("shardId-000000000000", skipped.get(0).shardId());
    assertEquals(1, rests, "half of the throughput is left to consumers");
  }

  @Test
  void theTipOfTheStreamIsAnEnd() {
    put(event(1));
    assertEquals(1, reader().events(Instant.EPOCH, Instant.MAX, skipped -> {}).count());
    assertEquals(0, reader().events(clock.instant().plusSeconds(1), Instant.MAX, s -> {}).count());
  }
}
