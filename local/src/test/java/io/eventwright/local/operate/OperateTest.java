package io.eventwright.local.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.Cloud;
import io.eventwright.local.OperatedCloud;
import io.eventwright.local.json.Json;
import io.eventwright.local.sample.Clients;
import io.eventwright.runtime.anchor.Anchors;
import io.eventwright.runtime.anchor.LogHeads;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.log.Cause;
import io.eventwright.runtime.log.OutboxEvent;
import io.eventwright.runtime.log.RowHash;
import io.eventwright.runtime.log.VersionRow;
import io.eventwright.runtime.log.VersionRowItem;
import io.eventwright.runtime.seal.SubjectKeys;
import io.eventwright.runtime.store.Keys;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Each command as a person types it, on real engines. */
class OperateTest {

  private static final String POISON =
      """
      {"reason":"invalid-event","sentence":"/amount: must be at least 0","consumer":"credit-wallet",
       "eventId":"e-1","at":"2026-11-23T10:00:00.000Z","message":"{\\"detail\\":{\\"id\\":\\"e-1\\"}}"}
      """;

  private static @Nullable Cloud cloud;
  private static @Nullable SqsClient queues;
  private static @Nullable DynamoDbClient tables;
  private static @Nullable KinesisClient streams;
  private static @Nullable S3Client buckets;

  private String printed = "";

  @BeforeAll
  static void open() throws Exception {
    Cloud opened = OperatedCloud.start();
    cloud = opened;
    queues = Clients.of(SqsClient.builder(), opened.endpoint(), "LOCALTEST");
    tables = Clients.of(DynamoDbClient.builder(), opened.endpoint(), "LOCALTEST");
    streams = Clients.of(KinesisClient.builder(), opened.endpoint(), "LOCALTEST");
    buckets = Clients.of(S3Client.builder().forcePathStyle(true), opened.endpoint(), "LOCALTEST");
  }

  @AfterAll
  static void close() {
    Objects.requireNonNull(cloud).close();
  }

  @BeforeEach
  void empty() throws Exception {
    Objects.requireNonNull(cloud).reset();
  }

  private static SqsClient queues() {
    return Objects.requireNonNull(queues);
  }

  private static DynamoDbClient tables() {
    return Objects.requireNonNull(tables);
  }

  private static String ref(String logicalId) {
    return Objects.requireNonNull(cloud).stack().find(logicalId).orElseThrow().ref();
  }

