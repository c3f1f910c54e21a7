package io.eventwright.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.delivery.Activity;
import io.eventwright.local.delivery.Destinations;
import io.eventwright.local.delivery.Pace;
import io.eventwright.local.delivery.Workers;
import io.eventwright.local.function.FunctionDefinition;
import io.eventwright.local.function.FunctionHost;
import io.eventwright.local.function.InvocationResult;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.json.Json;
import io.eventwright.local.kinesis.KinesisService;
import io.eventwright.local.kinesis.KinesisStream;
import io.eventwright.local.kinesis.KinesisStreams;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A stream, a mapping, and a function that a test writes as a lambda. */
final class StreamBench implements AutoCloseable {

  /** What the function does with an input: the output, or an exception for an error. */
  interface Behaviour {
    ObjectNode on(JsonNode event);
  }

  static final String STREAM = "arn:aws:kinesis:us-east-1:000000000000:stream/scores";
  static final String DESTINATION = "arn:aws:s3:::failures";

  final List<JsonNode> inputs = new CopyOnWriteArrayList<>();
  final List<JsonNode> failures = new CopyOnWriteArrayList<>();
  final List<String> failureKeys = new CopyOnWriteArrayList<>();
  final KinesisStreams streams =
      new KinesisStreams(
          Clock.systemUTC(), name -> "arn:aws:kinesis:us-east-1:000000000000:stream/" + name);

  private final KinesisService service = new KinesisService(streams);
  private final Workers workers = new Workers();
  private final Destinations destinations = new Destinations();
  private @Nullable KinesisMapping mapping;

  /** What goes wrong with its streams. */
  volatile StreamMishaps mishaps = StreamMishaps.NONE;

  StreamBench(int shards) {
    call("CreateStream", Json.object().put("StreamName", "scores").put("ShardCount", shards));
    destinations.add(
        "s3",
        (arn, message) -> {
          failures.add(Json.parse(message.body()));
          failureKeys.add(String.valueOf(message.attributes().get(FailureNotice.OBJECT_KEY)));
        });
  }

  /** What of a mapping a test chooses. */
  record Choice(
      int batch,
      int retries,
      boolean bisect,
      int parallel,
      @Nullable Duration window,
      String from) {
    static Choice batches(int batch) {
      return new Choice(batch, -1, false, 1, null, "TRIM_HORIZON");
    }

    Choice retrying(int most, boolean halving) {
      return new Choice(batch, most, halving, parallel, window, from);
    }

    Choice parallel(int parts) {
      return new Choice(batch, retries, bisect, parts, window, from);
    }

    Choice windows(Duration length) {
      return new Choice(batch, retries, bisect, parallel, length, from);
    }

    Choice from(String position) {
      return new Choice(batch, retries, bisect, parallel, window, position);
    }
  }

  void start(Choice choice, Behaviour behaviour) {
    FunctionHost host =
        new FunctionHost() {
          @Override
          public InvocationResult invoke(FunctionDefinition function, byte[] payload, String id) {
            JsonNode event = Json.parse(payload);
            inputs.add(event);
            try {
              return InvocationResult.returned(Json.bytes(behaviour.on(event)));
            } catch (RuntimeException e) {
              return InvocationResult.threw(e);
            }
          }

          @Override
          public int kill(FunctionDefinition function) {
            return 0;
          }

          @Override
          public void retire() {}

          @Override
          public void close() {}
        };
    Pace pace = new Pace(1000);
    LambdaFunctions functions =
        new LambdaFunctions(host, destinations, workers, new Activity(), pace, (f, line) -> {});
    MappingSettings settings =
        new MappingSettings(
            "mapping-id",
            STREAM,
            function(),
            choice.batch(),
            Duration.ZERO,
            1,
            true,
            true,
            RecordFilter.ALL,
            choice.retries(),
            null,
            choice.bisect(),
            DESTINATION,
            new StreamReading(choice.from(), null, choice.parallel(), choice.window()));
    KinesisStream stream = Objects.requireNonNull(streams.find("scores"));
    mapping =
        new KinesisMapping(
            settings,
            stream,
            functions,
            destinations,
            workers,
            pace,
            () -> mishaps,
            (f, line) -> {});
    mapping.start();
  }

  static FunctionDefinition function() {
    return new FunctionDefinition(
        "Recorder",
        "recorder",
        "arn:aws:lambda:us-east-1:000000000000:function:recorder",
        "Handler",
        Duration.ofSeconds(5),
        512,
        10,
        Map.of(),
        "arn:aws:iam::000000000000:role/recorder",
        "RECORDER",
        new FunctionDefinition.AsynchronousSettings(2, Duration.ofHours(6), null, null, null));
  }

  void put(String key, String data) {
    call(
        "PutRecord",
        Json.object()
            .put("StreamName", "scores")
            .put("PartitionKey", key)
            .put("Data", data.getBytes(StandardCharsets.UTF_8)));
  }

  ObjectNode call(String operation, ObjectNode body) {
    AwsResponse response =
        service.handle(AwsRequest.json("Kinesis_20131202." + operation, "kinesis", "test", body));
    if (!response.succeeded()) {
      throw new IllegalStateException(response.json().toString());
    }
    return response.json();
  }

  /** Waits until everything is fed; the bound is for a machine that stands still. */
  void awaitDone() throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    while (Objects.requireNonNull(mapping).busy()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("still busy after five minutes, " + inputs.size() + " inputs");
      }
      Thread.sleep(5);
    }
  }

  static List<String> texts(JsonNode event) {
    return event.findValuesAsText("data").stream().map(StreamBench::text).toList();
  }

  static String text(String data) {
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }

  static ObjectNode success() {
    return Json.object();
  }

  static ObjectNode failedAt(JsonNode event, int index) {
    ObjectNode answer = Json.object();
    answer
        .putArray("batchItemFailures")
        .addObject()
        .set("itemIdentifier", event.at("/Records/" + index + "/kinesis/sequenceNumber"));
    return answer;
  }

  @Override
  public void close() {
    if (mapping != null) {
      mapping.close();
    }
    workers.close();
  }
}
