package io.eventwright.local.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.Cloud;
import io.eventwright.local.OperatedCloud;
import io.eventwright.local.json.Json;
import io.eventwright.local.sample.Clients;
import io.eventwright.runtime.call.AttemptLease;
import io.eventwright.runtime.call.LeaseTable;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.EnvelopeWriter;
import io.eventwright.runtime.inbox.InboxRow;
import io.eventwright.runtime.log.Cause;
import io.eventwright.runtime.log.EntityKey;
import io.eventwright.runtime.log.OutboxEvent;
import io.eventwright.runtime.log.RowHash;
import io.eventwright.runtime.log.VersionRow;
import io.eventwright.runtime.log.VersionRowItem;
import io.eventwright.runtime.order.Cursor;
import io.eventwright.runtime.order.OrderKey;
import io.eventwright.runtime.order.OrderTable;
import io.eventwright.runtime.order.ParkedEvent;
import io.eventwright.runtime.store.Keys;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What happened to event X: asked as a person types it, answered from rows as the runtime has them.
 */
class EventLookupTest {

  private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
  private static final String DAY = " --from 2026-11-23T00:00:00Z --to 2026-11-24T00:00:00Z";

  private static @Nullable Cloud cloud;
  private static @Nullable DynamoDbClient tables;
  private static @Nullable SqsClient queues;

  private String printed = "";
  private @Nullable Path description = OperatedCloud.description();

  @BeforeAll
  static void open() throws Exception {
    Cloud opened = OperatedCloud.start();
    cloud = opened;
    tables = Clients.of(DynamoDbClient.builder(), opened.endpoint(), "LOCALTEST");
    queues = Clients.of(SqsClient.builder(), opened.endpoint(), "LOCALTEST");
  }

  @AfterAll
  static void close() {
    Objects.requireNonNull(cloud).close();
  }

  @BeforeEach
  void empty() throws Exception {
    Objects.requireNonNull(cloud).reset();
  }

  @Test
  void eventsAreListedOverAllEntitiesPageByPageInEitherOrder() {
    List<String> all = new ArrayList<>();
    List<Map<String, AttributeValue>> rows = new ArrayList<>();
    for (int i = 0; i < 260; i++) {
      // Many of one instant, in all shards, over three hours.
      Instant at = TEN.plus(Duration.ofMinutes(i / 20 * 15L));
      String id = "e-" + (1000 + i);
      all.add(id);
      rows.add(VersionRowItem.write(row("wallet", "p-" + i, 1, at, "j", paid(id, at, "p-" + i))));
    }
    putAll(rows);

    for (String order : List.of("", " --oldest-first")) {
      List<String> seen = new ArrayList<>();
      List<String> times = new ArrayList<>();
      String next = "";
      int pages = 0;
      do {
        assertEquals(0, operate("events list --json --most 70" + DAY + order + next), printed);
        for (String line : printed.split("\n")) {
          if (line.startsWith("{")) {
            JsonNode event = Json.parse(line);
            seen.add(event.path("id").asText());
            times.add(event.path("at").asText());
          }
        }
        Matcher more = Pattern.compile("--after (\\S+)").matcher(printed);
        next = more.find() ? " --after " + more.group(1) : "";
        pages++;
      } while (!next.isEmpty());
      assertEquals(4, pages);
      assertEquals(260, seen.size());
      assertEquals(new HashSet<>(all), new HashSet<>(seen), "none twice, none missed");
      List<String> sorted =
          times.stream()
              .sorted(order.isEmpty() ? Comparator.reverseOrder() : Comparator.naturalOrder())
              .toList();
      assertEquals(sorted, times);
    }

    assertEquals(
        0,
        operate("events list --from 2026-11-23T10:15:00Z --to 2026-11-23T10:15:00Z --type paid@1"),
        printed);
    assertTrue(printed.contains("20 events; looked at 20 versions"), printed);
    assertEquals(0, operate("events list --type charged" + DAY), printed);
    assertTrue(printed.contains("0 events; looked at 260 versions"), printed);
  }

