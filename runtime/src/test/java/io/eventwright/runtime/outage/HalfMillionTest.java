package io.eventwright.runtime.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.runtime.outage.Outage.Plan;
import io.eventwright.runtime.outage.Outage.Result;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfMillionTest {
  private static final int MESSAGES = 500_000;
  private static final int FEWER = 120_000;

  /** Where nobody pauses the source, each message comes again for the whole hour. */
  private static final int FEWEST = 60_000;

  private static final int POISON = 20;
  private static final int MOST_RECEIVES = 1_000;
  private static final long HOUR = 3_600_000;

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({"all at once, fails at once, 0, false", "over the hour, hangs, 3600000, true"})
  @DisplayName("row 35: an hour's outage with 500,000 messages behind it dead-letters none of them")
  void none(String arrival, String failure, long overMillis, boolean hangs) {
    Result result =
        new Outage(new Plan(MESSAGES, POISON, overMillis, hangs, MOST_RECEIVES, true)).run();
    print(arrival + ", " + failure, result);
    assertEquals(0, result.deadLettered(), "by the queue");
    assertEquals(POISON, result.givenUp(), "those that really fail, by us");
    assertEquals(MESSAGES - POISON, result.handled());
    assertTrue(result.mostInFlight() < 50_000, "in flight: " + result.mostInFlight());
    assertTrue(result.pauses() > 0, "the source was paused");
    assertTrue(result.drained() < HOUR, "drained in less time than the outage took");
  }

  @ParameterizedTest
  @CsvSource({"3", "100", "5000"})
  @DisplayName("row 35: few messages, whose turn to probe comes again and again, lose none either")
  void few(int messages) {
    Result result = new Outage(new Plan(messages, 0, 0, false, MOST_RECEIVES, true)).run();
    print(messages + " messages", result);
    assertEquals(0, result.deadLettered());
    assertEquals(messages, result.handled());
    assertTrue(result.mostReceives() < MOST_RECEIVES / 2);
  }

  @Test
  @DisplayName("the same with five receives: the queue gives up what nobody has tried")
  void countedByTheQueue() {
    Result result = new Outage(new Plan(FEWER, POISON, 0, false, 5, true)).run();
    print("five receives", result);
    assertTrue(result.deadLettered() > 0, "so this test can fail");
  }

  @Test
  @DisplayName("the same without manager and hold: far more in flight")
  void unmanaged() {
    Result result = new Outage(new Plan(FEWEST, POISON, 0, false, MOST_RECEIVES, false)).run();
    print("no manager", result);
    assertTrue(result.mostInFlight() > 50_000, "so this test can fail");
  }

  private static void print(String what, Result result) {
    System.out.printf(
        Locale.ROOT,
        "%-30s handled %,d, dead-lettered by us %d, by the queue %,d; in flight %,d at most;"
            + " received %d times at most; paused %d times; %d probes failed; drained in %d min"
            + " %d s, the last given up after %d min%n",
        what,
        result.handled(),
        result.givenUp(),
        result.deadLettered(),
        result.mostInFlight(),
        result.mostReceives(),
        result.pauses(),
        result.probes(),
        result.drained() / 60_000,
        result.drained() / 1000 % 60,
        result.ended() / 60_000);
  }
}
