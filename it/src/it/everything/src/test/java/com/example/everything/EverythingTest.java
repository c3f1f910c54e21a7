package com.example.everything;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.everything.entity.*;
import com.example.everything.event.*;
import com.example.everything.id.ThingId;
import com.example.everything.projection.*;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.entity.EntityType;
import io.eventwright.runtime.projection.ProjectionType;
import io.eventwright.runtime.publish.PreparedEvent;
import io.eventwright.runtime.publish.Publisher;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Each channel, order and trigger of a generated system has its effect, once, on the local cloud. */
@LocalCloudTest
class EverythingTest {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String SECRET = "not-for-everybody";

  @BeforeEach
  void empty(LocalCloud cloud) {
    cloud.reset();
  }

  @AfterEach
  void consumersAreBack(LocalCloud cloud) {
    for (String function :
        List.of("InQueue", "InLine", "InStream", "InMove", "InFan", "FollowSteps", "KnowNewest")) {
      cloud.resume(function + "Function");
    }
  }

  @Test
  void everyChannelAppliesEachEventOnceThoughAllAreDoubled(LocalCloud cloud) {
    Publisher publisher = runtime(cloud).publisher();
    List<PreparedEvent> events = new ArrayList<>();
    for (int number = 1; number <= 5; number++) {
      events.add(publisher.prepare(ThingDone.V1, "thing/t", done(number)));
    }
    publisher.send(events);
    publisher.send(events);
    cloud.awaitIdle(PATIENCE);

    List<Integer> all = List.of(1, 2, 3, 4, 5);
    assertEquals(all, sorted(cloud, Queueds.TYPE, Queued::numbers));
    assertEquals(all, sorted(cloud, Lineds.TYPE, Lined::numbers));
    assertEquals(all, sorted(cloud, Fanneds.TYPE, Fanned::numbers));
    assertEquals(List.of(3, 4, 5), sorted(cloud, Chosens.TYPE, Chosen::numbers));
    assertEquals(all, sorted(cloud, Calleds.TYPE, Called::numbers));
    assertEquals(all, sorted(cloud, Streameds.TYPE, Streamed::numbers));
    assertEquals(all, sorted(cloud, Moveds.TYPE, Moved::numbers));
    for (String queue : cloud.resources().keySet()) {
      if (queue.endsWith("DeadLetterQueue") || queue.equals("QuarantineQueue")) {
        assertEquals(0, cloud.depth(queue), queue);
      }
    }
  }

  @Test
  void aStepInAContainerAnswersAndOneWhoseProcessEndsIsUndone(LocalCloud cloud) {
    Publisher publisher = runtime(cloud).publisher();
    PreparedEvent good = publisher.prepare(PrintAsked.V1, "thing/good", print("good", 5));
    publisher.send(List.of(good, good));
    publisher.send(List.of(publisher.prepare(PrintAsked.V1, "thing/bad", print("bad", 13))));
    cloud.awaitIdle(PATIENCE);

    assertEquals(List.of(105), pages(cloud, "good"));
    assertEquals(List.of(998), pages(cloud, "bad"));
    List<String> printed = cloud.log("PrintPagePrintTaskDefinition").stream().filter(line -> line.startsWith("printing")).toList();
    assertEquals(1, printed.stream().filter(line -> line.startsWith("printing 5 as ")).count(), printed.toString());
    List<String> attempts = printed.stream().filter(line -> line.startsWith("printing 13 as ")).toList();
    assertEquals(2, attempts.size(), printed.toString());
    assertEquals(1, attempts.stream().distinct().count(), "it is told the same event each time");
  }