  @Test
  void aJourneyIsListedInItsOrderWithWhatBecameOfEachOfItsEvents() {
    put(row("order", "o-1", 1, TEN, "j-1", event("e-1", "paid.v1", TEN, "order/o-1", "{}", "j-1")));
    put(row("wallet", "p-1", 1, TEN.plusSeconds(2), "j-1", charged("e-3", 2, "j-1")));
    put(row("wallet", "p-2", 1, TEN.plusSeconds(1), "j-1", charged("e-2", 1, "j-1")));
    put(row("wallet", "p-3", 1, TEN.plusSeconds(1), "j-2", charged("e-4", 1, "j-2")));
    decided("credit-wallet", "e-1", InboxRow.Outcome.REFUSED, "too-late", "the shop is closed");

    assertEquals(0, operate("events list --journey j-1 --consumers" + DAY), printed);

    List<String> lines = printed.lines().toList();
    List<String> events = lines.stream().filter(line -> line.startsWith("2026")).toList();
    assertEquals(3, events.size(), printed);
    assertTrue(events.get(0).contains(" e-1 ") && events.get(1).contains(" e-2 "), printed);
    assertTrue(events.get(2).contains(" e-3 "), printed);
    assertTrue(
        printed.contains("credit-wallet        refused") && printed.contains("too-late: the shop"),
        printed);
    assertTrue(printed.contains("sum-up               folded"), printed);
    assertTrue(
        printed.contains("looked at 4 versions from 2026-11-23T00:00:00Z to 2026-11-24T00:00:00Z"),
        printed);
  }

  @Test
  void anEventIsShownWithItsVersionAndWhatIsSensitiveHidden() {
    put(row("wallet", "p-1", 1, TEN, "j", null, "{\"owner\":\"Ann\",\"balance\":1}"));
    String data =
        "{\"amount\":1.10,\"card\":{\"number\":\"4711\",\"kind\":\"x\"},\"notes\":[\"one\",\"two\"],"
            + "\"email\":\"sealed:1:player#6f0c:qz3J\"}";
    OutboxEvent paid = event("e-1", "paid.v1", TEN, "wallet/p-1", data, "j");
    put(row("wallet", "p-1", 2, TEN, "j", paid, "{\"owner\":\"Bob\",\"balance\":2}"));

    assertEquals(0, operate("events show e-1 --json" + DAY), printed);

    JsonNode shown = Json.parse(printed);
    assertEquals(
        "{\"amount\":1.10,\"card\":{\"number\":\"***\",\"kind\":\"x\"},\"notes\":[\"***\",\"***\"],"
            + "\"email\":\"***\"}",
        Json.write(shown.path("data")));
    assertEquals("***", shown.at("/decision/before/owner").asText());
    assertEquals(1, shown.at("/decision/before/balance").asInt());
    assertEquals(2, shown.at("/decision/after/balance").asInt());
    assertEquals("wallet#p-1", shown.at("/decision/entity").asText());
    assertEquals("pay", shown.at("/decision/cause/worker").asText());
    assertTrue(shown.at("/decision/hash").asText().length() > 10, printed);
    assertFalse(shown.path("onTheBus").asBoolean(), "the relay has not come to it");
    assertFalse(printed.contains("Ann") || printed.contains("Bob") || printed.contains("4711"));

    relayed("wallet#p-1", 2);
    assertEquals(0, operate("events show e-1" + DAY), printed);
    assertTrue(printed.contains("onTheBus  true"), printed);
    assertFalse(printed.contains("4711"), printed);
    assertEquals(0, operate("entity history wallet p-1"), printed);
    assertTrue(printed.contains("\"balance\" : 2"), printed);
    assertFalse(printed.contains("Bob"), printed);

    description = null;
    assertEquals(0, operate("events show e-1" + DAY), printed);
    assertTrue(
        printed.contains("\"amount\":\"***\""), "what is not known is not shown: " + printed);
    assertTrue(printed.contains("operate.json is not there"), printed);
  }

  @Test
  void whatBecameOfAnEventIsToldOfEveryConsumer() {
    OutboxEvent paid = event("e-1", "paid.v1", TEN, "wallet/p-1", "{}", "j");
    put(row("wallet", "p-1", 1, TEN, "j", paid));
    relayed("wallet#p-1", 1);
    put(row("wallet", "p-2", 1, TEN.plusSeconds(5), "j", charged("e-2", 1, "j")));
    decided("credit-wallet", "e-1", InboxRow.Outcome.APPLIED, "wallet#p-2", 1);
    send(
        "QuarantineQueue",
        "{\"reason\":\"payload-changed\",\"sentence\":\"other data\",\"consumer\":\"credit-wallet\","
            + "\"eventId\":\"e-1\",\"message\":\"{}\"}");
    send("OthersDeadLetterQueue", EnvelopeWriter.write(paid.envelope(), "{}"));
    send("OthersDeadLetterQueue", EnvelopeWriter.write(charged("e-9", 9, "j").envelope(), "{}"));

    assertEquals(0, operate("events show e-1" + DAY), printed);

    assertTrue(printed.contains("credit-wallet        applied    2026-11-23T10:00:07Z"), printed);
    assertTrue(printed.contains("wallet#p-2 v1"), printed);
    assertTrue(printed.contains("published charged.v1  e-2"), printed);
    assertTrue(
        printed.contains("others               no trace")
            && printed.contains("not what its where lets through"),
        printed);
    assertTrue(printed.contains("trip                 no trace"), printed);
    assertTrue(printed.contains("in quarantine  credit-wallet"), printed);
    assertTrue(printed.contains("payload-changed: other data"), printed);
    assertEquals(1, printed.split("in OthersDeadLetterQueue", -1).length - 1, printed);
    assertEquals(0, operate("quarantine list"), "looking hides nothing: " + printed);
    assertTrue(printed.contains("1 in quarantine"), printed);
  }

