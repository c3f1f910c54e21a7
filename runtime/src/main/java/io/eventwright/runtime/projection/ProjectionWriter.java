package io.eventwright.runtime.projection;

import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.event.CodecText;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.intake.EventIntake;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.ValidationResult;
import io.eventwright.runtime.seal.Seals;
import io.eventwright.runtime.store.Timestamps;
import io.eventwright.runtime.trace.Traces;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Writes what an event says into a read model: one row per key and source subject, only if the
 * event is newer than what the row has seen. So events may come doubled and in any order.
 *
 * @param <R> the row's record
 */
public final class ProjectionWriter<R> {
  private final ProjectionType<R> type;
  private final List<Feed<?, R>> feeds;
  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Layouts layouts;
  private final Clock clock;
  private final Traces traces;
  private final Seals seals;

  /**
   * A writer.
   *
   * @param table the views table's name
   * @param layouts knows which generations are written
   * @param clock for the rows' times
   */
  public ProjectionWriter(
      ProjectionDefinition<R> definition,
      DynamoDbClient dynamoDb,
      String table,
      Layouts layouts,
      Clock clock,
      Traces traces,
      Seals seals) {
    this.seals = seals;
    this.traces = traces;
    this.layouts = layouts;
    this.type = definition.type();
    this.feeds =
        definition.sources().stream().<Feed<?, R>>map(source -> Feed.of(source, seals)).toList();
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.clock = clock;
  }

  /** The types that it takes, as they are on the wire. */
  public List<String> takes() {
    return feeds.stream().flatMap(feed -> feed.types().stream()).distinct().toList();
  }

  /**
   * Writes the row into every generation that there is, if it is newer.
   *
   * @return whether it was newer than the live one
   */
  public boolean write(RawEvent raw) throws Rejection {
    Row row = row(raw);
    boolean newer = false;
    // The live one is last: its answer is what is told.
    for (Generation generation : layouts.toWrite(type).written()) {
      newer = put(row, generation);
    }
    return newer;
  }

  /**
   * The generation that is built, as it is in the table at this moment; null when none is.
   *
   * @param number that it must have
   */
  public @Nullable Generation building(long number) {
    Generation building = layouts.begin(type).building();
    return building != null && building.number() == number ? building : null;
  }

  /**
   * Writes the row into one generation only, if it is newer.
   *
   * @return whether it was
   */
  public boolean write(RawEvent raw, Generation generation) throws Rejection {
    return put(row(raw), generation);
  }

  private Row row(RawEvent raw) throws Rejection {
    for (Feed<?, R> feed : feeds) {
      if (feed.intake().takes(raw.envelope().type())) {
        return row(raw.envelope(), feed.entry(raw, traces, type.name()));
      }
    }
    throw new Rejection(
        Reason.UNKNOWN_TYPE, type.name() + " is not built from " + raw.envelope().type());
  }

  /** A row before it is known where it goes. */
  private record Row(
      String key,
      String sort,
      String version,
      JsonValue content,
      Map<String, AttributeValue> item) {}

  private Row row(Envelope envelope, Entry<R> entry) throws Rejection {
    String subject = envelope.subject();
    String sequence = envelope.sequence();
    if (subject == null || sequence == null) {
      throw new Rejection(
          Reason.NO_KEY, "an event without subject and sequence cannot be told newer from older");
    }
    if (entry.key().isBlank() || entry.key().length() > 512) {
      throw new Rejection(
          Reason.NO_KEY, "the event gives no key of " + type.name() + ": 1 to 512 characters");
    }
    String text = CodecText.write(type.codec(), entry.row());
    JsonValue content = checked(text);
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("key", text(entry.key()));
    item.put("source", text(envelope.source()));
    item.put("subject", text(subject));
    item.put("version", text(sequence));
    item.put("type", text(envelope.type()));
    item.put("at", text(Timestamps.text(Timestamps.now(clock))));
    item.put("row", text(sealed(text)));
    String sort = Generation.sort(envelope.source(), subject);
    return new Row(entry.key(), sort, sequence, content, item);
  }

  private boolean put(Row row, Generation generation) {
    Map<String, AttributeValue> item = new HashMap<>(row.item());
    item.put("pk", text(generation.partition(type.name(), row.key(), row.sort())));
    item.put("sk", text(row.sort()));
    RowOrder order = generation.order();
    if (order != null) {
      item.put("rank", text(order.rank(row.content(), row.sort())));
    }
    try {
      dynamoDb.putItem(
          request ->
              request
                  .tableName(table)
                  .item(item)
                  .conditionExpression("attribute_not_exists(pk) OR #version < :version")
                  .expressionAttributeNames(Map.of("#version", "version"))
                  .expressionAttributeValues(Map.of(":version", text(row.version()))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private String sealed(String text) throws Rejection {
    try {
      return seals.seal(type.sealing(), type.sealed(), text);
    } catch (Seals.NoSubject e) {
      throw new Rejection(Reason.DECISION_INVALID, String.valueOf(e.getMessage()));
    }
  }

  private JsonValue checked(String text) throws Rejection {
    try {
      JsonValue content = Json.parse(text);
      ValidationResult result = type.validator().validate(content);
      if (!result.isValid()) {
        throw new Rejection(
            Reason.DECISION_INVALID,
            "the row breaks projection:" + type.name() + ": " + result.violations().get(0),
            "projection:" + type.name(),
            result.violations());
      }
      return content;
    } catch (JsonParseFailure e) {
      throw new Rejection(Reason.DECISION_INVALID, "the row is no JSON: " + e.getMessage());
    }
  }

  private record Entry<R>(String key, R row) {}

  private record Feed<T, R>(ProjectionDefinition.Source<T, R> source, EventIntake<T> intake) {
    static <T, R> Feed<T, R> of(ProjectionDefinition.Source<T, R> source, Seals seals) {
      return new Feed<>(source, new EventIntake<>(source.consumed(), seals));
    }

    List<String> types() {
      return source.consumed().stream().map(consumed -> consumed.type().wireType()).toList();
    }

    Entry<R> entry(RawEvent raw, Traces traces, String name) throws Rejection {
      Event<T> event = intake.read(raw);
      Traces.Scope code = traces.application(name);
      try {
        return new Entry<>(source.key().apply(event), source.row().apply(event));
      } catch (Throwable e) {
        code.failed(e);
        throw e;
      } finally {
        code.close();
      }
    }
  }
}
