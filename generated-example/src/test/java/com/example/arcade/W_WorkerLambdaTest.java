package com.example.arcade;

import static com.example.arcade.Arcade.deposit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.Context;
import com.example.arcade.event.DepositReceived;
import com.example.arcade.function.CreditWalletFunction;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.Environment;
import io.eventwright.runtime.log.EntityKey;
import io.eventwright.runtime.log.LogVerifier;
import io.eventwright.runtime.publish.PreparedEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** W: a function for each task, each with a role of its own, and safe under many threads. */
@LocalCloudTest
class W_WorkerLambdaTest {
  private static final int THREADS = 32;
  private static final int PLAYERS = 5;

  /** All that the runtime asks of it is how much time there is. */
  private static final Context TIME_LEFT =
      (Context)
          Proxy.newProxyInstance(
              Context.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (proxy, method, arguments) ->
                  method.getName().equals("getRemainingTimeInMillis") ? 60_000 : null);

  @Test
  void eachTaskIsAFunctionWithARoleOfItsOwn() throws IOException {
    String template = Files.readString(Path.of("target/sam/template.yaml"));
    Set<String> handlers = new HashSet<>();
    Set<String> roles = new HashSet<>();
    List<String> functions = blocks(template, "AWS::Serverless::Function");
    for (String function : functions) {
      assertTrue(handlers.add(first(function, "Handler: (\\S+)::")), function);
      assertTrue(roles.add(first(function, "Role: (.+)")), function);
      assertTrue(function.contains("\n      Timeout:"), function);
    }
    for (String worker : List.of("CreditWallet", "ReserveItem", "RecordScore", "AcceptAvatar")) {
      assertTrue(handlers.contains("com.example.arcade.function." + worker + "Function"), worker);
    }
  }

  /** Batches of five, each event in two of them, all at one handler object at once. */
  @Test
  void oneHandlerServesManyThreads(LocalCloud cloud) throws Exception {
    cloud.reset();
    Arcade arcade = new Arcade(cloud);
    Environment.override(variables(cloud));
    List<String> batches = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      String batch = batch(arcade, i);
      batches.add(batch);
      batches.add(batch);
    }
    CreditWalletFunction handler = new CreditWalletFunction();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<String>> answers =
          batches.stream().map(batch -> threads.submit(() -> call(handler, batch))).toList();
      for (Future<String> answer : answers) {
        again(handler, batches, answers.indexOf(answer), answer.get());
      }
    } finally {
      threads.shutdownNow();
      Environment.override(System.getenv());
    }
    cloud.awaitIdle();
    for (int player = 0; player < PLAYERS; player++) {
      assertEquals((long) THREADS, arcade.wallet("p-" + player).balance());
      LogVerifier.Verdict verdict =
          new LogVerifier(arcade.runtime().log()).verify(new EntityKey("wallet", "p-" + player));
      assertTrue(verdict.holds(), verdict.toString());
      assertEquals((long) THREADS, verdict.versions());
    }
  }

  /** What conflicted for too long comes again, as the queue would have it. */
  private static void again(
      CreditWalletFunction handler, List<String> batches, int at, String answer) {
    String last = answer;
    for (int tries = 0; last.contains("itemIdentifier") && tries < 20; tries++) {
      last = call(handler, batches.get(at));
    }
    assertTrue(!last.contains("itemIdentifier"), last);
  }

  private static String call(CreditWalletFunction handler, String batch) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(batch.getBytes(StandardCharsets.UTF_8)), answer, TIME_LEFT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  private static String batch(Arcade arcade, int number) {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < PLAYERS; i++) {
      PreparedEvent event =
          arcade
              .runtime()
              .publisher()
              .prepare(DepositReceived.V2, "player/p-" + i, deposit("p-" + i, 1));
      String body = event.detail().replace("\\", "\\\\").replace("\"", "\\\"");
      records.add("{\"messageId\":\"m-%d-%d\",\"body\":\"%s\"}".formatted(number, i, body));
    }
    return "{\"Records\":[" + String.join(",", records) + "]}";
  }

  private static Map<String, String> variables(LocalCloud cloud) {
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.put("EVENTWRIGHT_SYSTEM", "arcade");
    variables.put("EVENTWRIGHT_LOG_TABLE", cloud.name("LogTable"));
    variables.put("EVENTWRIGHT_INBOX_TABLE", cloud.name("InboxTable"));
    variables.put("EVENTWRIGHT_QUARANTINE_URL", cloud.ref("QuarantineQueue"));
    variables.put("AWS_ENDPOINT_URL", cloud.endpoint().toString());
    variables.putIfAbsent("AWS_REGION", "us-east-1");
    variables.putIfAbsent("AWS_ACCESS_KEY_ID", "local");
    variables.putIfAbsent("AWS_SECRET_ACCESS_KEY", "local");
    return variables;
  }

  /** Resources of a type, as they stand in the template. */
  private static List<String> blocks(String template, String type) {
    return Pattern.compile("(?m)^  \\w+:\n(?:    .*\n|\n|  #.*\n)*")
        .matcher(template)
        .results()
        .map(MatchResult::group)
        .filter(block -> block.contains("    Type: " + type + "\n"))
        .toList();
  }

  private static String first(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow();
  }
}