  @Test
  void waitingStaleAndAttemptedAreToldApart() {
    OutboxEvent late = charged("e-3", 3, "j");
    put(row("wallet", "p-1", 3, TEN, "j", late));
    relayed("wallet#p-1", 3);
    OrderKey key = Objects.requireNonNull(OrderKey.of("follow-wallet", late.envelope()));
    OrderTable order = new OrderTable(tables(), ref("OrderTable"));
    ParkedEvent waits =
        new ParkedEvent(
            key.partition(),
            "follow-wallet",
            Keys.padded(3),
            Keys.padded(2),
            "e-3",
            "h",
            TEN,
            "{}");
    assertEquals(OrderTable.Parked.PARKED, order.park(waits, Cursor.NONE));
    new AttemptLease(
            new LeaseTable(tables(), ref("ControlTable"), Duration.ofMinutes(1)),
            Keys.join("watch-wallet", "operated", "e-3"),
            Clock.systemUTC(),
            Duration.ofDays(1),
            AttemptLease.ATTEMPTS)
        .begin(1_000, false);

    assertEquals(0, operate("events show e-3 --most 0" + DAY), printed);
    assertTrue(printed.contains("follow-wallet        parked"), printed);
    assertTrue(printed.contains("waits for " + Keys.padded(2)), printed);
    assertTrue(printed.contains("watch-wallet         attempted"), printed);
    assertTrue(printed.contains("1 times, 1 of which count; one runs now"), printed);

    tables()
        .putItem(
            put ->
                put.tableName(ref("OrderTable"))
                    .item(
                        Map.of(
                            "pk", AttributeValue.fromS(key.partition()),
                            "sk", AttributeValue.fromS("cursor"),
                            "last", AttributeValue.fromS(Keys.padded(4)))));
    tables()
        .deleteItem(
            delete ->
                delete
                    .tableName(ref("OrderTable"))
                    .key(
                        Map.of(
                            "pk", AttributeValue.fromS(key.partition()),
                            "sk", AttributeValue.fromS("parked#" + Keys.padded(3)))));
    assertEquals(0, operate("events show e-3 --most 0" + DAY), printed);
    assertTrue(printed.contains("follow-wallet        passed"), printed);
    decided("follow-wallet", "e-3", InboxRow.Outcome.STALE, null, "3 came after 4");
    assertEquals(0, operate("events show e-3 --most 0" + DAY), printed);
    assertTrue(printed.contains("follow-wallet        stale"), printed);
    assertTrue(printed.contains("3 came after 4"), printed);
  }

  @Test
  void aReadModelTellsWhetherItShowsTheEvent() {
    Envelope first = scored(1);
    put(
        row(
            "score",
            "p-1",
            1,
            TEN,
            "j",
            new OutboxEvent(first, "{\"season\":\"s-1\",\"total\":1}")));
    assertEquals(0, operate("events show s-1 --most 0" + DAY), printed);
    assertTrue(printed.contains("board                no trace"), printed);

    assertEquals(0, operate("projections rebuild board --settle 0"), printed);
    assertEquals(0, operate("events show s-1 --most 0" + DAY), printed);
    assertTrue(printed.contains("board                shown"), printed);

    put(
        row(
            "score",
            "p-1",
            2,
            TEN.plusSeconds(1),
            "j",
            new OutboxEvent(scored(2), "{\"season\":\"s-1\",\"total\":2}")));
    assertEquals(0, operate("projections rebuild board --settle 0 --accept"), printed);
    assertEquals(0, operate("events show s-1 --most 0" + DAY), printed);
    assertTrue(printed.contains("board                overtaken"), printed);
    assertTrue(printed.contains("shows " + Keys.padded(2)), printed);
  }

