package io.eventwright.runtime.log;

import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.hash.Sha256;
import io.eventwright.runtime.store.Page;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Rebuilds a log from its first version on, in another table, while the first is in use. Each row
 * is checked before it is written: versions without gaps, each hash that of its content, each row
 * naming the one before. Nothing is decided again, nobody is called, and no event goes out: the
 * copies are not in the sweeper's index, and the other table needs no stream.
 */
public final class LogReplay {
  private static final int PAGE = 100;

  private final DynamoDbClient dynamoDb;
  private final EntityLog from;
  private final EntityLog into;

  /**
   * From one table into another of the same keys.
   *
   * @param into is empty, or holds what an earlier run left: then this one goes on from there
   */
  public LogReplay(DynamoDbClient dynamoDb, String from, String into) {
    if (from.equals(into)) {
      throw new IllegalArgumentException("a log is not replayed into itself");
    }
    this.dynamoDb = dynamoDb;
    this.from = new EntityLog(dynamoDb, from);
    this.into = new EntityLog(dynamoDb, into);
  }

  /**
   * What a run did.
   *
   * @param entities how many have a log
   * @param versions how many rows were written by this run
   */
  public record Progress(long entities, long versions) {}

  /** The log is not what it was when it was written; the message names entity and version. */
  public static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(String message) {
      super(message);
    }
  }

  /**
   * Writes every version that the other table lacks, as of the moment it gets there. Run it again
   * to catch up with what happened meanwhile; it has caught up when it writes nothing.
   *
   * @throws Broken at the first row that is missing or changed
   */
  public Progress run() {
    long versions = 0;
    TreeMap<String, Long> heads = heads(from);
    for (Map.Entry<String, Long> head : heads.entrySet()) {
      versions += entity(head.getKey());
    }
    return new Progress(heads.size(), versions);
  }

  private long entity(String partition) {
    Optional<VersionRow> done = into.latest(partition);
    String head = done.map(VersionRow::hash).orElse(RowHash.NONE);
    long version = done.map(VersionRow::version).orElse(0L);
    long written = 0;
    while (true) {
      Page<VersionRow> page = from.after(partition, version, PAGE);
      for (VersionRow row : page.items()) {
        check(row, version + 1, head);
        write(row);
        written++;
        version = row.version();
        head = row.hash();
      }
      if (page.next() == null) {
        return written;
      }
    }
  }

  private static void check(VersionRow row, long expected, String head) {
    String where = row.partition() + " version ";
    if (row.version() != expected) {
      throw new Broken(where + expected + " is missing");
    }
    if (!row.previousHash().equals(head)) {
      throw new Broken(where + expected + " does not name the hash of the version before it");
    }
    if (!row.hash().equals(RowHash.of(row))) {
      throw new Broken(where + expected + " has a hash that is not that of its content");
    }
  }

  private void write(VersionRow row) {
    Map<String, AttributeValue> item = new HashMap<>(VersionRowItem.write(row));
    item.remove("outbox");
    try {
      dynamoDb.putItem(
          put ->
              put.tableName(into.table())
                  .item(item)
                  .conditionExpression("attribute_not_exists(pk)"));
    } catch (ConditionalCheckFailedException e) {
      // A run beside this one wrote it.
    }
  }

  /**
   * The state of everything as one hash in each table: SHA-256 over each entity's key, version and
   * that version's hash, in the order of the keys. A version's hash covers all before it. In the
   * other table no hash is believed: all are reckoned anew, from the first version on.
   *
   * @param from in the first table, at the versions that the other one has reached
   * @param into in the other
   * @param behind how many entities have versions that the other table lacks, or are not in it
   */
  public record Comparison(String from, String into, int behind) {
    /** Whether the other table holds what the first one held at those versions. */
    public boolean equal() {
      return from.equals(into);
    }

    /** Whether it holds all of it, as of the moment of comparing. */
    public boolean complete() {
      return equal() && behind == 0;
    }
  }

  /** Compares both tables; live traffic may go on. */
  public Comparison compare() {
    TreeMap<String, Long> copied = heads(into);
    TreeMap<String, Long> written = heads(from);
    long behind =
        written.entrySet().stream()
            .filter(head -> copied.getOrDefault(head.getKey(), 0L) < head.getValue())
            .count();
    return new Comparison(
        stateHash(copied, (entity, version) -> from.at(entity, version).map(VersionRow::hash)),
        stateHash(copied, this::reckoned),
        Math.toIntExact(behind));
  }

  /** The copy's hash at a version if each row up to it is what its hash says; else none. */
  private Optional<String> reckoned(String partition, long version) {
    String head = RowHash.NONE;
    long expected = 1;
    Page<VersionRow> page;
    do {
      page = into.after(partition, expected - 1, PAGE);
      for (VersionRow row : page.items()) {
        boolean sound =
            row.version() == expected
                && row.previousHash().equals(head)
                && row.hash().equals(RowHash.of(row));
        if (!sound) {
          return Optional.empty();
        }
        head = row.hash();
        if (expected == version) {
          return Optional.of(head);
        }
        expected++;
      }
    } while (page.next() != null);
    return Optional.empty();
  }

  private static String stateHash(
      TreeMap<String, Long> heads, BiFunction<String, Long, Optional<String>> hash) {
    StringBuilder text = new StringBuilder();
    heads.forEach(
        (partition, version) ->
            text.append(partition)
                .append('\t')
                .append(version)
                .append('\t')
                .append(hash.apply(partition, version).orElse(RowHash.NONE))
                .append('\n'));
    return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Entity to newest version. */
  private static TreeMap<String, Long> heads(EntityLog log) {
    TreeMap<String, Long> heads = new TreeMap<>();
    Map<String, AttributeValue> next = Map.of();
    do {
      ScanRequest.Builder scan =
          ScanRequest.builder()
              .tableName(log.table())
              .consistentRead(true)
              .filterExpression("begins_with(sk, :v)")
              .expressionAttributeValues(Map.of(":v", text("v")))
              .projectionExpression("pk, sk");
      if (!next.isEmpty()) {
        scan.exclusiveStartKey(next);
      }
      ScanResponse page = log.dynamoDb().scan(scan.build());
      page.items()
          .forEach(
              row ->
                  heads.merge(
                      row.get("pk").s(), VersionRowItem.version(row.get("sk").s()), Math::max));
      next = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
    } while (!next.isEmpty());
    return heads;
  }
}
