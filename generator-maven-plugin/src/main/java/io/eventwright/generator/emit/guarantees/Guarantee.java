package io.eventwright.generator.emit.guarantees;

import io.eventwright.generator.model.Channel;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a channel may promise. That an event has its effect once they all promise, so it is not
 * here.
 */
public enum Guarantee {
  /** A backlog. */
  WAITS_FOR_DAYS("events wait for a worker that is down, for four days"),
  /** The same, for less. */
  WAITS_FOR_A_DAY(
      "events wait for a worker that is down, for a day or as long as the stream keeps them"),
  /** Isolation. */
  OTHERS_GO_ON("an event that fails holds up no other"),
  /** Order of arrival. */
  ORDER_OF_ARRIVAL("events of one group are handled in the order in which they arrive"),
  /** Mutual exclusion. */
  ONE_AT_A_TIME("events of one group are handled one after another, never at the same time"),
  /** A dead letter each. */
  DEAD_LETTERS("an event that fails for good waits fourteen days by itself, and can be sent again"),
  /** Dependencies. */
  LONG_OUTAGES("a dependency may be down for hours, and no event is given up for it"),
  /** Size. */
  MEGABYTE("events of up to 1 MB"),
  /** Folding. */
  WINDOWS("events can be folded in windows, and read in large batches"),
  /** Reading again. */
  READ_AGAIN("what was handled can be read again while the stream keeps it"),
  /** Sharing. */
  SHARED_RULE("one more worker of the same event takes no rule of the bus"),
  /** Speed. */
  NO_POLLING("an event is handed over at once, with nothing to poll");

  private final String sentence;

  Guarantee(String sentence) {
    this.sentence = sentence;
  }

  /** In words. */
  public String sentence() {
    return sentence;
  }

  /** What a channel promises. */
  public static Set<Guarantee> of(Channel channel) {
    return of(channel.word());
  }

  /** The same, by the channel's word; of what is none, nothing. */
  public static Set<Guarantee> of(String word) {
    return switch (word) {
      case "queue" ->
          EnumSet.of(WAITS_FOR_DAYS, OTHERS_GO_ON, DEAD_LETTERS, LONG_OUTAGES, MEGABYTE);
      case "fifo" ->
          EnumSet.of(
              WAITS_FOR_DAYS,
              ORDER_OF_ARRIVAL,
              ONE_AT_A_TIME,
              DEAD_LETTERS,
              LONG_OUTAGES,
              MEGABYTE);
      case "stream" ->
          EnumSet.of(
              WAITS_FOR_A_DAY, ORDER_OF_ARRIVAL, ONE_AT_A_TIME, MEGABYTE, WINDOWS, READ_AGAIN);
      case "fan-out" ->
          EnumSet.of(WAITS_FOR_DAYS, OTHERS_GO_ON, DEAD_LETTERS, LONG_OUTAGES, SHARED_RULE);
      case "direct" -> EnumSet.of(OTHERS_GO_ON, DEAD_LETTERS, MEGABYTE, NO_POLLING);
      default -> EnumSet.noneOf(Guarantee.class);
    };
  }
}
