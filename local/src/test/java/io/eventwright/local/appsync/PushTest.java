package io.eventwright.local.appsync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.gateway.Gateway;
import io.eventwright.local.json.Json;
import io.eventwright.runtime.Clients;
import io.eventwright.runtime.Settings;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.function.PushFunction;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * The push function in front of a listener. Only the stream's reader is played here, and comes back
 * at once: what folds is only what was written while a batch was published. How many snapshots
 * there are is told and not asserted: it is the machine's speed.
 */
class PushTest {
  private static final int CHANGES = 1_000;
  private static final int ROWS = 20;

  /** As the template says. */
  private static final int BATCH = 1_000;

  private static final long APART_NANOS = TimeUnit.SECONDS.toNanos(1) / CHANGES;

  @Test
  void aThousandChangesAreSnapshotsWithTheLastOfEachRow() throws Exception {
    try (TestEventApi events = new TestEventApi();
        Gateway gateway = events.gateway();
        TestListener page = events.connect(events.token())) {
      page.subscribe("s", "/board/autumn");
      RequestStreamHandler push = function(gateway);
      BlockingQueue<JsonNode> stream = new LinkedBlockingQueue<>();
      Thread writer = new Thread(() -> write(stream), "writer");
      long begun = System.nanoTime();
      writer.start();
      int batches = 0;
      for (int read = 0; read < CHANGES; batches++) {
        List<JsonNode> batch = new ArrayList<>(List.of(stream.take()));
        stream.drainTo(batch, BATCH - 1);
        push.handleRequest(
            new ByteArrayInputStream(Json.bytes(Map.of("Records", batch))),
            OutputStream.nullOutputStream(),
            context());
        read += batch.size();
      }
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      Map<String, Integer> shown = new TreeMap<>();
      for (int snapshot = 0; snapshot < batches; snapshot++) {
        show(page.next(), shown);
      }
      page.hearsNothingElse();

      assertEquals(ROWS, shown.size());
      for (int row = 0; row < ROWS; row++) {
        assertEquals(CHANGES - ROWS + row, shown.get("player/" + row), "player/" + row);
      }
      System.out.printf(
          "push: %d changes of %d rows in %d ms: %d snapshots%n", CHANGES, ROWS, millis, batches);
    }
  }

  private static void write(BlockingQueue<JsonNode> stream) {
    long begun = System.nanoTime();
    for (int change = 0; change < CHANGES; change++) {
      for (long due = begun + change * APART_NANOS; System.nanoTime() < due; ) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      Map<String, String> row =
          Map.of(
              "pk",
              "leaderboard#autumn",
              "key",
              "autumn",
              "source",
              "arcade",
              "subject",
              "player/" + change % ROWS,
              "version",
              "%020d".formatted(change),
              "row",
              "{\"points\":" + change + "}");
      Map<String, Object> image = new TreeMap<>();
      row.forEach((name, value) -> image.put(name, Map.of("S", value)));
      stream.add(Json.toTree(Map.of("dynamodb", Map.of("NewImage", image))));
    }
  }

  /** Rows of a snapshot are newer than those shown, each. */
  private static void show(JsonNode data, Map<String, Integer> shown) {
    assertEquals("data", data.path("type").asText(), data.toString());
    for (JsonNode row : Json.parse(data.path("event").asText()).path("rows")) {
      int points = row.path("row").path("points").asInt(-1);
      Integer known = shown.put(row.path("subject").asText(), points);
      assertTrue(known == null || known < points, data.toString());
    }
  }

  private static RequestStreamHandler function(Gateway gateway) {
    Settings settings =
        new Settings(
            Map.of(
                    "EVENTWRIGHT_SYSTEM", "arcade",
                    "EVENTWRIGHT_PUSH_URL", "https://events.example.com/event",
                    "AWS_ENDPOINT_URL", gateway.endpoint().toString(),
                    "AWS_REGION", "us-east-1",
                    "AWS_ACCESS_KEY_ID", TestEventApi.accessKeyId("pusher"),
                    "AWS_SECRET_ACCESS_KEY", "local")
                ::get);
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return PushFunction.of(
        Map.of("leaderboard", "board"),
        new SystemRuntime(settings, new Clients(settings), Clock.systemUTC(), nowhere));
  }

  /** A context that has always a minute left. */
  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                method.getName().equals("getRemainingTimeInMillis") ? 60_000 : null);
  }
}