  /** Both readers are asked; one says that it is reading, and the other one nothing at all. */
  @Test
  void aReaderWhoIsHeardOfIsWaitedForAndAfterASilenceThePageIsTorn(LocalCloud cloud) throws Exception {
    assertEquals(404, send(cloud, "POST", "/pages/slow/reading", null).statusCode());
    assertEquals(404, send(cloud, "POST", "/pages/slow/read", "{\"number\":1}").statusCode());
    Publisher publisher = runtime(cloud).publisher();
    publisher.send(
        List.of(
            publisher.prepare(PrintAsked.V1, "thing/slow", print("slow", 60)),
            publisher.prepare(PrintAsked.V1, "thing/silent", print("silent", 61))));
    HttpResponse<String> reading = send(cloud, "POST", "/pages/slow/reading", null);
    for (long end = System.nanoTime() + PATIENCE.toNanos();
        reading.statusCode() == 404 && System.nanoTime() < end;
        reading = send(cloud, "POST", "/pages/slow/reading", null)) {
      Thread.sleep(100);
    }
    assertEquals(200, reading.statusCode(), reading.body());
    assertEquals("{\"outcome\":\"kept\",\"againWithinSeconds\":40}", reading.body());
    HttpResponse<String> read = send(cloud, "POST", "/pages/slow/read", "{\"number\":1}");
    assertEquals(200, read.statusCode(), read.body());

    HttpResponse<String> late = send(cloud, "POST", "/pages/slow/reading", null);
    assertEquals(409, late.statusCode(), late.body());
    assertTrue(late.body().contains("not-waiting"), late.body());
    cloud.await(PATIENCE, () -> pages(cloud, "silent").equals(List.of(61, 999)));
    cloud.awaitIdle(PATIENCE);
    assertEquals(List.of(60, 160), pages(cloud, "slow"));
    assertEquals(409, send(cloud, "POST", "/pages/silent/reading", null).statusCode());
  }

  private static PrintAskedV1 print(String thing, int number) {
    return PrintAskedV1.builder().thingId(new ThingId(thing)).number(number).build();
  }

  private static List<Integer> pages(LocalCloud cloud, String thing) {
    return runtime(cloud).entities(Pages.TYPE).current(thing).state().map(Page::numbers).orElse(List.of());
  }

  @Test
  void everyChannelFeedsAProjectionThoughAllAreDoubled(LocalCloud cloud) {
    Publisher publisher = runtime(cloud).publisher();
    for (int number = 1; number <= 2; number++) {
      for (String thing : List.of("b", "c", "a")) {
        PreparedEvent step =
            publisher.prepare(
                StepAsked.V1,
                "thing/" + thing,
                StepAskedV1.builder().thingId(new ThingId(thing)).number(number).build());
        publisher.send(List.of(step, step));
      }
    }
    cloud.awaitIdle(PATIENCE);

    SystemRuntime runtime = runtime(cloud);
    for (ProjectionType<SeenRow> type :
        List.of(
            SeenQueued.TYPE,
            SeenLined.TYPE,
            SeenStreamed.TYPE,
            SeenFanned.TYPE,
            SeenCalled.TYPE,
            SeenMoved.TYPE)) {
      for (int number = 1; number <= 2; number++) {
        assertEquals(
            List.of("c", "b", "a"),
            runtime.projection(type).rows(Integer.toString(number), null, 10).items().stream()
                .map(row -> row.row().thingId().value())
                .toList(),
            type.name());
      }
    }
    assertEquals(0, cloud.depth("QuarantineQueue"));
  }

  @Test
  void whatIsNotNeededIsNotOnTheWayToAnyWorkerThatSaysSo(LocalCloud cloud) {
    List.of("InQueueFunction", "InFanFunction", "InLineFunction").forEach(cloud::pause);
    Publisher publisher = runtime(cloud).publisher();
    publisher.publish(ThingDone.V1, "thing/t", done(7));
    cloud.await(PATIENCE, () -> cloud.depth("InQueueQueue") == 1);
    cloud.await(PATIENCE, () -> cloud.depth("InFanQueue") == 1);
    cloud.await(PATIENCE, () -> cloud.depth("InLineFifoQueue") == 1);

    String whole = waiting(cloud, "InFanQueue").get(0).body();
    assertTrue(whole.contains(SECRET), whole);
    for (String queue : List.of("InQueueQueue", "InLineFifoQueue")) {
      Message cut = waiting(cloud, queue).get(0);
      assertTrue(!cut.body().contains(SECRET), cut.body());
      assertTrue(cut.body().contains("\"number\":7"), cut.body());
      assertTrue(cut.body().length() < whole.length(), queue);
    }
  }

