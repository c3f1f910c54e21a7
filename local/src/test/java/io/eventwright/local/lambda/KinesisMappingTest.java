package io.eventwright.local.lambda;

import static io.eventwright.local.lambda.StreamBench.failedAt;
import static io.eventwright.local.lambda.StreamBench.success;
import static io.eventwright.local.lambda.StreamBench.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import io.eventwright.local.lambda.StreamBench.Choice;
import io.eventwright.local.lambda.StreamMishaps.Mishap;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An event source mapping on Kinesis, held to what Lambda's guide says of it. */
class KinesisMappingTest {

  @Test
  void aBatchIsOfOneShardInOrderAndHasWhatLambdaTells() throws Exception {
    try (StreamBench bench = new StreamBench(2)) {
      for (int i = 0; i < 10; i++) {
        bench.put("a", "a" + i);
        bench.put("b", "b" + i);
      }
      bench.start(Choice.batches(100), event -> success());
      bench.awaitDone();
      assertEquals(2, bench.inputs.size());
      for (JsonNode input : bench.inputs) {
        String key = input.at("/Records/0/kinesis/partitionKey").asText();
        String shard = key.equals("a") ? "shardId-000000000000" : "shardId-000000000001";
        assertEquals(List.of(key + 0, key + 1, key + 2), texts(input).subList(0, 3));
        assertEquals(10, texts(input).size());
        JsonNode record = input.at("/Records/9");
        assertEquals(
            shard + ":" + record.at("/kinesis/sequenceNumber").asText(),
            record.path("eventID").asText());
        assertEquals(StreamBench.STREAM, record.path("eventSourceARN").asText());
        assertEquals("aws:kinesis", record.path("eventSource").asText());
      }
    }
  }

  @Test
  void theFailedRecordAndThoseAfterItComeAgain() throws Exception {
    try (StreamBench bench = new StreamBench(1)) {
      for (int i = 0; i < 10; i++) {
        bench.put("a", String.valueOf(i));
      }
      AtomicInteger calls = new AtomicInteger();
      bench.start(
          Choice.batches(10),
          event -> calls.incrementAndGet() == 1 ? failedAt(event, 3) : success());
      bench.awaitDone();
      assertEquals(10, texts(bench.inputs.get(0)).size());
      assertEquals(List.of("3", "4", "5", "6", "7", "8", "9"), texts(bench.inputs.get(1)));
      assertEquals(2, bench.inputs.size());
    }
  }

  @Test
  void ofSeveralFailuresTheLowestCounts() throws Exception {
    try (StreamBench bench = new StreamBench(1)) {
      for (int i = 0; i < 4; i++) {
        bench.put("a", String.valueOf(i));
      }
      AtomicInteger calls = new AtomicInteger();
      bench.start(
          Choice.batches(10),
          event -> {
            if (calls.incrementAndGet() > 1) {
              return success();
            }
            ObjectNode answer = failedAt(event, 3);
            answer
                .withArray("batchItemFailures")
                .addAll(
                    (com.fasterxml.jackson.databind.node.ArrayNode)
                        failedAt(event, 1).path("batchItemFailures"));
            return answer;
          });
      bench.awaitDone();
      assertEquals(List.of("1", "2", "3"), texts(bench.inputs.get(1)));
    }
  }