  @Test
  void aSagaTellsItsExecutionAndItsStepsDecisions() {
    put(row("wallet", "p-1", 1, TEN, "j", event("e-1", "paid.v1", TEN, "wallet/p-1", "{}", "j")));
    tables()
        .putItem(
            put ->
                put.tableName(ref("ControlTable"))
                    .item(
                        Map.of(
                            "pk", AttributeValue.fromS("saga#trip#e-1"),
                            "execution", AttributeValue.fromS("x-1"),
                            "at", AttributeValue.fromS("2026-11-23T10:00:03.000Z"))));
    decide("trip#x-1#book-car#do", InboxRow.Outcome.REFUSED, "no-car", "none is free", null, 0);

    assertEquals(0, operate("events show e-1 --most 0" + DAY), printed);
    assertTrue(printed.contains("trip                 started"), printed);
    assertTrue(printed.contains("execution x-1"), printed);
    assertTrue(printed.contains("trip do book-car     refused"), printed);

    put(row("saga-trip", "x-1", 1, TEN.plusSeconds(9), "j", charged("e-8", 1, "j")));
    decide("trip#x-1#end", InboxRow.Outcome.APPLIED, null, null, "saga-trip#x-1", 1);
    assertEquals(0, operate("events show e-1 --most 0" + DAY), printed);
    assertTrue(printed.contains("trip                 ended"), printed);
    assertTrue(printed.contains("execution x-1, charged.v1"), printed);
  }

  @Test
  void anExpressSagaTellsItsStepsDecisionsByTheEventsId() {
    put(row("wallet", "p-1", 1, TEN, "j", event("e-1", "brief.v1", TEN, "wallet/p-1", "{}", "j")));
    assertEquals(0, operate("events show e-1 --most 0" + DAY), printed);
    assertTrue(printed.contains("it has decided nothing, or long ago"), printed);

    decide("brief#e-1#book-car#do", InboxRow.Outcome.REFUSED, "no-car", "none is free", null, 0);
    assertEquals(0, operate("events show e-1 --most 0" + DAY), printed);
    assertTrue(printed.contains("brief                started"), printed);
    assertTrue(printed.contains("dead-letters redrive brief"), printed);
    assertTrue(printed.contains("brief do book-car    refused"), printed);

    put(row("saga-brief", "e-1", 1, TEN.plusSeconds(9), "j", charged("e-8", 1, "j")));
    decide("brief#e-1#end", InboxRow.Outcome.APPLIED, null, null, "saga-brief#e-1", 1);
    assertEquals(0, operate("events show e-1 --most 0" + DAY), printed);
    assertTrue(printed.contains("brief                ended"), printed);
    assertTrue(printed.contains("express, charged.v1"), printed);
  }

  @Test
  void whatCameFromOutsideIsAnsweredByWhoHandledIt() {
    String id = "clean-up/2026-11-23T10:00:00Z";
    decide(
        Keys.join("clean-up", "aws.scheduler", id),
        InboxRow.Outcome.UNCHANGED,
        null,
        null,
        null,
        0);
    decide(
        Keys.join("route-post-payments", "r-1"),
        InboxRow.Outcome.APPLIED,
        null,
        null,
        "route-post-payments#r-1",
        1);

    assertEquals(0, operate("events show " + id + " --most 0" + DAY), printed);
    assertTrue(printed.contains("clean-up             unchanged"), printed);
    assertTrue(printed.contains("is not among what 0 versions from"), printed);
    assertFalse(printed.contains("no trace"), "who has not heard of it says nothing: " + printed);
    assertEquals(0, operate("events show r-1 --most 0" + DAY), printed);
    assertTrue(printed.contains("route-post-payments  applied"), printed);
    assertEquals(1, operate("events show nothing --most 0" + DAY), printed);
  }

