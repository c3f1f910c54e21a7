package io.eventwright.generator.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How often and how long an express saga tries what it does, and what that comes to: its service
 * ends it after five minutes, wherever it is, and compensates nothing (Step Functions developer
 * guide, "Quotas related to state machine executions").
 *
 * @param timeout of a worker's function, by the worker's name
 * @param callsOutside whether a worker calls dependencies, by its name
 * @param items how many a list has at most
 */
public record ExpressBudget(
    Function<String, Duration> timeout,
    Predicate<String> callsOutside,
    ToLongFunction<SagaPath> items) {

  /** An execution is ended then. */
  public static final Duration LIMIT = Duration.ofMinutes(5);

  /**
   * So much longer than its function's time-out an attempt is waited for, since a function that
   * starts takes time before its own begins.
   */
  public static final Duration BESIDE_FUNCTION = Duration.ofSeconds(5);

  /** Of the function that publishes how it ended. */
  public static final Duration END_FUNCTION = Duration.ofSeconds(5);

  /** Of a service that is called without a function. */
  public static final Duration SERVICE_CALL = Duration.ofSeconds(5);

  /** Of asking how a step went. */
  private static final SagaRetry SETTLING = retry(1);

  /** Of what must end, compensations above all: seconds, and then it is a dead letter. */
  public static final SagaRetry PERSISTENT = retry(2);

  /** Between states, where there are some dozens of them. */
  private static final long BETWEEN_SECONDS = 5;

  /** So many more steps and undos take a second more. */
  private static final long STEPS_A_SECOND = 10;

  /** So much longer than it can run the runtime holds an attempt that calls outside for alive. */
  private static final Duration LEASE_BESIDE_ATTEMPT = Duration.ofSeconds(10);

  private static SagaRetry retry(int times) {
    return new SagaRetry(times, Duration.ofSeconds(1), 2, Duration.ofMinutes(1), false, List.of());
  }

  /**
   * The same where an attempt that calls outside stands in the way: its pauses together outlast an
   * attempt that was killed, of which nobody knows before that it is over.
   *
   * @param function time-out of what may stand in the way
   */
  public static SagaRetry outlasting(Duration function) {
    long lease = function.plus(LEASE_BESIDE_ATTEMPT).toSeconds();
    // Once, and then twice that.
    Duration first = Duration.ofSeconds((lease + 2) / 3);
    return new SagaRetry(2, first, 2, first.multipliedBy(2), false, List.of());
  }

  /**
   * How an undo is tried.
   *
   * @param step its worker's time-out
   * @param undo the time-out of the worker that undoes it
   * @param outside whether that calls outside: it waits for the end of the step's attempts
   */
  public static SagaRetry undoing(Duration step, Duration undo, boolean outside) {
    return outside ? outlasting(step.compareTo(undo) > 0 ? step : undo) : PERSISTENT;
  }

  /** How it is asked what became of a step: who calls outside may still be within that call. */
  public static SagaRetry settling(Duration function, boolean outside) {
    return outside ? outlasting(function) : SETTLING;
  }

  /** How is tried what must be done. */
  public static SagaRetry persistent(Duration function, boolean outside) {
    return outside ? outlasting(function) : PERSISTENT;
  }

  /**
   * What one takes at the most: every attempt of every step at its full time-out, each settled by
   * as many, then every undo likewise, the end, and the dead letter.
   *
   * @param steps those of the way forward
   * @param undos those of the way back
   * @param beside all that is not one of them
   */
  public record Worst(Duration steps, Duration undos, Duration beside) {

    /** The sum. */
    public Duration total() {
      return steps.plus(undos).plus(beside);
    }
  }

  /** What a saga of these steps takes at the most. */
  public Worst worst(List<SagaStep> steps) {
    List<SagaStep> undoable = SagaModel.undoable(steps);
    long settled = forward(undoable, false);
    long forGood = settled + forward(steps.subList(undoable.size(), steps.size()), true);
    long back = backward(undoable);
    boolean through = forGood > settled + back;
    long service = attempts(SERVICE_CALL, List.of(PERSISTENT));
    return new Worst(
        Duration.ofSeconds(through ? forGood : settled),
        Duration.ofSeconds(through ? 0 : back),
        // What was done already is looked up first, and the dead letter is sent last.
        Duration.ofSeconds(
            2 * service
                + attempts(END_FUNCTION.plus(BESIDE_FUNCTION), List.of(PERSISTENT))
                + BETWEEN_SECONDS
                + passes(steps) / STEPS_A_SECOND));
  }

  private long forward(List<SagaStep> steps, boolean forGood) {
    return sum(steps.stream().mapToLong(step -> forward(step, forGood)).toArray());
  }

  private long forward(SagaStep step, boolean forGood) {
    if (step instanceof SagaStep.Call call) {
      Duration once = timeout(call);
      Duration function = timeout.apply(call.worker().value());
      boolean outside = callsOutside.test(call.worker().value());
      return forGood
          ? attempts(once, forGood(call.retry(), persistent(function, outside)))
          : attempts(once, call.retry()) + attempts(once, List.of(settling(function, outside)));
    }
    if (step instanceof SagaStep.Wait waits) {
      Duration duration = waits.duration();
      return duration == null ? 0 : duration.toSeconds();
    }
    if (step instanceof SagaStep.Publish || step instanceof SagaStep.Send) {
      return attempts(SERVICE_CALL, List.of(PERSISTENT));
    }
    return block(step, inner -> forward(inner, forGood));
  }

  private long backward(List<SagaStep> steps) {
    return sum(steps.stream().mapToLong(this::backward).toArray());
  }

  private long backward(SagaStep step) {
    SagaStep.Named undo = step.undo();
    if (undo == null) {
      return block(step, this::backward);
    }
    Duration function = timeout.apply(undo.value());
    Duration undone =
        step instanceof SagaStep.Call call ? timeout.apply(call.worker().value()) : function;
    return attempts(
        function.plus(BESIDE_FUNCTION),
        List.of(undoing(undone, function, callsOutside.test(undo.value()))));
  }

  /** Steps one after the other, each as often as it comes. */
  private long passes(List<SagaStep> steps) {
    return sum(steps.stream().mapToLong(step -> 1 + block(step, this::passes)).toArray());
  }

  /** The longest of its branches or cases; of a map as many as go one after the other. */
  private long block(SagaStep step, ToLongFunction<List<SagaStep>> once) {
    long longest = step.inner().stream().mapToLong(once).max().orElse(0);
    if (!(step instanceof SagaStep.Each each)) {
      return longest;
    }
    long rounds = (items.applyAsLong(each.over()) + each.concurrency() - 1) / each.concurrency();
    return Math.min(MOST, Math.min(MOST, rounds) * Math.min(MOST, longest));
  }

  /** Beyond every limit, and small enough to be multiplied. */
  private static final long MOST = Integer.MAX_VALUE;

  private static long sum(long[] all) {
    long sum = 0;
    for (long each : all) {
      sum = Math.min(MOST, sum + each);
    }
    return sum;
  }

  /** How long one attempt of a step is waited for. */
  private Duration timeout(SagaStep.Call call) {
    @Nullable Duration said = call.timeout();
    return said == null ? timeout.apply(call.worker().value()).plus(BESIDE_FUNCTION) : said;
  }

  /**
   * What must be done is tried as it is said for single errors, and for all others persistently.
   */
  private static List<SagaRetry> forGood(List<SagaRetry> said, SagaRetry persistent) {
    List<SagaRetry> all =
        new ArrayList<>(said.stream().filter(each -> !each.errors().isEmpty()).toList());
    all.add(persistent);
    return all;
  }

  /**
   * Each retrier counts its own attempts, so that in the worst case they come one after the other.
   */
  private static long attempts(Duration once, List<SagaRetry> retries) {
    long total = once.toSeconds();
    for (SagaRetry retry : retries) {
      double interval = retry.interval().toSeconds();
      for (int i = 0; i < retry.times() && total < MOST; i++) {
        total += once.toSeconds() + (long) Math.ceil(Math.min(interval, retry.cap().toSeconds()));
        interval *= retry.backoff();
      }
    }
    return total;
  }
}