  @Test
  void aBatchThatThrowsIsHalvedUntilThePoisonIsAloneAndItsRecordReachesTheBucket()
      throws Exception {
    try (StreamBench bench = new StreamBench(1)) {
      for (int i = 0; i < 8; i++) {
        bench.put("a", i == 5 ? "poison" : String.valueOf(i));
      }
      List<String> applied = Collections.synchronizedList(new ArrayList<>());
      bench.start(
          Choice.batches(10).retrying(2, true),
          event -> {
            if (texts(event).contains("poison")) {
              throw new IllegalStateException("poison");
            }
            applied.addAll(texts(event));
            return success();
          });
      bench.awaitDone();
      assertEquals(List.of("0", "1", "2", "3", "4", "6", "7"), applied);
      JsonNode told = bench.failures.get(0);
      assertEquals(1, bench.failures.size());
      assertEquals(1, told.at("/KinesisBatchInfo/batchSize").asInt());
      assertEquals("RetryAttemptsExhausted", told.at("/requestContext/condition").asText());
      assertEquals(List.of("poison"), texts(Json.parse(told.path("payload").asText())));
      assertTrue(
          bench
              .failureKeys
              .get(0)
              .matches(
                  "aws/lambda/mapping-id/shardId-000000000000/\\d{4}/\\d\\d/\\d\\d/.+-[0-9a-f-]{36}"),
          bench.failureKeys.get(0));
      long alone = bench.inputs.stream().filter(i -> texts(i).equals(List.of("poison"))).count();
      assertEquals(3, alone, "the first attempt and two retries; halving does not count");
    }
  }

  @Test
  void aChildShardWaitsForTheEndOfItsParent() throws Exception {
    try (StreamBench bench = new StreamBench(1)) {
      List<String> seen = Collections.synchronizedList(new ArrayList<>());
      for (int i = 0; i < 6; i++) {
        bench.put("a", String.valueOf(i));
      }
      AtomicInteger calls = new AtomicInteger();
      bench.start(
          Choice.batches(2),
          event -> {
            if (calls.incrementAndGet() % 2 == 1) {
              return failedAt(event, 0);
            }
            seen.addAll(texts(event));
            return success();
          });
      bench.call(
          "SplitShard",
          Json.object()
              .put("StreamName", "scores")
              .put("ShardToSplit", "shardId-000000000000")
              .put("NewStartingHashKey", BigInteger.TWO.pow(127).toString()));
      for (int i = 6; i < 12; i++) {
        bench.put("a", String.valueOf(i));
      }
      bench.awaitDone();
      assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"), seen);
    }
  }

  @Test
  void whoBeginsAtTheLatestSeesOnlyWhatComesAfter() throws Exception {
    try (StreamBench bench = new StreamBench(1)) {
      bench.put("a", "before");
      bench.start(Choice.batches(10).from("LATEST"), event -> success());
      bench.put("a", "after");
      bench.awaitDone();
      assertEquals(
          List.of("after"), bench.inputs.stream().flatMap(i -> texts(i).stream()).toList());
    }
  }

  @Test
  void theOrderOfAKeyIsKeptWhateverFailsAndHoweverManyPartsAShardHas() throws Exception {
    for (long seed = 1; seed <= 4; seed++) {
      Random random = new Random(seed);
      Map<String, List<Integer>> applied = new ConcurrentHashMap<>();
      try (StreamBench bench = new StreamBench(1 + random.nextInt(3))) {
        int[] counters = new int[9];
        bench.start(
            Choice.batches(1 + random.nextInt(20)).parallel(1 + random.nextInt(4)),
            event -> {
              int size = event.path("Records").size();
              int fails = bench.inputs.size() % 3 == 0 ? (bench.inputs.size() * 7) % size : size;
              for (int i = 0; i < fails; i++) {
                String[] text = texts(event).get(i).split(" ");
                applied
                    .computeIfAbsent(text[0], k -> Collections.synchronizedList(new ArrayList<>()))
                    .add(Integer.valueOf(text[1]));
              }
              return fails < size ? failedAt(event, fails) : success();
            });
        for (int i = 0; i < 300; i++) {
          int key = random.nextInt(counters.length);
          bench.put("key" + key, "key" + key + " " + counters[key]++);
        }
        bench.awaitDone();
        for (int key = 0; key < counters.length; key++) {
          List<Integer> expected = new ArrayList<>();
          for (int i = 0; i < counters[key]; i++) {
            expected.add(i);
          }
          assertEquals(expected, applied.getOrDefault("key" + key, List.of()), "seed " + seed);
        }
      }
    }
  }

