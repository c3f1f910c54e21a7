package io.eventwright.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.function.FunctionDefinition;
import io.eventwright.local.function.InvocationResult;
import io.eventwright.local.function.ProcessHost;
import io.eventwright.local.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Functions as processes behind the Runtime API, with AWS's interface client. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ProcessHostTest {

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final ProcessHost host =
      new ProcessHost(
          TestCloud.classPaths(),
          URI.create("http://127.0.0.1:1"),
          "us-east-1",
          (function, line) -> log.add(line));

  ProcessHostTest() throws IOException {}

  /** Far more than anything here takes, however busy the machine. */
  private static final FunctionDefinition FUNCTION = function(Duration.ofMinutes(2));

  private static FunctionDefinition function(Duration timeout) {
    return new FunctionDefinition(
        "Behaviour",
        "test-Behaviour",
        "arn:aws:lambda:us-east-1:000000000000:function:b",
        "io.eventwright.local.sample.Behaviour",
        timeout,
        256,
        1,
        Map.of(),
        "",
        "LOCAL1",
        new FunctionDefinition.AsynchronousSettings(0, Duration.ZERO, null, null, null));
  }

  @AfterEach
  void end() {
    host.close();
  }

  @Test
  void aProcessAnswersThrowsAndStaysWarm() throws Exception {
    JsonNode first = Json.parse(invoke("{\"do\":\"echo\"}").payload());
    InvocationResult thrown = invoke("{\"do\":\"throw\"}");
    JsonNode third = Json.parse(invoke("{\"do\":\"echo\"}").payload());

    assertEquals("echo", first.at("/event/do").asText());
    assertTrue(thrown.failed());
    assertEquals("as asked", thrown.errorMessage());
    assertEquals(3, third.path("calls").asInt());
    // What a process says is read beside its answers.
    awaitLine("asked to throw");
  }

  @Test
  void aKilledProcessFailsItsInvocationAndTheNextStartsAnother() throws Exception {
    invoke("{\"do\":\"echo\"}");
    CompletableFuture<InvocationResult> slow =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return invoke("{\"do\":\"sleep\",\"millis\":100000}");
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    awaitLine("asked to sleep");
    assertEquals(1, host.kill(FUNCTION));

    assertTrue(slow.get().errorMessage().contains("Runtime exited with error"));
    assertEquals(1, Json.parse(invoke("{\"do\":\"echo\"}").payload()).path("calls").asInt());
  }

  @Test
  void aProcessOverItsTimeIsEnded() throws Exception {
    FunctionDefinition impatient = function(Duration.ofSeconds(1));
    // The first has a start's time as well.
    assertFalse(invoke(impatient, "{\"do\":\"echo\"}").failed());

    InvocationResult slow = invoke(impatient, "{\"do\":\"sleep\",\"millis\":60000}");

    assertTrue(slow.errorMessage().endsWith("Task timed out after 1.00 seconds"));
  }

  private void awaitLine(String words) throws InterruptedException {
    while (log.stream().noneMatch(line -> line.contains(words))) {
      Thread.sleep(10);
    }
  }

  private InvocationResult invoke(String payload) throws InterruptedException {
    return invoke(FUNCTION, payload);
  }

  private InvocationResult invoke(FunctionDefinition function, String payload)
      throws InterruptedException {
    return host.invoke(
        function, payload.getBytes(StandardCharsets.UTF_8), UUID.randomUUID().toString());
  }
}
