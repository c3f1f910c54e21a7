package com.example.arcade;

import static com.example.arcade.Arcade.deposit;
import static com.example.arcade.Arcade.purchase;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.MisbehavingGateway.Mood;
import com.example.arcade.event.ArcadePublisher;
import com.example.arcade.event.ItemStockedV1;
import com.example.arcade.event.MatchStartedV1;
import com.example.arcade.id.ItemId;
import com.example.arcade.id.MatchId;
import com.example.arcade.id.PlayerId;
import com.example.arcade.id.SeasonId;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.SagaUnderTest.Fault;
import io.eventwright.runtime.event.Claim;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Has every function and state machine do each thing that it has a reason to do: what happens each
 * day, and what happens when something is wrong. What looks after the rest is in {@link
 * EveryGrantOfTheSystem}.
 */
final class EveryGrant {
  /** However busy the machine is: waiting ends when it is idle. */
  static final Duration PATIENCE = Duration.ofMinutes(6);

  static final String PLAYER = "p-zoe";

  private static final int PURCHASES_IN_THE_OUTAGE = 14;

  private final LocalCloud cloud;
  private final Arcade arcade;
  private final ArcadePublisher publisher;

  EveryGrant(LocalCloud cloud) {
    this.cloud = cloud;
    this.arcade = new Arcade(cloud);
    this.publisher = new ArcadePublisher(arcade.runtime());
  }

  /** Events that are well, that are broken, that come twice, that name their data only. */
  void ofConsumers() throws JsonParseFailure {
    stock();
    putSamples();
    put(
        firstOfEach(
            SampleEvent.invalid().stream()
                .filter(event -> Set.of("type", "required").contains(event.keyword()))));
    AvatarsTest.put(cloud, "in/" + PLAYER + ".png", AvatarsTest.png(4, 4));
    try (SqsClient queues = SqsClient.create()) {
      consumers("Queue")
          .forEach(
              queue ->
                  queues.sendMessage(send -> send.queueUrl(cloud.ref(queue)).messageBody("{}")));
    }
    cloud.awaitIdle(PATIENCE);
    putSamples();
    claims();
    aWindowThatEndsTwice();
    cloud.awaitIdle(PATIENCE);
  }