  @Test
  void whatGoesWrongWithTheStreamKeepsEachKeysOrderAndLosesNothing() throws Exception {
    for (int parts = 1; parts <= 3; parts += 2) {
      try (StreamBench bench = new StreamBench(2)) {
        StreamMishaps mishaps = StreamMishaps.of(parts, Set.of());
        bench.mishaps = mishaps;
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        bench.start(
            Choice.batches(20).parallel(parts),
            event -> {
              done.addAll(texts(event));
              return success();
            });
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
          bench.put("key" + i % 9, "key" + i % 9 + " " + i / 9);
          expected.add("key" + i % 9 + " " + i / 9);
        }
        bench.awaitDone();
        Set<String> once = new LinkedHashSet<>(done);
        for (int key = 0; key < 9; key++) {
          String prefix = "key" + key + " ";
          assertEquals(
              expected.stream().filter(text -> text.startsWith(prefix)).toList(),
              once.stream().filter(text -> text.startsWith(prefix)).toList());
        }
        assertTrue(done.size() > once.size(), "some came again");
        for (Mishap mishap : List.of(Mishap.CUT, Mishap.DOUBLED, Mishap.LATE)) {
          assertTrue(mishaps.met().getOrDefault(mishap, 0) > 0, mishap + " in " + mishaps.met());
        }
      }
    }
  }

  @Test
  void aWindowCarriesItsStateAndEndsOnce() throws Exception {
    try (StreamBench bench = new StreamBench(1)) {
      AtomicInteger total = new AtomicInteger();
      AtomicInteger calls = new AtomicInteger();
      bench.start(
          Choice.batches(3).windows(Duration.ofSeconds(1000)),
          event -> {
            int sum = event.path("state").path("sum").asInt() + event.path("Records").size();
            if (calls.incrementAndGet() % 3 == 1) {
              throw new IllegalStateException("tried again with the state of before");
            }
            if (event.path("isFinalInvokeForWindow").asBoolean()) {
              total.addAndGet(event.path("state").path("sum").asInt());
            }
            ObjectNode answer = Json.object();
            answer.putObject("state").put("sum", sum);
            return answer;
          });
      for (int i = 0; i < 20; i++) {
        bench.put("a", String.valueOf(i));
      }
      bench.awaitDone();
      assertEquals(20, total.get());
      JsonNode first = bench.inputs.get(0);
      assertEquals("{}", first.path("state").toString());
      assertEquals("shardId-000000000000", first.path("shardId").asText());
      assertTrue(
          first.at("/window/start").asText().compareTo(first.at("/window/end").asText()) < 0);
    }
  }

  @Test
  void anAnswerWithoutStateFailsAndAStateThatIsTooLargeEndsTheWindowEarly() throws Exception {
    try (StreamBench bench = new StreamBench(1)) {
      AtomicInteger calls = new AtomicInteger();
      List<Integer> early = Collections.synchronizedList(new ArrayList<>());
      bench.start(
          Choice.batches(1).windows(Duration.ofSeconds(2000)),
          event -> {
            if (calls.incrementAndGet() == 1) {
              return success();
            }
            if (event.path("isWindowTerminatedEarly").asBoolean()) {
              early.add(event.path("state").path("text").asText().length());
            }
            ObjectNode answer = Json.object();
            String more = event.path("Records").isEmpty() ? "" : "x".repeat(600_000);
            answer.putObject("state").put("text", event.path("state").path("text").asText() + more);
            return answer;
          });
      for (int i = 0; i < 2; i++) {
        bench.put("a", String.valueOf(i));
      }
      bench.awaitDone();
      assertEquals(List.of("0"), texts(bench.inputs.get(1)), "tried again, since it had no state");
      // Both records may have come on the two sides of a window's end.
      assertTrue(early.equals(List.of(1_200_000)) || windows(bench) > 1, early::toString);
    }
  }

  private static long windows(StreamBench bench) {
    return bench.inputs.stream().map(i -> i.at("/window/start").asText()).distinct().count();
  }
}
