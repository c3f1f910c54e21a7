package io.eventwright.runtime.outage;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A standard queue: what is received is in flight until it is deleted or its hidden time ends, of
 * which there may be 120,000; what is received once too often goes to the dead letters instead.
 */
final class ModelQueue {
  private static final int MOST_IN_FLIGHT = 120_000;

  private final VirtualTime time;
  private final int maxReceiveCount;
  private final Deque<Integer> visible = new ArrayDeque<>();
  private final int[] receives;
  private int inFlight;
  int mostInFlight;
  int deadLettered;

  ModelQueue(VirtualTime time, int messages, int maxReceiveCount) {
    this.time = time;
    this.maxReceiveCount = maxReceiveCount;
    this.receives = new int[messages];
  }

  void send(int message) {
    visible.add(message);
  }

  /** The next message; -1 for none. */
  int receive() {
    while (inFlight < MOST_IN_FLIGHT && !visible.isEmpty()) {
      int message = visible.poll();
      if (receives[message] < maxReceiveCount) {
        receives[message]++;
        inFlight++;
        mostInFlight = Math.max(mostInFlight, inFlight);
        return message;
      }
      deadLettered++;
    }
    return -1;
  }

  void delete() {
    inFlight--;
  }

  /** Hides a message that is in flight; it comes again afterwards. */
  void hide(int message, int seconds) {
    time.in(
        seconds * 1000L,
        () -> {
          inFlight--;
          visible.add(message);
        });
  }

  int receives(int message) {
    return receives[message];
  }

  int mostReceives() {
    int most = 0;
    for (int count : receives) {
      most = Math.max(most, count);
    }
    return most;
  }

  int inFlight() {
    return inFlight;
  }
}