  /** Its second end has seen more than its first: it was decided on without what came late. */
  private void aWindowThatEndsTwice() throws JsonParseFailure {
    SampleEvent score = SampleEvent.valid("score-recorded").get(0);
    JsonObject whole = (JsonObject) Json.parse(score.json());
    String late = with(score, "{\"data\":" + whole.get("data") + "}").toString();
    for (List<String> seen : List.of(List.of(score.json()), List.of(score.json(), late))) {
      List<String> records = new ArrayList<>();
      for (String event : seen) {
        records.add(
            "{\"kinesis\":{\"partitionKey\":\"p\",\"sequenceNumber\":\"%d\",\"data\":\"%s\"},\"eventID\":\"shardId-9:%d\"}"
                .formatted(
                    records.size() + 1,
                    Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8)),
                    records.size() + 1));
      }
      cloud.invoke(
          "SummariseSeasonFunction",
          "{\"Records\":%s,\"window\":{\"start\":\"2026-11-23T10:00:00Z\",\"end\":\"2026-11-23T10:00:10Z\"},\"state\":{},\"shardId\":\"shardId-9\",\"eventSourceARN\":\"%s\",\"isFinalInvokeForWindow\":true,\"isWindowTerminatedEarly\":false}"
              .formatted(records, cloud.arn("SummariseSeasonStream")));
    }
  }

  private void stock() {
    publisher.publish("player/" + PLAYER, deposit(PLAYER, 90_000));
    publisher.publish(
        "shop/robot", ItemStockedV1.builder().itemId(new ItemId("robot")).quantity(90).build());
    // Of the samples' match it may be told first that it has ended.
    publisher.publish(
        "match/zoe",
        MatchStartedV1.builder()
            .matchId(new MatchId("3a1f6b52-7c4e-4c0a-9a57-1f7f3f0c9e11"))
            .playerId(new PlayerId(PLAYER))
            .season(new SeasonId("2026-autumn"))
            .build());
    cloud.awaitIdle(PATIENCE);
  }

  private void putSamples() {
    put(firstOfEach(SampleEvent.valid().stream()));
  }

  /** One of each version of each event. */
  private static Collection<SampleEvent> firstOfEach(Stream<SampleEvent> events) {
    Map<String, SampleEvent> first = new TreeMap<>();
    events.forEach(
        event -> first.putIfAbsent(event.name().replaceFirst("^([^/]+/[^/]+)/.*", "$1"), event));
    return first.values();
  }

  private void put(Collection<SampleEvent> events) {
    try (EventBridgeClient bus = EventBridgeClient.create()) {
      for (SampleEvent event : events) {
        bus.putEvents(
            request ->
                request.entries(
                    PutEventsRequestEntry.builder()
                        .eventBusName(cloud.name("Bus"))
                        .source("arcade")
                        .detailType(event.type().wireType())
                        .detail(event.json())
                        .build()));
      }
    }
  }

  /** What feeds functions, by the end of its name. */
  private Stream<String> consumers(String kind) {
    return cloud.resources().keySet().stream()
        .filter(id -> id.endsWith(kind))
        .filter(id -> cloud.resources().containsKey(function(id, kind)))
        .sorted();
  }

  private static String function(String id, String kind) {
    return id.substring(0, id.length() - kind.length()) + "Function";
  }

  /**
   * Events that name their data only, as one of a newer minor may, and events without a field of
   * theirs, which cannot be decided on: to each queue, and to each function that a saga calls.
   */
  private void claims() throws JsonParseFailure {
    JsonObject named = named(SampleEvent.valid("purchase-requested").get(0));
    JsonObject broken = with(SampleEvent.valid("purchase-requested").get(0), "{\"data\":{}}");
    try (SqsClient queues = SqsClient.create()) {
      consumers("Queue")
          .forEach(
              queue -> {
                for (JsonObject event : List.of(named, broken)) {
                  queues.sendMessage(
                      send -> send.queueUrl(cloud.ref(queue)).messageBody(event.toString()));
                }
              });
    }
    for (String saga : List.of("purchase", "payout")) {
      SampleEvent starts = SampleEvent.valid(saga + "-requested").get(0);
      List<JsonObject> events = List.of(named(starts), with(starts, "{\"data\":{}}"));
      cloud.permissionsGranted().stream()
          .filter(line -> line.contains(" RememberDecisions dynamodb:PutItem "))
          .filter(line -> line.endsWith(" " + saga + "#*"))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .forEach(function -> events.forEach(event -> cloud.invoke(function, call(saga, event))));
    }
  }

  private static String call(String saga, JsonObject event) {
    return "{\"saga\":\"%s\",\"execution\":\"zero-trust\",\"step\":\"claimed\",\"direction\":\"do\",\"outcome\":\"done\",\"event\":%s}"
        .formatted(saga, event);
  }

  private JsonObject named(SampleEvent sample) throws JsonParseFailure {
    JsonObject whole = (JsonObject) Json.parse(sample.json());
    Claim claim =
        arcade
            .runtime()
            .claims()
            .checkIn(sample.type().wireType(), String.valueOf(whole.get("data")));
    return with(
        sample,
        "{\"dataref\":\"s3://%s/%s\",\"datasha256\":\"%s\",\"databytes\":%d}"
            .formatted(claim.bucket(), claim.key(), claim.sha256(), claim.bytes()));
  }

  /** Another event, with other data. */
  private static JsonObject with(SampleEvent sample, String data) throws JsonParseFailure {
    JsonObject whole = (JsonObject) Json.parse(sample.json());
    JsonObject.Builder event = JsonObject.builder();
    for (int i = 0; i < whole.size(); i++) {
      if (whole.name(i).equals("id")) {
        event.put("id", new JsonString(UUID.randomUUID().toString()));
      } else if (!whole.name(i).equals("data")) {
        event.put(whole.name(i), whole.value(i));
      }
    }
    JsonObject other = (JsonObject) Json.parse(data);
    for (int i = 0; i < other.size(); i++) {
      event.put(other.name(i), other.value(i));
    }
    return event.build();
  }

  /** Sagas that end well, that are undone, and that nobody can bring to an end. */
  void ofSagas() {
    buy();
    try (Fault late = cloud.saga("purchase").fail("charge-wallet").afterItsEffect()) {
      buy();
      try (Fault undo = cloud.saga("purchase").failUndoOf("reserve-item").beforeItsEffect()) {
        buy();
        assertTrue(late.struck() > 0 && undo.struck() > 0);
      }
    }
    Payouts.fill(cloud);
    Payouts payouts = new Payouts(cloud);
    for (boolean approved : new boolean[] {false, true}) {
      payouts.request(12_000, 7_000, 5_000);
      payouts.awaitWaiting();
      payouts.answer("referee", approved);
      cloud.awaitIdle(PATIENCE);
    }
    try (Fault late = cloud.saga("payout").fail("pay-prize").afterItsEffect()) {
      payouts.request(1_000, 600, 400);
      cloud.awaitIdle(PATIENCE);
      try (Fault undo = cloud.saga("payout").failUndoOf("hold-pot").beforeItsEffect()) {
        payouts.request(1_000, 600, 400);
        cloud.awaitIdle(PATIENCE);
        assertTrue(late.struck() > 0 && undo.struck() > 0);
      }
    }
  }

  private void buy() {
    publisher.publish("player/" + PLAYER, purchase(PLAYER, "robot", 1, 100));
    cloud.awaitIdle(PATIENCE);
  }

  /** The gateway fails until its breaker opens, and is well again. */
  void ofTheDependency(MisbehavingGateway gateway) throws JsonParseFailure {
    aMessageThatHasKilledFiveInstances();
    gateway.becomes(Mood.FAILS);
    for (int i = 0; i < PURCHASES_IN_THE_OUTAGE; i++) {
      publisher.publish("player/" + PLAYER, purchase(PLAYER, "robot", 1, 100));
    }
    cloud.await(
        PATIENCE,
        () ->
            cloud.log("SettlePurchaseFunction").stream()
                .anyMatch(line -> line.contains("breaker open")));
    gateway.becomes(Mood.WELL);
    // Waits are so short here that some messages have used up their attempts.
    int before = gateway.settled();
    buy();
    cloud.await(PATIENCE, () -> gateway.settled() > before);
    cloud.awaitIdle(PATIENCE);
  }

  private void aMessageThatHasKilledFiveInstances() throws JsonParseFailure {
    SampleEvent sample = SampleEvent.valid("purchase-completed").get(0);
    JsonObject whole = (JsonObject) Json.parse(sample.json());
    JsonObject event = with(sample, "{\"data\":" + whole.get("data") + "}");
    String id = ((JsonString) Objects.requireNonNull(event.get("id"))).value();
    Map<String, AttributeValue> lease =
        Map.of(
            "pk", AttributeValue.fromS("lease#settle-purchase#arcade#" + id),
            "owner", AttributeValue.fromS("killed"),
            "until", AttributeValue.fromN("0"),
            "attempt", AttributeValue.fromN("5"),
            "runs", AttributeValue.fromN("5"));
    try (DynamoDbClient tables = DynamoDbClient.create();
        SqsClient queues = SqsClient.create()) {
      tables.putItem(put -> put.tableName(cloud.name("ControlTable")).item(lease));
      queues.sendMessage(
          send -> send.queueUrl(cloud.ref("SettlePurchaseQueue")).messageBody(event.toString()));
    }
    cloud.awaitIdle(PATIENCE);
    assertTrue(cloud.depth("SettlePurchaseDeadLetterQueue") > 0);
  }

  /** Requests of all kinds, one that is repeated, and a snapshot that is too old. */
  void ofRoutes() {
    for (int i = 0; i < 2; i++) {
      RoutesTest.post(cloud, PLAYER, "zero-trust", RoutesTest.body("robot"));
    }
    cloud.awaitIdle(PATIENCE);
    RoutesTest.get(cloud, "/wallets/" + PLAYER, PLAYER, Map.of());
    for (String path :
        List.of("/players/" + PLAYER + "/purchases", "/seasons/2026-autumn/leaderboard")) {
      RoutesTest.get(cloud, path, PLAYER, Map.of());
      RoutesTest.get(cloud, path + "?subject=none", PLAYER, Map.of("Min-Version", "1"));
    }
  }
}
