package io.eventwright.runtime.testing;

import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.EnvelopeWriter;
import io.eventwright.runtime.log.Cause;
import io.eventwright.runtime.log.OutboxEvent;
import io.eventwright.runtime.log.RowHash;
import io.eventwright.runtime.log.VersionRow;
import io.eventwright.runtime.log.VersionRowItem;
import io.eventwright.runtime.store.Keys;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wallets that are credited: each version in the log, with the event that it publishes. */
public final class ScoreEvents {
  private final DynamoDbClient dynamoDb;
  private final String log;
  private final Map<String, VersionRow> heads = new HashMap<>();

  public ScoreEvents(DynamoDbClient dynamoDb, String log) {
    this.dynamoDb = dynamoDb;
    this.log = log;
  }

  /**
   * Commits the next version of a wallet.
   *
   * @param key of the projection
   * @return the event, as it is published
   */
  public String commit(String wallet, String key, long amount) {
    VersionRow head = heads.get(wallet);
    long version = head == null ? 1 : head.version() + 1;
    Instant at = Instant.parse("2026-11-23T10:00:00Z");
    Envelope envelope =
        new Envelope(
            wallet + "-" + version,
            "arcade",
            "wallet-credited.v1",
            "wallet/" + wallet,
            at,
            "urn:eventwright:arcade:wallet-credited:1.0",
            Keys.padded(version),
            null,
            null,
            null,
            null);
    String data = Payloads.data(key, amount);
    VersionRow row =
        new VersionRow(
                "wallet#" + wallet,
                version,
                "{\"balance\":" + amount + "}",
                "entity:wallet",
                List.of(new OutboxEvent(envelope, data)),
                Map.of(),
                new Cause("c", "arcade", "deposit-received.v2", "credit-wallet", "c", null),
                at,
                head == null ? RowHash.NONE : head.hash(),
                "")
            .hashed();
    dynamoDb.putItem(put -> put.tableName(log).item(VersionRowItem.write(row)));
    heads.put(wallet, row);
    return EnvelopeWriter.write(envelope, data);
  }
}
