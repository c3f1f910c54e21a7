package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.function.ProjectionFunction;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.function.RelayFunction;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.log.EntityKey;
import io.eventwright.runtime.log.LogReplay;
import io.eventwright.runtime.log.LogVerifier;
import io.eventwright.runtime.projection.ProjectionRow;
import io.eventwright.runtime.seal.Sealing;
import io.eventwright.runtime.seal.Seals;
import io.eventwright.runtime.seal.SubjectKeys;
import io.eventwright.runtime.testing.Contacts;
import io.eventwright.runtime.testing.Contacts.Contact;
import io.eventwright.runtime.testing.MovedClock;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class ForgetTest {
  private static final String KEYS = "keys-of-forget-test";
  private static final String ADA = "ada@example.org";
  private static final String BOB = "bob@example.org";

  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
    tables()
        .createTable(
            table ->
                table
                    .tableName(KEYS)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .keySchema(
                        KeySchemaElement.builder()
                            .attributeName("pk")
                            .keyType(KeyType.HASH)
                            .build())
                    .attributeDefinitions(
                        AttributeDefinition.builder()
                            .attributeName("pk")
                            .attributeType(ScalarAttributeType.S)
                            .build()));
  }

  @AfterEach
  void close() {
    tables().deleteTable(table -> table.tableName(KEYS));
    cloud.close();
  }

  private DynamoDbClient tables() {
    return cloud.runtime().clients().dynamoDb();
  }

  /** Of an instance that remembers no key. */
  private SystemRuntime runtime() {
    return runtime(Clock.systemUTC());
  }

  private SystemRuntime runtime(Clock clock) {
    return cloud.runtime(clock, Map.of("EVENTWRIGHT_KEYS_TABLE", KEYS));
  }

  private boolean forget(String player) {
    return new SubjectKeys(tables(), KEYS, Clock.systemUTC()).forget("player", player);
  }

  /** From the publisher to the read model. */
  private void give(String player, String email) throws Exception {
    runtime().publisher().publish(Contacts.GIVEN, "player/" + player, new Contact(player, email));
    keep(lastDetail());
    Payloads.invoke(
        RelayFunction.of(cloud.runtime()), bell("contact#" + player), TestContext.of(60_000));
    show(lastDetail());
  }

  private void keep(String detail) throws Exception {
    assertEquals(
        List.of(),
        failures(
            QueueFunction.of(Contacts.keepContact(), runtime()), batch(Payloads.bridged(detail))));
  }

  private void show(String detail) throws Exception {
    assertEquals(
        List.of(),
        failures(
            ProjectionFunction.of(Contacts.rows(), runtime()), batch(Payloads.bridged(detail))));
  }

  private String lastDetail() {
    return cloud.published().get(cloud.published().size() - 1).detail().toString();
  }

  private static byte[] bell(String partition) {
    return """
        {"Records":[{"dynamodb":{"Keys":{"pk":{"S":"%s"}},"SequenceNumber":"1"}}]}"""
        .formatted(partition)
        .getBytes(StandardCharsets.UTF_8);
  }

  private @Nullable String email(String player) {
    return runtime().entities(Contacts.CONTACTS).current(player).state().orElseThrow().email();
  }

  private @Nullable String shown(String player) {
    List<ProjectionRow<Contact>> rows =
        runtime().projection(Contacts.ROWS).rows(player, null, 10).items();
    assertEquals(1, rows.size());
    return rows.get(0).row().email();
  }

  /** All that is in the tables, on the bus, in the quarantine and in the lines. */
  private String everything() {
    StringBuilder all = new StringBuilder();
    for (String table : tables().listTables().tableNames()) {
      if (!table.equals(KEYS)) {
        tables().scan(scan -> scan.tableName(table)).items().forEach(all::append);
      }
    }
    return all.append(cloud.published())
        .append(cloud.quarantined())
        .append(cloud.deadLettered())
        .append(cloud.lines())
        .toString();
  }

  @Test
  @DisplayName("row 51: what is sensitive is readable while it is worked on, and nowhere else")
  void sealed() throws Exception {
    give("p-1", ADA);

    assertEquals(ADA, email("p-1"));
    assertEquals(ADA, shown("p-1"));
    assertFalse(everything().contains(ADA));
    assertTrue(lastDetail().contains("\"email\":\"sealed:1:player#"), lastDetail());
  }

  @Test
  @DisplayName(
      "row 51: forgotten, a person's fields are unreadable in log and read model; the rest holds")
  void forgotten() throws Exception {
    give("p-1", ADA);
    give("p-1", "ada@elsewhere.org");
    give("p-2", BOB);
    String event = lastDetail();

    assertTrue(forget("p-1"));
    assertFalse(forget("p-1"), "there is nothing left to forget");

    assertNull(email("p-1"));
    assertNull(shown("p-1"));
    runtime()
        .entities(Contacts.CONTACTS)
        .history("p-1", 0, 10)
        .items()
        .forEach(version -> assertEquals("p-1", version.after().player()));
    runtime()
        .entities(Contacts.CONTACTS)
        .history("p-1", 0, 10)
        .items()
        .forEach(version -> assertNull(version.after().email()));
    assertEquals(BOB, email("p-2"));
    assertEquals(BOB, shown("p-2"));
    show(event);
  }

  @Test
  @DisplayName("row 51: hashes verify after forgetting, and a replay gives the same log")
  void chainAndReplay() throws Exception {
    give("p-1", ADA);
    give("p-1", "ada@elsewhere.org");
    String head = runtime().log().latest("contact#p-1").orElseThrow().hash();
    forget("p-1");

    LogVerifier.Verdict verdict =
        new LogVerifier(runtime().log()).verify(new EntityKey("contact", "p-1"));
    assertEquals(List.of(), verdict.findings());
    assertEquals(head, verdict.head());
    try (TestCloud empty = new TestCloud()) {
      LogReplay replay =
          new LogReplay(
              tables(),
              cloud.runtime().settings().logTable(),
              empty.runtime().settings().logTable());
      assertEquals(new LogReplay.Progress(1, 2), replay.run());
      assertTrue(replay.compare().equal());
    }
  }

  @Test
  @DisplayName("row 51: events of before are replayed to consumers without what is forgotten")
  void replayedEvents() throws Exception {
    give("p-1", ADA);
    String given = cloud.published().get(0).detail().toString();
    String changed = lastDetail();
    forget("p-1");

    keep(given);
    assertEquals(1, runtime().entities(Contacts.CONTACTS).current("p-1").version(), "a double");
    cloud.forgetInbox();
    keep(given);
    assertEquals(2, runtime().entities(Contacts.CONTACTS).current("p-1").version());
    assertNull(email("p-1"));
    show(changed);
    assertNull(shown("p-1"));
    assertEquals(List.of(), cloud.quarantined());
  }

  @Test
  @DisplayName("row 51: what comes late about a forgotten person is not kept, and makes no new key")
  void late() throws Exception {
    give("p-1", ADA);
    forget("p-1");
    give("p-1", "ada@again.org");

    assertNull(email("p-1"));
    assertFalse(everything().contains("ada@again.org"));
    assertTrue(
        cloud.published().stream()
            .anyMatch(
                entry -> entry.detail().toString().contains("\"email\":\"sealed:1:forgotten:\"")));
  }

  @Test
  @DisplayName("row 51: an instance that knows a key forgets it within a minute")
  void remembered() throws Exception {
    give("p-1", ADA);
    MovedClock clock = new MovedClock();
    SystemRuntime instance = runtime(clock);
    assertEquals(ADA, read(instance));
    forget("p-1");
    assertEquals(ADA, read(instance));
    clock.move(Duration.ofSeconds(61));
    assertNull(read(instance));
  }

  private static @Nullable String read(SystemRuntime instance) {
    return instance.entities(Contacts.CONTACTS).current("p-1").state().orElseThrow().email();
  }

  @Test
  @DisplayName("whoever shows no secrets reads without them, and asks for no key")
  void shut() throws Exception {
    give("p-1", ADA);
    int before = cloud.calls.size();

    assertNull(
        cloud
            .runtime()
            .shutEntities(Contacts.CONTACTS)
            .current("p-1")
            .state()
            .orElseThrow()
            .email());
    assertTrue(
        cloud.calls.subList(before, cloud.calls.size()).stream()
            .noneMatch(call -> call.body().contains(KEYS)));
  }

  @Test
  @DisplayName("the same value is the same text; of another person, kind or place it is none")
  void bound() throws Exception {
    Seals seals = runtime().seals();
    Sealing sealing =
        new Sealing(
            "player",
            List.of("player"),
            List.of(List.of("email"), List.of("phones", "*", "number"), List.of("age")));
    String document =
        "{\"player\":\"p-1\",\"email\":\"a@b\",\"age\":7,"
            + "\"phones\":[{\"number\":\"1\"},{\"number\":\"1\",\"of\":\"home\"}]}";
    String sealed = seals.seal(sealing, "event:x.v1", document);

    assertEquals(sealed, runtime().seals().seal(sealing, "event:x.v1", document));
    assertEquals(document, seals.open(sealing, "event:x.v1", sealed));
    assertEquals(
        "{\"player\":\"p-1\",\"phones\":[{},{\"of\":\"home\"}]}",
        seals.open(sealing, "event:y.v1", sealed));
    JsonValue moved = Json.parse(sealed.replace("\"email\"", "\"mail\"").replace("age", "email"));
    assertFalse(seals.open(sealing, "event:x.v1", moved).toString().contains("email"));
    String other = seals.seal(sealing, "event:x.v1", document.replace("p-1", "p-2"));
    assertNotEquals(sealed.replace("p-1", "p-2"), other);
    // Texts that only look sealed are values like others.
    String odd = "{\"player\":\"p-1\",\"email\":\"sealed:1:forgotten:\"}";
    String kept = seals.seal(sealing, "event:x.v1", odd);
    assertEquals(odd, seals.open(sealing, "event:x.v1", kept));
    String foreign = "{\"email\":\"sealed:1:%%\"}";
    assertEquals(foreign, seals.open(sealing, "event:x.v1", foreign));
  }

  @Test
  @DisplayName("an event that does not say whose it is goes nowhere")
  void nobody() {
    Sealing sealing = new Sealing("player", List.of("player"), List.of(List.of("email")));
    assertEquals(
        "event:x.v1 has no player, which says whose it is",
        org.junit.jupiter.api.Assertions.assertThrows(
                Seals.NoSubject.class,
                () -> runtime().seals().seal(sealing, "event:x.v1", "{\"email\":\"a@b\"}"))
            .getMessage());
  }
}
