package io.eventwright.runtime.publish;

import io.eventwright.runtime.event.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * Puts events on the bus, in the sizes that it takes.
 *
 * @param eventBridge where the bus is
 * @param name the bus
 */
public record Bus(EventBridgeClient eventBridge, String name) {
  /** PutEvents takes so many entries in one call. */
  public static final int ENTRIES = 10;

  /** And so many bytes, over all entries of a call. */
  public static final int BYTES = 1024 * 1024;

  private static final int ENTRY_OVERHEAD = 14;

  /**
   * One event for the bus.
   *
   * @param envelope its attributes
   * @param detail the whole event as JSON
   */
  public record Entry(Envelope envelope, String detail) {

    /** What the service counts. */
    public int bytes() {
      return ENTRY_OVERHEAD + utf8(detail) + utf8(envelope.type()) + utf8(envelope.source());
    }

    private static int utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8).length;
    }
  }

  /**
   * What became of an entry.
   *
   * @param errorCode null when the bus took it
   * @param errorMessage the bus's sentence; null when it took it
   */
  public record Result(@Nullable String errorCode, @Nullable String errorMessage) {
    static final Result TAKEN = new Result(null, null);
    static final Result TOO_LARGE =
        new Result("TooLarge", "the event is larger than what one call may carry");
    private static final Set<String> PERMANENT =
        Set.of("TooLarge", "MalformedDetail", "InvalidArgument", "ValidationException");

    /** Whether the bus has it. */
    public boolean taken() {
      return errorCode == null;
    }

    /**
     * Whether another try can never help. What somebody can mend, such as a missing permission, is
     * not permanent.
     */
    public boolean permanent() {
      return errorCode != null && PERMANENT.contains(errorCode);
    }
  }

  /**
   * Puts events, in order, in as few calls as the limits allow.
   *
   * @return a result for each entry, in order
   */
  public List<Result> put(List<Entry> entries) {
    Result[] results = new Result[entries.size()];
    Arrays.fill(results, Result.TAKEN);
    int from = 0;
    while (from < entries.size()) {
      int to = end(entries, from);
      if (entries.get(from).bytes() > BYTES) {
        results[from] = Result.TOO_LARGE;
        from++;
        continue;
      }
      putOne(entries.subList(from, to), results, from);
      from = to;
    }
    return List.of(results);
  }

  private static int end(List<Entry> entries, int from) {
    int bytes = entries.get(from).bytes();
    int to = from + 1;
    while (to < entries.size() && to - from < ENTRIES) {
      bytes += entries.get(to).bytes();
      if (bytes > BYTES) {
        break;
      }
      to++;
    }
    return to;
  }

  private void putOne(List<Entry> entries, Result[] results, int offset) {
    List<PutEventsRequestEntry> request = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      request.add(
          PutEventsRequestEntry.builder()
              .eventBusName(name)
              .source(entry.envelope().source())
              .detailType(entry.envelope().type())
              .time(Instant.ofEpochSecond(entry.envelope().time().getEpochSecond()))
              .detail(entry.detail())
              .build());
    }
    PutEventsResponse answer = eventBridge.putEvents(call -> call.entries(request));
    List<PutEventsResultEntry> answers = answer.entries();
    for (int i = 0; i < entries.size(); i++) {
      if (i >= answers.size()) {
        results[offset + i] = new Result("InternalFailure", "the bus gave no answer for it");
      } else if (answers.get(i).errorCode() != null) {
        results[offset + i] =
            new Result(answers.get(i).errorCode(), String.valueOf(answers.get(i).errorMessage()));
      }
    }
  }
}
