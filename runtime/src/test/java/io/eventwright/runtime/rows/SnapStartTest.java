package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.Clients;
import io.eventwright.runtime.Settings;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.guard.BreakerSettings;
import io.eventwright.runtime.guard.Dependency;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.testing.Fault;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.StateWalk;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.Emission;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Row 43. What an instance holds before its first invocation is a function of its environment and
 * nothing else, which the first test shows value by value: so another one that is made alike is a
 * restored copy of it in all that matters, and the other tests take two of those.
 */
class SnapStartTest {
  private static final Pattern TOKEN = Pattern.compile("\"ClientRequestToken\":\"([^\"]+)\"");
  private static final Pattern OWNER = Pattern.compile("\":owner\":\\{\"S\":\"([^\"]+)\"}");

  private final AtomicInteger calls = new AtomicInteger();
  private TestCloud cloud;
  private Map<String, String> variables;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
    variables = new ConcurrentHashMap<>(cloud.variables());
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  /** An instance as it is when the snapshot is taken: made, and not invoked yet. */
  private RequestStreamHandler snapshot(Callable<String> gateway) {
    Settings settings = new Settings(variables::get);
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    SystemRuntime runtime =
        new SystemRuntime(settings, new Clients(settings), Clock.systemUTC(), nowhere);
    return QueueFunction.of(
        WorkerDefinition.named("settle", Sample.DEPOSIT_V2)
            .emits(Sample.CREDITED)
            .using(
                DependencySettings.of("gateway", Duration.ofMinutes(2))
                    .withBreaker(BreakerSettings.of(50, 20, Duration.ofSeconds(30))))
            .decidedUsing(
                (event, state, dependencies) -> {
                  Dependency dependency = dependencies.named("gateway");
                  dependency.call(gateway);
                  return Decision.publish(new Emission<>(Sample.CREDITED, event.data()));
                }),
        runtime);
  }

  private String pay() {
    return "paid " + calls.incrementAndGet();
  }

  @Test
  @DisplayName("row 43: nothing in a snapshot is drawn by chance or asked of anybody")
  void aSnapshotHoldsNothingOfItsOwn() {
    int before = cloud.calls.size();
    Callable<String> gateway = this::pay;
    List<String> one = StateWalk.of(snapshot(gateway));
    List<String> other = StateWalk.of(snapshot(gateway));

    assertTrue(one.size() > 50, () -> String.join("\n", one));
    assertEquals(String.join("\n", one), String.join("\n", other));
    assertEquals(before, cloud.calls.size());
  }

  @Test
  @DisplayName("row 43: two restored instances draw tokens and owners of their own")
  void identitiesAreDrawnAfterTheRestore() throws Exception {
    RequestStreamHandler one = snapshot(this::pay);
    RequestStreamHandler other = snapshot(this::pay);
    int before = cloud.calls.size();
    for (int i = 0; i < 5; i++) {
      assertEquals(List.of(), failures(one, batch(deposit("one-" + i, "p-1", 5))));
      assertEquals(List.of(), failures(other, batch(deposit("other-" + i, "p-1", 5))));
    }
    List<Fault.Call> made = List.copyOf(cloud.calls.subList(before, cloud.calls.size()));
    Set<String> tokens = new HashSet<>();
    made.stream()
        .filter(call -> call.operation().equals("TransactWriteItems"))
        .forEach(call -> assertTrue(tokens.add(found(TOKEN, call.body())), call.body()));
    assertEquals(10, tokens.size());
    Set<String> owners = new HashSet<>();
    made.stream()
        .filter(call -> OWNER.matcher(call.body()).find())
        .forEach(call -> owners.add(found(OWNER, call.body())));
    assertEquals(10, owners.size(), owners::toString);
  }

  @Test
  @DisplayName("row 43: of two restored instances with one message only one calls outside")
  void aLeaseTellsThemApart() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Callable<String> slow =
        () -> {
          inside.countDown();
          assertTrue(release.await(2, TimeUnit.MINUTES));
          return pay();
        };
    RequestStreamHandler one = snapshot(slow);
    RequestStreamHandler other = snapshot(slow);
    byte[] message = batch(deposit("e-1", "p-1", 5));
    CompletableFuture<List<String>> first =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return failures(one, message);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    assertTrue(inside.await(2, TimeUnit.MINUTES));
    assertEquals(List.of("m-0"), failures(other, message));
    release.countDown();

    assertEquals(List.of(), first.get(2, TimeUnit.MINUTES));
    assertEquals(1, calls.get());
  }

  @Test
  @DisplayName("row 43: a restored instance connects anew, with the credentials of its own start")
  void credentialsAreThoseAfterTheRestore() throws Exception {
    RequestStreamHandler one = snapshot(this::pay);
    RequestStreamHandler other = snapshot(this::pay);
    int before = cloud.calls.size();
    variables.put("AWS_ACCESS_KEY_ID", "RESTORED1");
    assertEquals(List.of(), failures(one, batch(deposit("e-1", "p-1", 5))));
    variables.put("AWS_ACCESS_KEY_ID", "RESTORED2");
    assertEquals(List.of(), failures(other, batch(deposit("e-2", "p-1", 5))));

    Set<String> keys = new HashSet<>();
    cloud.calls.subList(before, cloud.calls.size()).forEach(call -> keys.add(call.key()));
    assertEquals(Set.of("RESTORED1", "RESTORED2"), keys);
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertTrue(matcher.find(), text);
    return matcher.group(1);
  }
}