  @Test
  void aTimeThatIsNoneIsRefused() {
    assertEquals(1, operate("events list --from 2026-11-23T10:00:00Z --to 2026-11-22T10:00:00Z"));
    assertTrue(printed.contains("is after --to"), printed);
    assertEquals(1, operate("events list --from 2001-01-01T00:00:00Z"));
    assertTrue(printed.contains("more than 366 days"), printed);
    assertEquals(1, operate("events list --after nonsense"));
    assertTrue(printed.contains("is not what a list has printed"), printed);
    assertEquals(0, operate("events list"), printed);
    assertTrue(printed.contains("0 events; looked at 0 versions from"), printed);
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
            Objects.requireNonNull(cloud).endpoint().toString()));
    Path known = description;
    if (known != null) {
      words.addAll(List.of("--description", known.toString()));
    }
    int status = Operate.commandLine(writer, writer).execute(words.toArray(String[]::new));
    printed = text.toString();
    return status;
  }

  private static DynamoDbClient tables() {
    return Objects.requireNonNull(tables);
  }

  private static String ref(String logicalId) {
    return Objects.requireNonNull(cloud).stack().find(logicalId).orElseThrow().ref();
  }

  private static void send(String queue, String body) {
    Objects.requireNonNull(queues).sendMessage(send -> send.queueUrl(ref(queue)).messageBody(body));
  }

  private static OutboxEvent paid(String id, Instant at, String player) {
    return event(id, "paid.v1", at, "wallet/" + player, "{\"amount\":1}", "j");
  }

  private static OutboxEvent charged(String id, long sequence, String journey) {
    return new OutboxEvent(
        new Envelope(
            id,
            "operated",
            "charged.v1",
            "wallet/p-1",
            TEN,
            "urn:eventwright:operated:charged:1.0",
            Keys.padded(sequence),
            sequence == 1 ? null : Keys.padded(sequence - 1),
            journey,
            "e-0",
            null),
        "{}");
  }

  private static OutboxEvent event(
      String id, String type, Instant at, String subject, String data, String journey) {
    return new OutboxEvent(
        new Envelope(
            id, "operated", type, subject, at, null, Keys.padded(1), null, journey, "e-0", null),
        data);
  }

  private static Envelope scored(long sequence) {
    return new Envelope(
        "s-" + sequence,
        "operated",
        "scored.v1",
        "score/p-1",
        TEN,
        "urn:eventwright:operated:scored:1.0",
        Keys.padded(sequence),
        null,
        null,
        null,
        null);
  }

  private static VersionRow row(
      String entity, String id, long version, Instant at, String journey, OutboxEvent event) {
    return row(entity, id, version, at, journey, event, "{}");
  }

  private static VersionRow row(
      String entity,
      String id,
      long version,
      Instant at,
      String journey,
      @Nullable OutboxEvent event,
      String state) {
    return new VersionRow(
            new EntityKey(entity, id).partition(),
            version,
            state,
            "entity:" + entity,
            event == null ? List.of() : List.of(event),
            Map.of(),
            new Cause("e-0", "operated", "asked.v1", "pay", journey, null),
            at,
            RowHash.NONE,
            "")
        .hashed();
  }

  /** As the relay marks how far it has come. */
  private static void relayed(String partition, long version) {
    tables()
        .putItem(
            put ->
                put.tableName(ref("LogTable"))
                    .item(
                        Map.of(
                            "pk", AttributeValue.fromS(partition),
                            "sk", AttributeValue.fromS("#outbox"),
                            "published", AttributeValue.fromN(Long.toString(version)))));
  }

  private static void put(VersionRow row) {
    tables().putItem(put -> put.tableName(ref("LogTable")).item(VersionRowItem.write(row)));
  }

  private static void putAll(List<Map<String, AttributeValue>> rows) {
    for (int from = 0; from < rows.size(); from += 25) {
      List<WriteRequest> some =
          rows.subList(from, Math.min(rows.size(), from + 25)).stream()
              .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
              .toList();
      Map<String, List<WriteRequest>> wanted = new HashMap<>();
      wanted.put(ref("LogTable"), some);
      assertTrue(
          tables()
              .batchWriteItem(write -> write.requestItems(wanted))
              .unprocessedItems()
              .isEmpty());
    }
  }

  private static void decided(
      String worker, String event, InboxRow.Outcome outcome, @Nullable String code, String reason) {
    decide(Keys.join(worker, "operated", event), outcome, code, reason, null, 0);
  }

  private static void decided(
      String worker, String event, InboxRow.Outcome outcome, String entity, long version) {
    decide(Keys.join(worker, "operated", event), outcome, null, null, entity, version);
  }

  private static void decide(
      String key,
      InboxRow.Outcome outcome,
      @Nullable String code,
      @Nullable String reason,
      @Nullable String entity,
      long version) {
    InboxRow row =
        new InboxRow(
            key, "h", outcome, code, reason, entity, version, "t", TEN.plusSeconds(7), TEN);
    tables().putItem(put -> put.tableName(ref("InboxTable")).item(row.item()));
  }
}
