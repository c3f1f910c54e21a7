package io.eventwright.runtime.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

  @Test
  @DisplayName(
      "a question and the call after it share one time limit, which a probe's lease covers")
  void oneForBoth() throws Exception {
    long[] left = {60_000};
    List<String> made = new ArrayList<>();
    TimeLimit limit = new TimeLimit(() -> left[0]);
    limit.run(() -> made.add("question"));
    left[0] = 0;
    assertThrows(TimeoutException.class, () -> limit.run(() -> made.add("call")));
    assertEquals(List.of("question"), made);
  }
}