  @Test
  void strictWaitsForItsTurnAndLatestWinsDropsWhatIsOld(LocalCloud cloud) {
    cloud.pause("FollowStepsFunction");
    cloud.pause("KnowNewestFunction");
    Publisher publisher = runtime(cloud).publisher();
    for (int number = 1; number <= 4; number++) {
      publisher.publish(StepAsked.V1, "thing/t", StepAskedV1.builder().thingId(thing()).number(number).build());
      cloud.awaitIdle(PATIENCE);
    }
    assertEquals(List.of(1, 2, 3, 4), numbers(cloud, Steps.TYPE, Step::numbers));
    cloud.await(PATIENCE, () -> cloud.depth("FollowStepsQueue") == 4);
    cloud.await(PATIENCE, () -> cloud.depth("KnowNewestQueue") == 4);
    turnRound(cloud, "FollowStepsQueue");
    turnRound(cloud, "KnowNewestQueue");
    cloud.resume("FollowStepsFunction");
    cloud.resume("KnowNewestFunction");
    cloud.awaitIdle(PATIENCE);

    assertEquals(List.of(1, 2, 3, 4), numbers(cloud, Trails.TYPE, Trail::numbers));
    assertTrue(said(cloud, "FollowStepsFunction", "parked") >= 1);
    assertEquals(List.of(4), numbers(cloud, Newests.TYPE, Newest::numbers));
    assertTrue(said(cloud, "KnowNewestFunction", "stale") >= 1);
  }

  @Test
  void aTextOverTheLimitArrivesIntactByEveryChannelThatCanTakeIt(LocalCloud cloud) {
    String text = "abcdefghij".repeat(29_000);
    Publisher publisher = runtime(cloud).publisher();
    PreparedEvent event =
        publisher.prepare(BlobSent.V1, "thing/t", BlobSentV1.builder().thingId(thing()).text(text).build());
    publisher.send(List.of(event, event));
    cloud.awaitIdle(PATIENCE);

    QueuedBlob queued = runtime(cloud).entities(QueuedBlobs.TYPE).current("t").state().orElseThrow();
    CalledBlob called = runtime(cloud).entities(CalledBlobs.TYPE).current("t").state().orElseThrow();
    assertEquals(text.length(), queued.length());
    assertEquals(text.hashCode(), queued.hash());
    assertEquals(text.hashCode(), called.hash());
    assertEquals(1, runtime(cloud).entities(CalledBlobs.TYPE).current("t").version());
  }

  /** A release that changes the channel: what is left in the old one, and what comes by the new. */
  @Test
  void bothChannelsAreConsumedUntilTheOldOneIsDrained(LocalCloud cloud) {
    cloud.pause("InMoveFunction");
    Publisher publisher = runtime(cloud).publisher();
    PreparedEvent left = publisher.prepare(ThingDone.V1, "thing/t", done(1));
    PreparedEvent fresh = publisher.prepare(ThingDone.V1, "thing/t", done(2));
    PreparedEvent inBoth = publisher.prepare(ThingDone.V1, "thing/t", done(3));
    try (SqsClient queues = SqsClient.create()) {
      for (PreparedEvent old : List.of(left, inBoth)) {
        queues.sendMessage(send -> send.queueUrl(cloud.ref("InMoveQueue")).messageBody(old.detail()));
      }
    }
    publisher.send(List.of(fresh, inBoth));
    cloud.awaitIdle(PATIENCE);
    cloud.resume("InMoveFunction");
    cloud.awaitIdle(PATIENCE);

    assertEquals(List.of(1, 2, 3), sorted(cloud, Moveds.TYPE, Moved::numbers));
    assertEquals(0, cloud.depth("InMoveQueue"));
  }

