package io.eventwright.local.operate.lookup;

import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.log.OutboxEvent;
import io.eventwright.runtime.log.VersionRow;
import io.eventwright.runtime.store.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Finds events that the log has published or is going to, over all entities. What is asked for is
 * in no key, so every version of the time that publishes something is read: one query for each hour
 * and shard, and a read unit for each 4 KB of the rows.
 *
 * @param tables where the log is
 * @param log its name
 */
public record EventSearch(DynamoDbClient tables, String log) {
  private static final Duration LONGEST = Duration.ofDays(366);

  /**
   * What is asked for; null for anything.
   *
   * @param id of the event
   * @param journey a correlation id
   * @param type with its major, as {@code order-placed.v2} or {@code order-placed@2}, or without
   */
  public record Wanted(@Nullable String id, @Nullable String journey, @Nullable String type) {

    boolean fits(Envelope envelope) {
      return (id == null || envelope.id().equals(id))
          && (journey == null
              || journey.equals(envelope.correlationid())
              || journey.equals(envelope.id()))
          && (type == null || isOf(envelope.type(), type.replace("@", ".v")));
    }

    private static boolean isOf(String wireType, String asked) {
      int major = wireType.lastIndexOf(".v");
      return wireType.equals(asked) || major > 0 && wireType.substring(0, major).equals(asked);
    }
  }

  /** An event, and the version that published it. */
  public record Found(VersionRow row, OutboxEvent event) {}

  /**
   * What was found.
   *
   * @param found in order
   * @param looked how many versions were read
   * @param next asks for what comes after, if there is anything; null when the end of the time was
   *     reached
   */
  public record Answer(List<Found> found, long looked, @Nullable String next) {
    public Answer {
      found = List.copyOf(found);
    }
  }

  /**
   * Looks through a time.
   *
   * @param most so many events at most, but for those of one version, which stay together
   * @param after the {@code next} of the answer before; null for the beginning
   * @throws IllegalArgumentException when the time is none, or too long
   */
  public Answer find(
      Wanted wanted,
      Instant from,
      Instant to,
      boolean newestFirst,
      int most,
      @Nullable String after) {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("--from " + from + " is after --to " + to);
    }
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "From %s to %s is more than %d days: look at one part after the other."
              .formatted(from, to, LONGEST.toDays()));
    }
    return new Walk(wanted, most, newestFirst)
        .through(from, to, after == null ? null : entry(after));
  }

  /** One way through the index. */
  private final class Walk {
    private final LogIndex index = new LogIndex(tables, log);
    private final Wanted wanted;
    private final int most;
    private final boolean newestFirst;
    private final List<Found> found = new ArrayList<>();
    private long looked;

    Walk(Wanted wanted, int most, boolean newestFirst) {
      this.wanted = wanted;
      this.most = most;
      this.newestFirst = newestFirst;
    }

    Answer through(Instant from, Instant to, LogIndex.@Nullable Entry after) {
      Instant begin = after == null || newestFirst ? from : Instant.parse(after.at());
      Instant end = after == null || !newestFirst ? to : Instant.parse(after.at());
      Instant first = begin.truncatedTo(ChronoUnit.HOURS);
      Instant last = end.truncatedTo(ChronoUnit.HOURS);
      Instant hour = newestFirst ? last : first;
      while (!hour.isBefore(first) && !hour.isAfter(last)) {
        Iterator<LogIndex.Entry> entries = index.hour(hour, begin, end, newestFirst);
        LogIndex.Entry full = read(entries, after);
        if (full != null) {
          return new Answer(found, looked, token(full));
        }
        hour = hour.plus(newestFirst ? -1 : 1, ChronoUnit.HOURS);
      }
      return new Answer(found, looked, null);
    }

    /** Null when there is room for more, else the last entry that was read. */
    private LogIndex.@Nullable Entry read(
        Iterator<LogIndex.Entry> entries, LogIndex.@Nullable Entry after) {
      while (entries.hasNext()) {
        List<LogIndex.Entry> some = new ArrayList<>();
        while (entries.hasNext() && some.size() < LogIndex.BATCH) {
          LogIndex.Entry entry = entries.next();
          if (after == null
              || (newestFirst ? entry.compareTo(after) < 0 : entry.compareTo(after) > 0)) {
            some.add(entry);
          }
        }
        Map<LogIndex.Entry, VersionRow> rows = index.rows(some);
        for (LogIndex.Entry entry : some) {
          looked++;
          VersionRow row = rows.get(entry);
          if (row != null) {
            take(row);
          }
          if (found.size() >= most) {
            return entry;
          }
        }
      }
      return null;
    }

    private void take(VersionRow row) {
      for (OutboxEvent event : row.events()) {
        if (wanted.fits(event.envelope())) {
          found.add(new Found(row, event));
        }
      }
    }
  }

  private static String token(LogIndex.Entry entry) {
    String text = entry.at() + "\n" + entry.partition() + "\n" + entry.sort();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static LogIndex.Entry entry(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      int first = text.indexOf('\n');
      int last = text.lastIndexOf('\n');
      Instant at = Instant.parse(text.substring(0, first));
      return new LogIndex.Entry(
          Timestamps.text(at), text.substring(first + 1, last), text.substring(last + 1));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "--after " + token + " is not what a list has printed as the place to go on from", e);
    }
  }
}
