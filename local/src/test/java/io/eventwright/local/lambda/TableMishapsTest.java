package io.eventwright.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.delivery.Activity;
import io.eventwright.local.delivery.Destinations;
import io.eventwright.local.delivery.Pace;
import io.eventwright.local.delivery.Workers;
import io.eventwright.local.function.FunctionDefinition;
import io.eventwright.local.function.FunctionHost;
import io.eventwright.local.function.InvocationResult;
import io.eventwright.local.json.Json;
import io.eventwright.local.lambda.StreamMishaps.Mishap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A table's stream that goes wrong, and what DynamoDB and Lambda promise all the same. */
class TableMishapsTest {
  private static final String DESTINATION = "arn:aws:sqs:us-east-1:000000000000:lost";
  private static final int ITEMS = 12;
  private static final int RECORDS = 1_200;

  /** What the function has done, in the order in which it did it. */
  private final List<String> done = new CopyOnWriteArrayList<>();

  private final List<JsonNode> abandoned = new CopyOnWriteArrayList<>();
  private final List<String> written = new ArrayList<>();
  private final Random random = new Random(7);
  private volatile boolean inOrder = true;

  @Test
  void eachItemsRecordsComeInOrderAndAllOfThemWhateverFails() throws Exception {
    StreamMishaps mishaps = StreamMishaps.of(1, Set.of());
    run(mishaps);

    assertEquals(byItem(written), byItem(List.copyOf(new LinkedHashSet<>(done))));
    assertTrue(done.size() > RECORDS, "some came again");
    assertNotEquals(written, List.copyOf(new LinkedHashSet<>(done)), "items overtake each other");
    for (Mishap mishap : List.of(Mishap.APART, Mishap.CUT, Mishap.DOUBLED, Mishap.LATE)) {
      assertTrue(mishaps.met().getOrDefault(mishap, 0) > 0, mishap + " in " + mishaps.met());
    }
    assertEquals(List.of(), abandoned);
  }

  @Test
  void whatIsLostIsToldAndTheRestKeepsItsOrder() throws Exception {
    StreamMishaps mishaps = StreamMishaps.of(2, Set.of("Recorder"));
    run(mishaps);

    Set<String> seen = new LinkedHashSet<>(done);
    List<String> kept = written.stream().filter(seen::contains).toList();
    assertEquals(byItem(kept), byItem(List.copyOf(seen)));
    assertTrue(kept.size() < RECORDS, "some are lost");
    assertEquals(mishaps.met().get(Mishap.LOST), abandoned.size());
    assertEquals(
        "RetryAttemptsExhausted",
        abandoned.get(0).path("requestContext").path("condition").asText());
  }

  @Test
  void undisturbedAllComesInTheOrderOfWritingAndOnce() throws Exception {
    run(StreamMishaps.NONE);
    assertEquals(written, done);
  }

  private void run(StreamMishaps mishaps) throws Exception {
    Destinations destinations = new Destinations();
    destinations.add("sqs", (arn, message) -> abandoned.add(Json.parse(message.body())));
    Pace pace = new Pace(1000);
    try (Workers workers = new Workers()) {
      LambdaFunctions functions =
          new LambdaFunctions(
              new Recorder(), destinations, workers, new Activity(), pace, (f, line) -> {});
      StreamMapping mapping =
          new StreamMapping(
              settings(), functions, destinations, workers, pace, () -> mishaps, (f, line) -> {});
      mapping.start();
      Map<Integer, Integer> versions = new LinkedHashMap<>();
      for (int i = 0; i < RECORDS; i++) {
        int item = random.nextInt(ITEMS);
        int version = versions.merge(item, 1, Integer::sum);
        written.add(item + " " + version);
        mapping.accept(record(i, item, version));
      }
      long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
      while (mapping.busy()) {
        assertTrue(System.nanoTime() < end, "still busy after five minutes");
        Thread.sleep(5);
      }
      mapping.close();
    }
    assertTrue(inOrder, "a batch is of one shard, in its order");
  }

  private static Map<String, List<String>> byItem(List<String> records) {
    Map<String, List<String>> items = new LinkedHashMap<>();
    for (int item = 0; item < ITEMS; item++) {
      String prefix = item + " ";
      items.put(prefix, records.stream().filter(text -> text.startsWith(prefix)).toList());
    }
    return items;
  }

  private static ObjectNode record(int sequence, int item, int version) {
    ObjectNode record = Json.object();
    ObjectNode data = record.put("eventName", "MODIFY").putObject("dynamodb");
    data.put("SequenceNumber", "%021d".formatted(sequence));
    data.put("ApproximateCreationDateTime", Instant.now().getEpochSecond());
    data.putObject("Keys").putObject("pk").put("S", "item-" + item);
    data.putObject("NewImage").putObject("version").put("N", String.valueOf(version));
    return record;
  }

  private static MappingSettings settings() {
    return new MappingSettings(
        "mapping-id",
        "arn:aws:dynamodb:us-east-1:000000000000:table/log/stream/2026",
        StreamBench.function(),
        50,
        Duration.ZERO,
        1,
        true,
        true,
        RecordFilter.ALL,
        -1,
        null,
        true,
        DESTINATION,
        StreamReading.NONE);
  }

  /** Fails as a whole now and then, or from some record on. */
  private final class Recorder implements FunctionHost {
    @Override
    public synchronized InvocationResult invoke(
        FunctionDefinition function, byte[] payload, String id) {
      JsonNode records = Json.parse(payload).path("Records");
      int way = random.nextInt(10);
      int failed = way == 1 ? random.nextInt(records.size()) : records.size();
      if (way == 0) {
        return InvocationResult.threw(new IllegalStateException("by chance"));
      }
      String before = "";
      for (int i = 0; i < failed; i++) {
        JsonNode data = records.get(i).path("dynamodb");
        String item = data.path("Keys").path("pk").path("S").asText().substring("item-".length());
        done.add(item + " " + data.path("NewImage").path("version").path("N").asText());
        String sequence = data.path("SequenceNumber").asText();
        inOrder &= before.compareTo(sequence) < 0;
        before = sequence;
      }
      ObjectNode answer = Json.object();
      if (failed < records.size()) {
        answer
            .putArray("batchItemFailures")
            .addObject()
            .set("itemIdentifier", records.get(failed).path("dynamodb").path("SequenceNumber"));
      }
      return InvocationResult.returned(Json.bytes(answer));
    }

    @Override
    public int kill(FunctionDefinition function) {
      return 0;
    }

    @Override
    public void retire() {}

    @Override
    public void close() {}
  }
}