  @Test
  void aTimeStartsAWorkerByEachChannelThatItCanComeBy(LocalCloud cloud) {
    for (String schedule : List.of("Tick", "TickLine", "TickCall")) {
      cloud.runSchedule(schedule + "Schedule");
    }
    cloud.awaitIdle(PATIENCE);

    for (String clock : List.of("clock", "clock-line", "clock-call")) {
      assertTrue(runtime(cloud).entities(Tickses.TYPE).current(clock).version() >= 1, clock);
    }
  }

  @Test
  void anObjectStartsAWorkerByEachChannelThatItCanComeBy(LocalCloud cloud) {
    try (S3Client objects = S3Client.builder().forcePathStyle(true).build()) {
      for (String key : List.of("in/a b.txt", "out/a.txt", "in/" + "long".repeat(240))) {
        objects.putObject(
            put -> put.bucket(cloud.name("DropsBucket")).key(key), RequestBody.fromString("seven.."));
      }
    }
    cloud.awaitIdle(PATIENCE);

    for (String drop : List.of("drop-queue", "drop-line", "drop-call")) {
      assertEquals(
          List.of(7, 7),
          runtime(cloud).entities(Tickses.TYPE).current(drop).state().map(Ticks::numbers).orElse(List.of()),
          drop);
    }
  }

  /** Four workers: each is told of both orders but the one that takes large ones only. */
  @Test
  void anotherSystemsEventsComeByEachChannelThatTheyCanComeBy(LocalCloud cloud) {
    try (EventBridgeClient buses = EventBridgeClient.create()) {
      for (int number : new int[] {3, 9}) {
        PutEventsRequestEntry entry =
            PutEventsRequestEntry.builder()
                .eventBusName("partner-bus")
                .source("com.partner")
                .detailType("partner-order.v1")
                .detail("{\"thingId\":\"t\",\"number\":" + number + "}")
                .build();
        assertEquals(0, buses.putEvents(put -> put.entries(entry)).failedEntryCount());
      }
    }
    cloud.awaitIdle(PATIENCE);

    assertEquals(List.of(3, 3, 3, 9, 9, 9, 9), sorted(cloud, Ordereds.TYPE, Ordered::numbers));
  }

