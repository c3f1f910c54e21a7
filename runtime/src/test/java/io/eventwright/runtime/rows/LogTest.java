package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.log.EntityKey;
import io.eventwright.runtime.log.EntityReader;
import io.eventwright.runtime.log.EntityVersion;
import io.eventwright.runtime.log.LogVerifier;
import io.eventwright.runtime.log.LogVerifier.Verdict;
import io.eventwright.runtime.store.Page;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Wallet;
import io.eventwright.runtime.testing.TestCloud;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LogTest {
  private TestCloud cloud;
  private DynamoDbClient dynamoDb;
  private String table;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
    dynamoDb = cloud.runtime().clients().dynamoDb();
    table = cloud.runtime().settings().logTable();
    RequestStreamHandler worker = QueueFunction.of(Sample.creditWallet(), cloud.runtime());
    for (int i = 1; i <= 5; i++) {
      failures(worker, batch(deposit("e-" + i, "p-1", i)));
    }
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private Verdict verify() {
    return new LogVerifier(cloud.runtime().log()).verify(new EntityKey("wallet", "p-1"));
  }

  private static Map<String, AttributeValue> key(int version) {
    return Map.of(
        "pk", AttributeValue.fromS("wallet#p-1"),
        "sk", AttributeValue.fromS("v000000000000000000" + version));
  }

  private void tamper(int version, String attribute, String value) {
    dynamoDb.updateItem(
        request ->
            request
                .tableName(table)
                .key(key(version))
                .updateExpression("SET #a = :v")
                .expressionAttributeNames(Map.of("#a", attribute))
                .expressionAttributeValues(Map.of(":v", AttributeValue.fromS(value))));
  }

  @Test
  @DisplayName("row 39: a log that nobody touched holds")
  void holds() {
    assertEquals(List.of(), verify().findings());
    assertEquals(5, verify().versions());
  }

  @Test
  @DisplayName("row 39: a row that was changed is named")
  void changed() {
    tamper(3, "state", "{\"balance\":1000000}");
    assertEquals(
        List.of("wallet#p-1 version 3 has a hash that is not that of its content"),
        verify().findings());
  }

  @Test
  @DisplayName("row 39: a row whose hash was made to fit is told by the next one")
  void rehashed() {
    tamper(3, "hash", "0".repeat(64));
    assertEquals(
        List.of(
            "wallet#p-1 version 3 has a hash that is not that of its content",
            "wallet#p-1 version 4 does not name the hash of the version before it"),
        verify().findings());
  }

  @Test
  @DisplayName("row 39: a row that is missing is named")
  void missing() {
    dynamoDb.deleteItem(request -> request.tableName(table).key(key(2)));
    assertEquals(List.of("wallet#p-1 version 2 is missing"), verify().findings());
  }

  @Test
  @DisplayName("a tail that was cut off shows only in the head's hash")
  void cutTail() {
    String head = verify().head();
    dynamoDb.deleteItem(request -> request.tableName(table).key(key(5)));
    assertTrue(verify().holds());
    assertTrue(!verify().head().equals(head));
  }

  @Test
  @DisplayName("the state at any version, with the one before, page by page")
  void history() {
    EntityReader<Wallet> wallets = cloud.runtime().entities(Sample.WALLETS);
    Optional<EntityVersion<Wallet>> third = wallets.atVersion("p-1", 3);
    assertEquals(new Wallet(3), third.orElseThrow().before());
    assertEquals(new Wallet(6), third.orElseThrow().after());
    assertEquals("e-3", third.orElseThrow().cause().id());
    assertNull(wallets.atVersion("p-1", 1).orElseThrow().before());
    assertEquals(Optional.empty(), wallets.atVersion("p-1", 6));

    List<String> seen = new ArrayList<>();
    long after = 0;
    for (int page = 0; page < 10; page++) {
      Page<EntityVersion<Wallet>> some = wallets.history("p-1", after, 2);
      for (EntityVersion<Wallet> one : some.items()) {
        seen.add(one.version() + ":" + one.before() + "->" + one.after());
      }
      if (some.next() == null) {
        break;
      }
      assertNotNull(some.next());
      after = Long.parseLong(some.next());
    }
    assertEquals(5, seen.size());
    assertEquals("1:null->Wallet[balance=1]", seen.get(0));
    assertEquals("3:Wallet[balance=3]->Wallet[balance=6]", seen.get(2));
    assertEquals(0, wallets.current("p-unknown").version());
  }
}
