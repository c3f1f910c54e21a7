package io.eventwright.runtime.breaker;

import io.eventwright.runtime.breaker.Outcomes.Outcome;
import io.eventwright.runtime.guard.BreakerSettings;
import io.eventwright.runtime.time.Backoff;
import io.eventwright.runtime.time.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One dependency's breaker in one instance. Its state is shared through the store; here are only a
 * copy that may be a second old, and successes that nobody needs to know of while nothing fails: a
 * healthy dependency costs one read a second and no write. Safe under many threads.
 *
 * <p>When the store cannot be reached, calls go through (fail-open), and the store is left alone
 * for a while.
 */
public final class Breaker {
  private static final Duration CACHED = Duration.ofSeconds(1);
  private static final Duration STORE_LEFT_ALONE = Duration.ofSeconds(5);
  private static final Backoff RACE = new Backoff(5, 100);

  private final BreakerRules rules;
  private final BreakerStore store;
  private final Duration race;
  private final Clock clock;
  private final String name;
  private final BreakerWatch watch;

  private BreakerState cached = BreakerState.NEW;
  private Instant cachedAt = Instant.MIN;
  private Instant storeAvoidedUntil = Instant.MIN;
  private boolean storeDownTold;
  private final Deque<Outcome> pending = new ArrayDeque<>();
  private long pendingGeneration;

  Breaker(
      String name,
      BreakerSettings settings,
      Duration lease,
      BreakerStore store,
      Duration race,
      Clock clock,
      BreakerWatch watch) {
    this.name = name;
    this.rules = new BreakerRules(settings, lease);
    this.store = store;
    this.race = race;
    this.clock = clock;
    this.watch = watch;
  }

  /**
   * Leave to make one call.
   *
   * @param generation of the breaker when it was given; -1 when the store could not say
   * @param probe names this probe; null for an ordinary call
   */
  public record Admission(long generation, @Nullable String probe) {
    private static final Admission UNKNOWN = new Admission(-1, null);
  }

  /**
   * Leave to make one call now, or none. Whoever gets leave must {@link #record} what came of it.
   */
  public Optional<Admission> admit() {
    try {
      BreakerState state = state();
      if (state == null) {
        return Optional.of(Admission.UNKNOWN);
      }
      return state.phase() == Phase.CLOSED
          ? Optional.of(new Admission(state.generation(), null))
          : probe();
    } catch (RuntimeException e) {
      lostStore(e);
      return Optional.of(Admission.UNKNOWN);
    }
  }

  /** Says what came of a call. What began before the breaker last moved no longer counts. */
  public void record(Admission admission, boolean success) {
    if (admission.generation() < 0) {
      return;
    }
    try {
      if (admission.probe() != null) {
        recordProbe(admission, success);
      } else {
        recordCall(admission, success);
      }
    } catch (RuntimeException e) {
      lostStore(e);
    }
  }

  /** How long it has not been closed, as far as this instance knows; zero while it is. */
  public Duration downFor() {
    return BreakerView.of(known()).downFor(clock.instant());
  }

  /** Whether calls go through, as far as this instance knows; also when nobody can say. */
  public boolean closed() {
    try {
      BreakerState state = state();
      return state == null || state.phase() == Phase.CLOSED;
    } catch (RuntimeException e) {
      lostStore(e);
      return true;
    }
  }

  /** Gives leave back: no call was made. */
  public void abandon(Admission admission) {
    String owner = admission.probe();
    if (owner == null) {
      return;
    }
    try {
      replaceWhile(
          state -> {
            Map<String, Instant> probes = new HashMap<>(state.probes());
            boolean ours =
                state.generation() == admission.generation() && probes.remove(owner) != null;
            return ours ? state.within(Outcomes.NONE, probes) : null;
          });
    } catch (RuntimeException e) {
      lostStore(e);
    }
  }