  @Test
  void aPageOfAnotherOriginMayCallTheRestApi(LocalCloud cloud) throws Exception {
    HttpResponse<String> preflight =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(cloud.api("Api") + "/things/t"))
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                    .header("Origin", "https://play.example.com")
                    .header("Access-Control-Request-Method", "GET")
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(200, preflight.statusCode());
    assertEquals("GET,OPTIONS", preflight.headers().firstValue("access-control-allow-methods").orElse(""));
    HttpResponse<String> none = send(cloud, "GET", "/things/nobody", null);
    assertEquals(404, none.statusCode());
    assertEquals(
        "https://play.example.com", none.headers().firstValue("access-control-allow-origin").orElse(""));
  }

  @Test
  void aRestApiPublishesCallsAndReads(LocalCloud cloud) throws Exception {
    String body = "{\"thingId\":\"t\",\"number\":5,\"note\":\"\"}";
    HttpResponse<String> published = send(cloud, "POST", "/things", body);
    assertEquals(202, published.statusCode(), published.body());
    HttpResponse<String> again = send(cloud, "POST", "/things", body);
    assertEquals(published.body(), again.body());
    HttpResponse<String> answered =
        send(cloud, "POST", "/questions", "{\"thingId\":\"t\",\"number\":6}");
    assertEquals(200, answered.statusCode(), answered.body());
    cloud.awaitIdle(PATIENCE);

    assertEquals(List.of(5), numbers(cloud, Queueds.TYPE, Queued::numbers));
    assertEquals(List.of(6), numbers(cloud, Askeds.TYPE, Asked::numbers));
    HttpResponse<String> read = send(cloud, "GET", "/things/t", null);
    assertTrue(read.body().contains("\"numbers\":[5]"), read.body());
    assertEquals(
        403,
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(cloud.api("Api") + "/things/t")).build(),
                HttpResponse.BodyHandlers.ofString())
            .statusCode());
  }

  /** Puts the messages of a queue back in the opposite order, as a redelivery may. */
  private static void turnRound(LocalCloud cloud, String queue) {
    String url = cloud.ref(queue);
    List<Message> taken = new ArrayList<>();
    try (SqsClient queues = SqsClient.create()) {
      cloud.await(
          PATIENCE,
          () -> {
            taken.addAll(
                queues.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10)).messages());
            return taken.size() == 4;
          });
      taken.sort(java.util.Comparator.comparing(EverythingTest::sequence));
      Collections.reverse(taken);
      for (Message message : taken) {
        queues.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
      for (Message message : taken) {
        queues.sendMessage(send -> send.queueUrl(url).messageBody(message.body()));
      }
    }
  }

  private static String sequence(Message message) {
    return message.body().replaceFirst("(?s).*\"sequence\":\"(\\d+)\".*", "$1");
  }

  private static long said(LocalCloud cloud, String function, String outcome) {
    return cloud.log(function).stream()
        .filter(line -> line.contains("\"outcome\":\"" + outcome + "\""))
        .count();
  }

  private static List<Message> waiting(LocalCloud cloud, String queue) {
    try (SqsClient queues = SqsClient.create()) {
      return queues
          .receiveMessage(receive -> receive.queueUrl(cloud.ref(queue)).visibilityTimeout(0))
          .messages();
    }
  }

  private static HttpResponse<String> send(
      LocalCloud cloud, String method, String path, String body) throws Exception {
    URI uri = URI.create(cloud.api("Api") + path);
    byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    SdkHttpRequest.Builder plain =
        SdkHttpRequest.builder().uri(uri).method(SdkHttpMethod.fromValue(method));
    if (body != null) {
      plain.putHeader("Content-Type", "application/json").putHeader("Idempotency-Key", "\"one\"");
    }
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                sign ->
                    sign.identity(AwsBasicCredentials.create("LOCALTEST", "local"))
                        .request(plain.build())
                        .payload(() -> new java.io.ByteArrayInputStream(bytes))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(bytes));
    TreeSet<String> own = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    own.addAll(List.of("Host", "Content-Length"));
    signed
        .request()
        .headers()
        .forEach(
            (name, values) -> {
              if (!own.contains(name)) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static SystemRuntime runtime(LocalCloud cloud) {
    return SystemRuntime.of(
        Map.of(
            "EVENTWRIGHT_SYSTEM", "everything",
            "EVENTWRIGHT_BUS", cloud.name("Bus"),
            "EVENTWRIGHT_LOG_TABLE", cloud.name("LogTable"),
            "EVENTWRIGHT_VIEWS_TABLE", cloud.name("ViewsTable"),
            "EVENTWRIGHT_CONTROL_TABLE", cloud.name("ControlTable"),
            "EVENTWRIGHT_CLAIM_BUCKET", cloud.name("ClaimsBucket")));
  }

  private static <S> List<Integer> numbers(
      LocalCloud cloud, EntityType<S> type, Function<S, List<Integer>> numbers) {
    return runtime(cloud).entities(type).current("t").state().map(numbers).orElse(List.of());
  }

  private static <S> List<Integer> sorted(
      LocalCloud cloud, EntityType<S> type, Function<S, List<Integer>> numbers) {
    return numbers(cloud, type, numbers).stream().sorted().toList();
  }

  private static ThingId thing() {
    return new ThingId("t");
  }

  private static ThingDoneV1 done(int number) {
    return ThingDoneV1.builder().thingId(thing()).number(number).note(SECRET).build();
  }
}
