package io.eventwright.local.states.run;

import io.eventwright.local.states.definition.StateDefinition;
import io.eventwright.local.states.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A state's Retry and Catch, and how often each retrier was used in this visit. */
final class ErrorRules {
  static final String TIMEOUT = "States.Timeout";

  private static final int DEFAULT_ATTEMPTS = 3;
  private static final double DEFAULT_INTERVAL = 1;
  private static final double DEFAULT_BACKOFF = 2;

  private final List<Map<String, @Nullable Object>> retriers;
  private final List<Map<String, @Nullable Object>> catchers;
  private final int[] used;
  private int retries;

  ErrorRules(StateDefinition state) {
    retriers = state.objects("Retry");
    catchers = state.objects("Catch");
    used = new int[retriers.size()];
  }

  /** A task that gave no sign of life: a time-out, which rules can tell from one of its time. */
  static final String SILENCE = "States.HeartbeatTimeout";

  /**
   * How long to wait before the next attempt, or null when there is none.
   *
   * @param names what the error is called
   */
  @Nullable Duration retryAfter(List<@Nullable String> names, RandomGenerator random) {
    for (int i = 0; i < used.length; i++) {
      Map<String, @Nullable Object> retrier = retriers.get(i);
      if (!matches(retrier, names)) {
        continue;
      }
      if (used[i] >= number(retrier, "MaxAttempts", DEFAULT_ATTEMPTS)) {
        return null;
      }
      double seconds =
          number(retrier, "IntervalSeconds", DEFAULT_INTERVAL)
              * Math.pow(number(retrier, "BackoffRate", DEFAULT_BACKOFF), used[i]);
      seconds = Math.min(seconds, number(retrier, "MaxDelaySeconds", Integer.MAX_VALUE));
      if ("FULL".equals(retrier.get("JitterStrategy"))) {
        seconds *= random.nextDouble();
      }
      used[i]++;
      retries++;
      return Duration.ofMillis(Math.round(seconds * 1000));
    }
    return null;
  }

  private static double number(
      Map<String, @Nullable Object> retrier, String field, double otherwise) {
    return retrier.get(field) instanceof Number number ? number.doubleValue() : otherwise;
  }

  /** The first catcher for the error, or null. */
  @Nullable Map<String, @Nullable Object> catcher(List<@Nullable String> names) {
    return catchers.stream().filter(rule -> matches(rule, names)).findFirst().orElse(null);
  }

  private static boolean matches(Map<String, @Nullable Object> rule, List<@Nullable String> names) {
    List<@Nullable Object> taken = Json.asArray(rule.get("ErrorEquals"));
    if (taken == null) {
      return false;
    }
    return taken.contains("States.ALL")
        || names.stream().anyMatch(name -> name != null && taken.contains(name))
        || taken.contains("States.TaskFailed") && !names.contains(TIMEOUT);
  }

  int retries() {
    return retries;
  }
}
