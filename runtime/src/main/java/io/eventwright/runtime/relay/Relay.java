package io.eventwright.runtime.relay;

import io.eventwright.runtime.event.EnvelopeWriter;
import io.eventwright.runtime.log.EntityLog;
import io.eventwright.runtime.log.OutboxEvent;
import io.eventwright.runtime.log.VersionRow;
import io.eventwright.runtime.publish.Bus;
import io.eventwright.runtime.store.Page;
import io.eventwright.runtime.time.Deadline;
import io.eventwright.runtime.trace.Traces;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Publishes what an entity's versions say, from its watermark on, in order. It may publish an event
 * more than once, since it can be stopped between bus and watermark; it never leaves one out.
 */
public final class Relay {
  private static final int PAGE = 25;
  private static final long CALL_MILLIS = 1_500;

  private final EntityLog log;
  private final Watermark watermark;
  private final Bus bus;
  private final Unpublishable unpublishable;
  private final Traces traces;

  public Relay(
      DynamoDbClient dynamoDb,
      String logTable,
      Bus bus,
      Unpublishable unpublishable,
      Traces traces) {
    this.traces = traces;
    this.log = new EntityLog(dynamoDb, logTable);
    this.watermark = new Watermark(dynamoDb, logTable);
    this.bus = bus;
    this.unpublishable = unpublishable;
  }

  /**
   * What came of one entity.
   *
   * @param published events that the bus took
   * @param aside events that it never will
   * @param complete whether nothing is left to publish
   */
  public record Result(int published, int aside, boolean complete) {}

  /** Publishes one entity's events. */
  public Result publish(String partition, Deadline deadline) {
    long mark = watermark.read(partition);
    int published = 0;
    int aside = 0;
    while (deadline.allows(CALL_MILLIS)) {
      Page<VersionRow> page = log.after(partition, mark, PAGE);
      if (page.items().isEmpty()) {
        return new Result(published, aside, true);
      }
      Progress progress = publishRows(partition, page.items());
      published += progress.published();
      aside += progress.aside();
      if (progress.version() > mark) {
        mark = progress.version();
        watermark.advance(partition, mark);
      }
      if (!progress.all() || page.next() == null) {
        // A version that came meanwhile has rung for itself.
        return new Result(published, aside, progress.all());
      }
    }
    return new Result(published, aside, false);
  }

  /** How far one page of rows came: {@code version} is the last one that is published whole. */
  private record Progress(long version, int published, int aside, boolean all) {}

  private Progress publishRows(String partition, List<VersionRow> rows) {
    List<Pending> pending = new ArrayList<>();
    for (VersionRow row : rows) {
      for (OutboxEvent event : row.events()) {
        pending.add(new Pending(row.version(), event));
      }
    }
    int published = 0;
    int aside = 0;
    int next = 0;
    while (next < pending.size()) {
      List<Pending> call = call(pending, next);
      List<Bus.Result> results = put(call);
      for (int i = 0; i < call.size(); i++) {
        Bus.Result result = results.get(i);
        if (result.taken()) {
          published++;
        } else if (result.permanent()
            && unpublishable.putAside(
                partition,
                call.get(i).event(),
                result.errorCode() + ": " + result.errorMessage())) {
          aside++;
        } else {
          // This one and all after it go again: the order of the entity's events is kept.
          return new Progress(call.get(i).version() - 1, published, aside, false);
        }
      }
      next += call.size();
    }
    return new Progress(rows.get(rows.size() - 1).version(), published, aside, true);
  }

  /** Each event's way to the bus is a span of its journey. */
  private List<Bus.Result> put(List<Pending> call) {
    Deque<Traces.Scope> spans = new ArrayDeque<>();
    try {
      call.forEach(one -> spans.push(traces.publishing(one.event().envelope())));
      List<Bus.Result> results = bus.put(call.stream().map(Pending::entry).toList());
      int last = results.size();
      for (Traces.Scope span : spans) {
        Bus.Result result = results.get(--last);
        if (!result.taken()) {
          span.failed(String.valueOf(result.errorCode()));
        }
      }
      return results;
    } catch (RuntimeException e) {
      spans.forEach(span -> span.failed(e));
      throw e;
    } finally {
      spans.forEach(Traces.Scope::close);
    }
  }

  /** As many as go in one call; after a failure within it, later ones may be out, and go again. */
  private static List<Pending> call(List<Pending> pending, int from) {
    return pending.subList(from, Math.min(pending.size(), from + Bus.ENTRIES));
  }

  private record Pending(long version, OutboxEvent event) {
    Bus.Entry entry() {
      return new Bus.Entry(event.envelope(), EnvelopeWriter.write(event.envelope(), event.data()));
    }
  }
}