  private Optional<Admission> probe() {
    Deadline patience = Deadline.in(race.toMillis());
    String owner = UUID.randomUUID().toString();
    for (int tries = 0; ; tries++) {
      BreakerState state = tries == 0 ? known() : read();
      if (state.phase() == Phase.CLOSED) {
        return Optional.of(new Admission(state.generation(), null));
      }
      Optional<BreakerState> next = rules.probe(state, owner, clock.instant());
      if (next.isEmpty()) {
        return Optional.empty();
      }
      if (store.replace(state, next.get())) {
        wrote(next.get(), state);
        return Optional.of(new Admission(next.get().generation(), owner));
      }
      if (!RACE.pause(tries, patience)) {
        return Optional.empty();
      }
    }
  }

  private void recordProbe(Admission admission, boolean success) {
    replaceWhile(
        state ->
            state.generation() == admission.generation()
                    && state.probes().containsKey(admission.probe())
                ? rules.probed(state, success, clock.instant())
                : null);
  }

  private void recordCall(Admission admission, boolean success) {
    Outcomes told;
    long second = clock.instant().getEpochSecond();
    synchronized (this) {
      if (pendingGeneration != admission.generation()) {
        if (admission.generation() < pendingGeneration) {
          return;
        }
        pending.clear();
        pendingGeneration = admission.generation();
      }
      pending.add(new Outcome(second, success));
      if (pending.size() > rules.settings().window()) {
        pending.remove();
      }
      if (success) {
        return;
      }
      told = new Outcomes(List.copyOf(pending));
      pending.clear();
    }
    replaceWhile(
        state ->
            state.generation() == admission.generation() && state.phase() == Phase.CLOSED
                ? after(state, told)
                : null);
  }

  private BreakerState after(BreakerState state, Outcomes told) {
    Instant now = clock.instant();
    watch.failing(name, rules.failedPercent(state, told, now), rules.settings().failurePercent());
    return rules.after(state, told, now);
  }

  private void replaceWhile(Change change) {
    Deadline patience = Deadline.in(race.toMillis());
    for (int tries = 0; ; tries++) {
      BreakerState last = read();
      BreakerState next = change.from(last);
      if (next == null) {
        return;
      }
      if (store.replace(last, next)) {
        wrote(next, last);
        return;
      }
      if (!RACE.pause(tries, patience)) {
        return;
      }
    }
  }

  private void wrote(BreakerState next, BreakerState last) {
    remember(next, last);
    if (next.generation() != last.generation()) {
      watch.moved(name, last.phase(), next.phase());
    }
  }

  /** The state, null while the store is left alone. */
  private @Nullable BreakerState state() {
    Instant now = clock.instant();
    synchronized (this) {
      if (now.isBefore(storeAvoidedUntil)) {
        return null;
      }
      if (cachedAt.isAfter(now.minus(CACHED))) {
        return cached;
      }
    }
    return read();
  }

  private synchronized BreakerState known() {
    return cached;
  }

  private BreakerState read() {
    BreakerState before = known();
    BreakerState state = store.read();
    remember(state, before);
    return state;
  }

  /**
   * An older revision is what a slower thread has read, unless our copy is no newer than this read
   * is: then somebody has set the breaker back by deleting its item, and it begins anew.
   */
  private synchronized void remember(BreakerState state, BreakerState before) {
    storeDownTold = false;
    cachedAt = clock.instant();
    if (state.revision() >= cached.revision() || cached == before) {
      cached = state;
    }
    if (state.generation() < pendingGeneration && cached == state) {
      pending.clear();
      pendingGeneration = state.generation();
    }
  }

  private void lostStore(RuntimeException e) {
    boolean tell;
    synchronized (this) {
      storeAvoidedUntil = clock.instant().plus(STORE_LEFT_ALONE);
      tell = !storeDownTold;
      storeDownTold = true;
    }
    if (tell) {
      watch.storeDown(name, e);
    }
  }

  @FunctionalInterface
  private interface Change {
    @Nullable BreakerState from(BreakerState last);
  }
}
