package io.eventwright.runtime.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eventwright.runtime.breaker.BreakerView;
import io.eventwright.runtime.breaker.Phase;
import io.eventwright.runtime.manage.PauseRules;
import io.eventwright.runtime.manage.PauseRules.Verdict;
import io.eventwright.runtime.manage.SourceState.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PauseRulesTest {
  private static final Instant DOWN = Instant.parse("2026-11-23T10:00:00Z");
  private static final BreakerView CLOSED =
      new BreakerView(Phase.CLOSED, DOWN, Instant.EPOCH, Instant.EPOCH);

  private static BreakerView open(long sinceSeconds, long untilSeconds) {
    return new BreakerView(
        Phase.OPEN, DOWN.plusSeconds(sinceSeconds), DOWN, DOWN.plusSeconds(untilSeconds));
  }

  private static Verdict verdict(Kind kind, BreakerView breaker, long inFlight, long atSeconds) {
    return PauseRules.DEFAULT.of(
        kind, List.of(CLOSED, breaker), () -> inFlight, DOWN.plusSeconds(atSeconds));
  }

  @Test
  @DisplayName("a queue is paused after two minutes, whatever was probed in between")
  void queue() {
    assertEquals(Verdict.KEEP, verdict(Kind.QUEUE, open(0, 30), 0, 10));
    assertEquals(Verdict.RUN, verdict(Kind.QUEUE, open(0, 30), 0, 30), "due for a probe");
    assertEquals(Verdict.KEEP, verdict(Kind.QUEUE, open(89, 120), 0, 119));
    assertEquals(Verdict.PAUSE, verdict(Kind.QUEUE, open(110, 140), 0, 120));
    assertEquals(Verdict.RUN, verdict(Kind.QUEUE, open(110, 140), 0, 140), "due for a probe");
    assertEquals(Verdict.RUN, verdict(Kind.QUEUE, CLOSED, 100_000, 200), "not the breaker's");
  }

  @Test
  @DisplayName("too much in flight pauses a queue at once, and holds back even a probe")
  void inFlight() {
    assertEquals(Verdict.PAUSE, verdict(Kind.QUEUE, open(0, 30), 20_001, 1));
    assertEquals(Verdict.PAUSE, verdict(Kind.QUEUE, open(0, 30), 20_001, 60));
    BreakerView half = new BreakerView(Phase.HALF_OPEN, DOWN, DOWN, DOWN);
    assertEquals(Verdict.PAUSE, verdict(Kind.QUEUE, half, 20_001, 60));
    assertEquals(Verdict.RUN, verdict(Kind.QUEUE, half, 20_000, 600), "a prober may be dead");
  }

  @Test
  @DisplayName("a queue of groups and a stream are paused at once, since nothing there waits aside")
  void ordered() {
    for (Kind kind : List.of(Kind.FIFO, Kind.STREAM)) {
      assertEquals(Verdict.PAUSE, verdict(kind, open(0, 30), 0, 1));
      assertEquals(Verdict.RUN, verdict(kind, open(0, 30), 0, 30));
    }
    assertEquals(Verdict.RUN, verdict(Kind.STREAM, open(0, 30), 1_000_000, 30), "none in flight");
  }
}