  private int operate(String line) {
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text, true);
    List<String> words = new ArrayList<>(Operate.words(line));
    words.addAll(
        List.of(
            "--stack",
            "operated",
            "--endpoint",
            Objects.requireNonNull(cloud).endpoint().toString(),
            "--description",
            OperatedCloud.description().toString()));
    int status = Operate.commandLine(writer, writer).execute(words.toArray(String[]::new));
    printed = text.toString();
    return status;
  }

  private static void send(String queue, String body) {
    queues().sendMessage(send -> send.queueUrl(ref(queue)).messageBody(body));
  }

  private static List<String> receive(String queue) {
    return queues()
        .receiveMessage(receive -> receive.queueUrl(ref(queue)).maxNumberOfMessages(10))
        .messages()
        .stream()
        .map(Message::body)
        .toList();
  }

  @Test
  void aPersonIsForgottenOnceAndForGood() {
    String table = ref("KeysTable");
    String key = SubjectKeys.keyId("player", "p-1");
    tables()
        .putItem(
            put ->
                put.tableName(table)
                    .item(
                        Map.of(
                            "pk",
                            AttributeValue.fromS(key),
                            "key",
                            AttributeValue.fromB(SdkBytes.fromByteArray(new byte[32])))));

    assertEquals(0, operate("forget player --subject p-1"), printed);
    assertTrue(printed.contains("player p-1 is forgotten."), printed);
    Map<String, AttributeValue> row =
        tables()
            .getItem(get -> get.tableName(table).key(Map.of("pk", AttributeValue.fromS(key))))
            .item();
    assertEquals(Set.of("pk", "forgotten"), row.keySet());

    assertEquals(0, operate("forget player --subject p-1"), printed);
    assertTrue(printed.contains("has no key"), printed);
    assertEquals(2, operate("forget player"), "whom, it must be told");
  }

  @Test
  void whatIsInQuarantineIsListedAndStaysThere() throws Exception {
    send("QuarantineQueue", POISON);
    send("QuarantineQueue", "no JSON");

    assertEquals(0, operate("quarantine list"), printed);
    assertTrue(printed.contains("credit-wallet"), printed);
    assertTrue(printed.contains("/amount: must be at least 0"), printed);
    assertTrue(printed.contains("unreadable"), printed);
    assertTrue(printed.contains("2 in quarantine"), printed);

    assertEquals(0, operate("quarantine list"), "looking hides nothing");
    assertTrue(printed.contains("2 in quarantine"), printed);
  }

  @Test
  void oneIsShownWholeAndSentBackAsItWas() throws Exception {
    send("QuarantineQueue", POISON);

    assertEquals(0, operate("quarantine show e-1"), printed);
    assertTrue(printed.contains("\"eventId\" : \"e-1\""), printed);

    assertEquals(0, operate("quarantine return e-1"), printed);
    assertEquals(List.of("{\"detail\":{\"id\":\"e-1\"}}"), receive("CreditWalletQueue"));
    assertEquals(0, operate("quarantine list"));
    assertTrue(printed.contains("0 in quarantine"), printed);
  }

  @Test
  void allOfOneReasonAreSentBackAtOnce() throws Exception {
    for (int i = 0; i < 12; i++) {
      send("QuarantineQueue", POISON);
    }
    send("QuarantineQueue", POISON.replace("invalid-event", "claim-invalid"));

    assertEquals(
        0,
        operate("quarantine return-all --consumer credit-wallet --reason invalid-event"),
        printed);

    assertTrue(printed.contains("Sent 12 back to credit-wallet"), printed);
    assertTrue(printed.contains("looked at 13, which is all"), printed);
    assertEquals(0, operate("quarantine list"));
    assertTrue(printed.contains("1 in quarantine"), printed);
  }

  @Test
  void oneIsSentBackMended(@TempDir Path folder) throws Exception {
    send("QuarantineQueue", POISON);
    Path mended = Files.writeString(folder.resolve("mended one.json"), "{\"detail\":{}}");

    assertEquals(0, operate("quarantine return e-1 --mended '" + mended + "'"), printed);

    assertEquals(List.of("{\"detail\":{}}"), receive("CreditWalletQueue"));
  }

  @Test
  void oneIsWrittenIntoANewFileToBeMended(@TempDir Path folder) throws Exception {
    send("QuarantineQueue", POISON);
    Path file = folder.resolve("mend.json");

    assertEquals(0, operate("quarantine show e-1 --into " + file), printed);
    assertEquals("{\"detail\":{\"id\":\"e-1\"}}", Json.write(Json.parse(Files.readString(file))));
    assertEquals(1, operate("quarantine show e-1 --into " + file), printed);
    assertTrue(printed.contains("is there already"), printed);

    Files.writeString(file, Files.readString(file).replace("e-1", "e-2"));
    assertEquals(0, operate("quarantine return e-1 --mended " + file), printed);
    assertEquals("e-2", Json.parse(receive("CreditWalletQueue").get(0)).at("/detail/id").asText());
  }

  @Test
  void aMendedMessageThatIsNoJsonIsRefusedAndNothingIsLost(@TempDir Path folder) throws Exception {
    send("QuarantineQueue", POISON);
    Path mended = Files.writeString(folder.resolve("mended.json"), "{");

    assertEquals(1, operate("quarantine return e-1 --mended " + mended), printed);

    assertEquals(0, operate("quarantine list"));
    assertTrue(printed.contains("1 in quarantine"), printed);
    assertEquals(List.of(), receive("CreditWalletQueue"));
  }

  @Test
  void oneThatIsNotThereIsSaidSo() {
    assertEquals(1, operate("quarantine show nothing"));
    assertTrue(printed.contains("There is no message nothing in quarantine"), printed);
    assertEquals(2, operate("quarantin list"));
    assertTrue(printed.contains("Did you mean: operate quarantine"), printed);
  }

  @Test
  void oneGoesBackToWhateverChannelItCameBy() {
    send("QuarantineQueue", POISON.replace("credit-wallet", "follow-wallet"));
    assertEquals(0, operate("quarantine return e-1"), printed);
    assertEquals(List.of("{\"detail\":{\"id\":\"e-1\"}}"), receive("FollowWalletQueue"));

    send("QuarantineQueue", POISON.replace("credit-wallet", "record-score"));
    assertEquals(0, operate("quarantine return e-1"), printed);
    assertTrue(printed.contains("back to RecordScoreStream"), printed);

    send("QuarantineQueue", POISON.replace("credit-wallet", "nobody"));
    assertEquals(1, operate("quarantine return e-1"), printed);
    assertTrue(printed.contains("nobody has no queue, no stream and no function"), printed);
    assertEquals(0, operate("quarantine list"), printed);
    assertTrue(printed.contains("1 in quarantine"), printed);
  }

  @Test
  void oneGoesBackToAWorkerThatIsCalledAtOnce() throws Exception {
    send("QuarantineQueue", POISON.replace("credit-wallet", "watch-wallet"));

    assertEquals(0, operate("quarantine return e-1"), printed);

    assertTrue(printed.contains("back to WatchWalletFunction"), printed);
    awaitIdle();
    assertEquals(List.of("{\"detail\":{\"id\":\"e-1\"}}"), calledWith("WatchedQueue"));
    assertEquals(0, operate("quarantine list"), printed);
    assertTrue(printed.contains("0 in quarantine"), printed);
  }

  @Test
  void deadLettersGoBackToAWorkerThatIsCalledAtOnceWithoutWhatLambdaPutAroundThem()
      throws Exception {
    // As Lambda keeps what failed for good, and as a rule keeps what it could not deliver.
    send(
        "WatchWalletDeadLetterQueue",
        "{\"version\":\"1.0\",\"requestContext\":{\"condition\":\"RetriesExhausted\"},"
            + "\"requestPayload\":{\"n\":1},\"responsePayload\":{\"errorMessage\":\"no\"}}");
    send("WatchWalletDeadLetterQueue", "{\"n\":2}");
    send("WatchWalletDeadLetterQueue", "{\"n\":3,\"do\":\"throw\"}");

    assertEquals(0, operate("dead-letters redrive watch-wallet"), printed);

    assertTrue(printed.contains("Moved 3 back to WatchWalletFunction"), printed);
    awaitIdle();
    assertEquals(
        List.of("{\"n\":1}", "{\"n\":2}"), calledWith("WatchedQueue").stream().sorted().toList());
    assertEquals(
        List.of("{\"n\":3,\"do\":\"throw\"}"),
        calledWith("WatchWalletDeadLetterQueue"),
        "what fails again is kept again");
  }

  @Test
  void whatATopicsRuleCouldNotPublishIsToldToAllWhoListen() throws Exception {
    String one = "{\"detail\":{\"id\":\"n-1\",\"data\":{\"worth\":1,\"text\":\"a&b=c + ü\"}}}";
    String two = "{\"detail\":{\"id\":\"n-2\",\"data\":{\"worth\":2}}}";
    send("NewsTopicDeadLetterQueue", one);
    send("NewsTopicDeadLetterQueue", two);

    assertEquals(0, operate("dead-letters redrive news-topic"), printed);

    assertTrue(printed.contains("Moved 2 back to NewsTopic"), printed);
    awaitIdle();
    assertEquals(List.of(one, two), receive("ReadNewsQueue").stream().sorted().toList());
    assertEquals(List.of(one), receive("KeepNewsQueue"), "whoever filters still does");
    assertEquals(List.of(), receive("NewsTopicDeadLetterQueue"));
    assertEquals(1, operate("dead-letters redrive other-topic"));
    assertTrue(printed.contains("There is no queue OtherTopicDeadLetterQueue"), printed);
  }

  /** What a function was called with, as its destination tells it. */
  private static List<String> calledWith(String queue) {
    return receive(queue).stream()
        .map(told -> Json.write(Json.parse(told).path("requestPayload")))
        .toList();
  }

  @Test
  void anExpressSagaIsStartedByItsRuleAndAgainByItsDeadLetters() throws Exception {
    try (EventBridgeClient bridge =
        Clients.of(
            EventBridgeClient.builder(), Objects.requireNonNull(cloud).endpoint(), "LOCALTEST")) {
      PutEventsRequestEntry entry =
          PutEventsRequestEntry.builder()
              .eventBusName("operated")
              .source("operated")
              .detailType("brief.v1")
              .detail("{\"id\":\"b-1\"}")
              .build();
      bridge.putEvents(put -> put.entries(List.of(entry)));
    }
    // As it gives up itself, and as a rule keeps what it could not start.
    send("BriefDeadLetterQueue", "{\"id\":\"b-2\"}");
    send(
        "BriefDeadLetterQueue",
        "{\"source\":\"operated\",\"detail-type\":\"brief.v1\",\"detail\":{\"id\":\"b-3\"}}");

    assertEquals(0, operate("dead-letters redrive brief"), printed);
    assertTrue(printed.contains("Moved 2 back to BriefStateMachine"), printed);
    awaitIdle();
    for (String id : List.of("b-1", "b-2", "b-3")) {
      assertTrue(
          tables()
              .getItem(
                  get ->
                      get.tableName(ref("ControlTable"))
                          .key(Map.of("pk", AttributeValue.fromS("brief#" + id))))
              .hasItem(),
          id);
    }
    assertEquals(List.of(), receive("BriefDeadLetterQueue"));

    assertEquals(0, operate("sagas list"), printed);
    assertTrue(printed.contains("brief is express: it never waits for a person"), printed);
    assertTrue(printed.contains("/aws/vendedlogs/states/operated-brief"), printed);
  }

  @Test
  void sagasThatWaitAreListedShownAndToldHowToGoOn() throws Exception {
    String resumed = parkedSaga("e-1");
    String aborted = parkedSaga("e-2");
    assertEquals(0, operate("sagas list"), printed);
    assertTrue(printed.contains("Undo book-car"), printed);
    assertTrue(printed.contains("States.Timeout  e-1"), printed);
    assertTrue(printed.contains("2 waiting for a person"), printed);

    assertEquals(0, operate("sagas show e-1"), printed);
    assertTrue(printed.contains("\"state\" : \"Undo book-car\""), printed);
    assertTrue(printed.contains("RUNNING  " + resumed), printed);
    assertTrue(printed.contains("  Parked"), printed);

    // Nothing was mended: it parks again, in a row of its own.
    assertEquals(0, operate("sagas resume e-1"), printed);
    awaitIdle();
    assertEquals(0, operate("sagas list"), printed);
    assertTrue(printed.contains("2 waiting for a person"), printed);

    assertEquals(0, operate("sagas skip e-1"), printed);
    assertEquals(0, operate("sagas abort e-2"), printed);
    awaitIdle();
    assertEquals("SUCCEEDED", status(resumed));
    assertEquals("FAILED", status(aborted));
    assertEquals(0, operate("sagas list"), printed);
    assertTrue(printed.contains("0 waiting for a person"), printed);

    assertEquals(0, operate("sagas show " + aborted), printed);
    assertTrue(printed.contains("FAILED  " + aborted), printed);
    assertTrue(printed.contains("A person aborted the saga."), printed);
    assertEquals(1, operate("sagas skip e-1"), printed);
    assertTrue(printed.contains("No saga waits for a person by that name"), printed);
  }

  @Test
  void aSagaThatWaitsNoMoreIsSaidSoAndItsRowTakenOut() throws Exception {
    String stopped = parkedSaga("e-1");
    Objects.requireNonNull(cloud).stateMachines().stopExecution(stopped, null, null);

    assertEquals(1, operate("sagas resume e-1"), printed);
    assertTrue(printed.contains("It waits no more"), printed);
    assertEquals(0, operate("sagas list"), printed);
    assertTrue(printed.contains("0 waiting for a person"), printed);
  }

  private static String parkedSaga(String event) throws Exception {
    String machine =
        Objects.requireNonNull(cloud).stack().find("TripStateMachine").orElseThrow().arn();
    String execution =
        Objects.requireNonNull(cloud)
            .stateMachines()
            .startExecution(machine, null, "{\"id\": \"" + event + "\"}")
            .arn();
    awaitIdle();
    return execution;
  }

  private static void awaitIdle() throws Exception {
    assertTrue(Objects.requireNonNull(cloud).awaitIdle(Duration.ofMinutes(2)));
  }

  private static String status(String execution) {
    return Objects.requireNonNull(cloud).stateMachines().describeExecution(execution).status();
  }

  @Test
  void whatIsParkedIsListedShownAndLetGo() {
    String partition = "follow-wallet#shop#wallet p-1#credited";
    park(partition, "00002", "00001");
    park(partition, "00003", "00002");

    assertEquals(0, operate("parked list"), printed);
    assertTrue(printed.contains(partition), printed);
    assertTrue(printed.contains("2 parked"), printed);
    assertEquals(0, operate("parked show '" + partition + "' 00002"), printed);
    assertTrue(printed.contains("\"waitsFor\" : \"00001\""), printed);
    assertEquals(1, operate("parked show '" + partition + "' 00009"), printed);

    assertEquals(0, operate("parked release '" + partition + "'"), printed);
    assertEquals(List.of("{\"id\":\"e-00002\",\"subject\":\"p-1\"}"), receive("FollowWalletQueue"));
    String cursor =
        tables()
            .getItem(
                get ->
                    get.tableName(ref("OrderTable"))
                        .key(
                            Map.of(
                                "pk", AttributeValue.fromS(partition),
                                "sk", AttributeValue.fromS("cursor"))))
            .item()
            .get("last")
            .s();
    assertEquals("00001", cursor, "what is missing counts as passed");
    assertEquals(1, operate("parked release elsewhere"), printed);
    assertTrue(printed.contains("Nothing waits there"), printed);
  }

  /** As a worker parks it: the cursor counts what waits, the event stands beside it. */
  private static void park(String partition, String sequence, String previous) {
    tables()
        .updateItem(
            update ->
                update
                    .tableName(ref("OrderTable"))
                    .key(
                        Map.of(
                            "pk", AttributeValue.fromS(partition),
                            "sk", AttributeValue.fromS("cursor")))
                    .updateExpression("ADD parked :one")
                    .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
    tables()
        .putItem(
            put ->
                put.tableName(ref("OrderTable"))
                    .item(
                        Map.of(
                            "pk", AttributeValue.fromS(partition),
                            "sk", AttributeValue.fromS("parked#" + sequence),
                            "worker", AttributeValue.fromS("follow-wallet"),
                            "previous", AttributeValue.fromS(previous),
                            "id", AttributeValue.fromS("e-" + sequence),
                            "payload", AttributeValue.fromS("h"),
                            "at", AttributeValue.fromS("2026-11-23T10:00:00.000Z"),
                            "event",
                                AttributeValue.fromS(
                                    "{\"id\":\"e-" + sequence + "\",\"subject\":\"p-1\"}"))));
  }

  @Test
  void deadLettersAreCountedAndGoBackToTheirQueue() {
    send("CreditWalletDeadLetterQueue", "{\"id\":1}");
    send("CreditWalletDeadLetterQueue", "{\"id\":2}");

    assertEquals(0, operate("dead-letters list"), printed);
    assertTrue(printed.contains("2  CreditWalletDeadLetterQueue"), printed);

    assertEquals(0, operate("dead-letters redrive credit-wallet"), printed);
    assertEquals(
        List.of("{\"id\":1}", "{\"id\":2}"),
        receive("CreditWalletQueue").stream().sorted().toList());
    assertEquals(1, operate("dead-letters redrive Nobody"));
    assertTrue(printed.contains("There is no queue NobodyDeadLetterQueue"), printed);
  }

  @Test
  void whatAStreamGaveUpIsCountedAndGoesBackWithItsKey() {
    giveUp("RecordScore", 1, "p-1");
    giveUp("RecordScore", 2, "p-2");
    giveUp("OtherWorker", 3, "p-3");

    assertEquals(0, operate("dead-letters list"), printed);
    assertTrue(printed.contains("2  RecordScore, in FailedRecordsBucket"), printed);

    assertEquals(0, operate("dead-letters redrive record-score"), printed);
    assertTrue(printed.contains("Moved 2 back to RecordScoreStream"), printed);
    String iterator =
        streams()
            .getShardIterator(
                get ->
                    get.streamName(ref("RecordScoreStream"))
                        .shardId("shardId-000000000000")
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    List<String> records =
        streams().getRecords(get -> get.shardIterator(iterator)).records().stream()
            .map(record -> record.partitionKey() + " " + record.data().asUtf8String())
            .toList();
    assertEquals(List.of("p-1 {\"n\":1}", "p-2 {\"n\":2}"), records);
    assertEquals(0, operate("dead-letters list"), printed);
    assertTrue(printed.contains("1  OtherWorker, in FailedRecordsBucket"), printed);
    assertTrue(!printed.contains("RecordScore,"), printed);
  }

  private static void giveUp(String consumer, int n, String partitionKey) {
    String data =
        Base64.getEncoder().encodeToString(("{\"n\":" + n + "}").getBytes(StandardCharsets.UTF_8));
    String payload =
        "{\"Records\":[{\"kinesis\":{\"partitionKey\":\"%s\",\"data\":\"%s\"}}]}"
            .formatted(partitionKey, data);
    ObjectNode notice = Json.object();
    notice
        .putObject("requestContext")
        .put(
            "functionArn",
            "arn:aws:lambda:us-east-1:000000000000:function:operated-" + consumer + "Function-1X");
    notice.put("payload", payload);
    Objects.requireNonNull(buckets)
        .putObject(
            put ->
                put.bucket(ref("FailedRecordsBucket"))
                    .key("aws/lambda/m/shardId-000000000000/2026/11/23/" + n),
            RequestBody.fromString(Json.write(notice)));
  }

  private static KinesisClient streams() {
    return Objects.requireNonNull(streams);
  }

  @Test
  void anEntitysLogIsShownVerifiedAndReplayed() {
    String hash = RowHash.NONE;
    for (int version = 1; version <= 3; version++) {
      hash = write(version, hash);
    }

    assertEquals(0, operate("entity history wallet p-1"), printed);
    assertTrue(printed.contains("\"before\" : {"), printed);
    assertTrue(printed.contains("3 versions"), printed);
    assertEquals(0, operate("entity state wallet p-1 --version 2"), printed);
    assertTrue(printed.contains("\"balance\" : 20"), printed);
    assertEquals(0, operate("entity state wallet p-1 --at 2026-11-23T10:00:01Z"), printed);
    assertTrue(printed.contains("\"balance\" : 10"), printed);
    assertEquals(1, operate("entity state wallet p-1 --version 4"), printed);
    assertEquals(0, operate("entity verify wallet p-1"), printed);

    assertEquals(0, operate("replay"), printed);
    assertTrue(printed.contains("1 entities, 3 versions written"), printed);
    assertTrue(printed.contains("\nequal"), printed);

    tables()
        .deleteItem(
            delete ->
                delete
                    .tableName(ref("LogTable"))
                    .key(
                        Map.of(
                            "pk", AttributeValue.fromS("wallet#p-1"),
                            "sk", AttributeValue.fromS("v0000000000000000002"))));
    assertEquals(1, operate("entity verify wallet p-1"), printed);
    assertEquals(1, operate("replay --into operated-elsewhere"), printed);
    assertTrue(printed.contains("wallet#p-1 version 2 is missing"), printed);
  }

  @Test
  void aReadModelIsFilledFromTheLogAndProvenAndRebuilt() {
    for (int player = 1; player <= 5; player++) {
      scored("p-" + player, 100 * player);
    }
    assertEquals(0, operate("projections status board"), printed);
    assertTrue(printed.contains("Nothing was written yet"), printed);

    assertEquals(0, operate("projections rebuild board --settle 0"), printed);
    assertTrue(printed.contains("Fed 5 events, 5 of them news."), printed);
    assertTrue(printed.contains("Generation 2 is live."), printed);
    assertEquals(0, operate("projections status board"), printed);
    assertTrue(printed.contains("live      generation 2, 2 shards, sorted by total desc"), printed);

    assertEquals(0, operate("projections rebuild board --settle 0"), printed);
    assertTrue(printed.contains("5 rows of the same version"), printed);
    assertTrue(printed.contains("\nequal"), printed);
    assertTrue(printed.contains("Deleted 5 old rows."), printed);
    assertEquals(5, tables().scan(scan -> scan.tableName(ref("ViewsTable"))).count());
  }

  @Test
  void aReadModelThatSaysSomethingElseIsNotSwitchedUnlessThatIsAccepted() {
    scored("p-1", 100);
    assertEquals(0, operate("projections rebuild board --settle 0"), printed);
    Map<String, AttributeValue> row =
        new HashMap<>(tables().scan(scan -> scan.tableName(ref("ViewsTable"))).items().get(0));
    row.put("row", AttributeValue.fromS("{\"season\":\"s-1\",\"total\":7}"));
    tables().putItem(put -> put.tableName(ref("ViewsTable")).item(row));

    assertEquals(1, operate("projections rebuild board --settle 0"), printed);
    assertTrue(printed.contains("1 other than the live one:"), printed);
    assertTrue(printed.contains("  s-1 operated#score/p-1"), printed);
    assertTrue(printed.contains("NOT EQUAL"), printed);
    assertTrue(printed.contains("Not switched."), printed);
    assertEquals(0, operate("projections status board"), printed);
    assertTrue(printed.contains("building  generation 3"), printed);

    assertEquals(0, operate("projections rebuild board --settle 0 --accept"), printed);
    assertTrue(printed.contains("Going on with generation 3."), printed);
    assertTrue(printed.contains("Generation 3 is live."), printed);
    assertEquals(1, operate("projections abandon board --settle 0"), printed);
    assertTrue(printed.contains("Nothing is built."), printed);
    assertEquals(1, operate("projections rebuild nothing"), printed);
    assertTrue(printed.contains("There is no function NothingFunction"), printed);
  }

  private static void scored(String player, int total) {
    Envelope envelope =
        new Envelope(
            "scored-" + player,
            "operated",
            "scored.v1",
            "score/" + player,
            Instant.parse("2026-11-23T10:00:00Z"),
            "urn:eventwright:operated:scored:1.0",
            Keys.padded(1),
            null,
            null,
            null,
            null);
    VersionRow row =
        new VersionRow(
                "score#" + player,
                1,
                "{}",
                "entity:score",
                List.of(new OutboxEvent(envelope, "{\"season\":\"s-1\",\"total\":" + total + "}")),
                Map.of(),
                new Cause("c", "operated", "played.v1", "record-score", "c", null),
                Instant.parse("2026-11-23T10:00:00Z"),
                RowHash.NONE,
                "")
            .hashed();
    tables().putItem(put -> put.tableName(ref("LogTable")).item(VersionRowItem.write(row)));
  }

  private static String write(int version, String previous) {
    VersionRow row =
        new VersionRow(
                "wallet#p-1",
                version,
                "{\"balance\":" + 10 * version + "}",
                "entity:wallet",
                List.of(),
                Map.of(),
                new Cause("e-" + version, "shop", "paid.v1", "credit-wallet", "e-1", null),
                Instant.parse("2026-11-23T10:00:0" + version + "Z"),
                previous,
                "")
            .hashed();
    tables().putItem(put -> put.tableName(ref("LogTable")).item(VersionRowItem.write(row)));
    return row.hash();
  }

  private static void publish(String id, Instant time) {
    EventBridgeClient bridge =
        Clients.of(
            EventBridgeClient.builder(), Objects.requireNonNull(cloud).endpoint(), "LOCALTEST");
    PutEventsRequestEntry entry =
        PutEventsRequestEntry.builder()
            .eventBusName("operated")
            .source("arcade")
            .detailType("deposit-received.v2")
            .time(time)
            .detail("{\"id\":\"" + id + "\"}")
            .build();
    bridge.putEvents(put -> put.entries(List.of(entry)));
  }

  @Test
  void whatTheBusTookIsSentAgainToOneConsumerAndMarked() throws Exception {
    Instant now = Instant.now();
    publish("e-1", now.minusSeconds(7_200));
    publish("e-2", now.minusSeconds(600));
    publish("e-3", now);
    publish("too old to be kept", now.minusSeconds(31L * 86_400));
    assertTrue(Objects.requireNonNull(cloud).awaitIdle(Duration.ofMinutes(1)));
    assertEquals(4, receive("CreditWalletQueue").size());
    assertEquals(8, receive("OthersQueue").size() + receive("OthersQueue").size());

    assertEquals(0, operate("archive list"), printed);
    assertTrue(printed.contains("4 events"), printed);
    assertTrue(printed.contains("30 days"), printed);

    assertEquals(
        0,
        operate(
            "archive replay credit-wallet --name again --from "
                + now.minusSeconds(3_600)
                + " --to "
                + now.plusSeconds(1)),
        printed);
    assertTrue(printed.contains("COMPLETED"), printed);
    assertTrue(Objects.requireNonNull(cloud).awaitIdle(Duration.ofMinutes(1)));
    List<String> again = receive("CreditWalletQueue");
    assertEquals(2, again.size(), again.toString());
    for (String body : again) {
      assertEquals("again", Json.parse(body).path("replay-name").asText());
    }
    assertEquals(List.of(), receive("OthersQueue"), "nobody else is told");

    assertEquals(0, operate("archive list"), printed);
    assertTrue(printed.contains("4 events"), "what a replay brings is not kept again: " + printed);
    assertTrue(printed.contains("COMPLETED"), printed);
    assertEquals(
        1, operate("archive replay credit-wallet --name again --from " + now), "a name is new");
    assertTrue(printed.contains("already exists"), printed);
    assertEquals(1, operate("archive cancel again"), "it is over");
  }

  @Test
  void aReplayIsRefusedWhereItWouldReachNobodyOrBeginASaga() {
    assertEquals(1, operate("archive replay nobody --from 2026-11-23T10:00:00Z"));
    assertTrue(printed.contains("There is no rule of nobody. There are: "), printed);

    assertEquals(1, operate("archive replay purchase --from 2026-11-23T10:00:00Z"));
    assertTrue(printed.contains("A saga is begun by a new event only"), printed);

    assertEquals(
        1,
        operate(
            "archive replay credit-wallet --from 2026-11-23T10:00:00Z --to 2026-11-23T09:00:00Z"));
    assertTrue(printed.contains("must be before"), printed);
  }

  @Test
  void whatAReplayBroughtAndAPersonSendsBackIsNew() throws Exception {
    send(
        "QuarantineQueue",
        "{\"reason\":\"replay-too-old\",\"consumer\":\"credit-wallet\",\"eventId\":\"e-1\",\"message\":"
            + "\"{\\\"replay-name\\\":\\\"again\\\",\\\"detail\\\":{\\\"id\\\":\\\"e-1\\\"}}\"}");

    assertEquals(0, operate("quarantine return e-1"), printed);

    assertEquals(List.of("{\"detail\":{\"id\":\"e-1\"}}"), receive("CreditWalletQueue"));
  }

  @Test
  @DisplayName(
      "39: a log whose end was cut off, or that was written anew, is found by what was kept of it")
  void aCutEndIsFound() throws Exception {
    String first = write(1, RowHash.NONE);
    String second = write(2, first);
    write(3, second);
    Anchors anchors = new Anchors(Objects.requireNonNull(buckets), ref("AnchorBucket"));
    LogHeads heads = new LogHeads(tables(), ref("LogTable"));
    assertEquals(1, anchors.keep(heads, Instant.parse("2026-11-23T02:00:00Z")));
    assertEquals(0, operate("verify"), printed);
    assertTrue(printed.contains("1 entities have a head kept: the log holds each"), printed);

    delete(3);
    assertEquals(0, operate("entity verify wallet p-1"), "a chain without its end is a chain");
    assertEquals(1, operate("verify"), printed);
    assertTrue(
        printed.contains("wallet#p-1 version 3 was in the log and is not: its end was cut off"),
        printed);

    // What is kept later of the shorter log does not hide it.
    anchors.keep(heads, Instant.parse("2026-11-24T02:00:00Z"));
    assertEquals(1, operate("verify"), printed);

    write(3, first);
    assertEquals(1, operate("verify"), printed);
    assertTrue(printed.contains("wallet#p-1 version 3 is another than it was"), printed);
  }

  @Test
  @DisplayName("39: what is kept can be neither changed nor removed")
  void whatIsKeptIsLocked() {
    write(1, RowHash.NONE);
    S3Client s3 = Objects.requireNonNull(buckets);
    String bucket = ref("AnchorBucket");
    Anchors anchors = new Anchors(s3, bucket);
    LogHeads heads = new LogHeads(tables(), ref("LogTable"));
    Instant at = Instant.parse("2026-11-23T02:00:00Z");
    anchors.keep(heads, at);
    String key = s3.listObjectsV2(list -> list.bucket(bucket)).contents().get(0).key();

    assertThrows(S3Exception.class, () -> anchors.keep(heads, at), "a name is used once");
    assertThrows(S3Exception.class, () -> s3.deleteObject(d -> d.bucket(bucket).key(key)));
    assertThrows(
        S3Exception.class,
        () -> s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString("other")));
    assertEquals(0, operate("verify"), printed);
  }

  private static void delete(int version) {
    tables()
        .deleteItem(
            delete ->
                delete
                    .tableName(ref("LogTable"))
                    .key(
                        Map.of(
                            "pk", AttributeValue.fromS("wallet#p-1"),
                            "sk", AttributeValue.fromS("v000000000000000000" + version))));
  }
}
