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

  /** How long to wait before the next attempt, or null when there is none. */
  @Nullable Duration retryAfter(@Nullable String error, RandomGenerator random) {
    for (int i = 0; i < used.length; i++) {
      Map<String, @Nullable Object> retrier = retriers.get(i);
      if (!matches(retrier, error)) {
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
  @Nullable Map<String, @Nullable Object> catcher(@Nullable String error) {
    return catchers.stream().filter(rule -> matches(rule, error)).findFirst().orElse(null);
  }

  private static boolean matches(Map<String, @Nullable Object> rule, @Nullable String error) {
    List<@Nullable Object> names = Json.asArray(rule.get("ErrorEquals"));
    if (names == null) {
      return false;
    }
    boolean timeout = "States.Timeout".equals(error);
    return names.contains("States.ALL")
        || error != null && names.contains(error)
        || names.contains("States.TaskFailed") && !timeout
        || names.contains("States.HeartbeatTimeout") && timeout;
  }

  int retries() {
    return retries;
  }
}
