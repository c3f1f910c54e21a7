package io.eventwright.runtime.secret;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The secret of a dependency: {@code secret:} in {@code system.yaml}. It is read when it is first
 * asked for, and so not before a snapshot, and again after five minutes. While nobody can say what
 * it is now, what it was is used, for an hour at most. Safe under many threads.
 *
 * <pre>{@code
 * gateway.call(() -> secret.using(key -> client.settle(key.text(), price)));
 * }</pre>
 */
public final class Secret {
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** A callee that refuses everything must not have the store asked at each call. */
  private static final Duration BETWEEN = Duration.ofSeconds(30);

  private final String name;
  private final Supplier<String> source;
  private final Clock clock;
  private volatile @Nullable Known known;

  private record Known(SecretValue value, Instant read, Instant asked) {
    boolean within(Duration age, Instant now) {
      // A clock that went back says nothing of the age.
      return !now.isBefore(read) && now.isBefore(read.plus(age));
    }

    boolean askedWithin(Duration age, Instant now) {
      return !now.isBefore(asked) && now.isBefore(asked.plus(age));
    }
  }

  /**
   * One that nobody has read yet.
   *
   * @param name the dependency's
   * @param source reads it, and throws {@link SecretUnavailable}
   */
  Secret(String name, Supplier<String> source, Clock clock) {
    this.name = name;
    this.source = source;
    this.clock = clock;
  }

  /** A secret that is known, for tests. */
  public static Secret of(String dependency, String text) {
    return new Secret(dependency, () -> text, Clock.systemUTC());
  }

  /** What is done with it. */
  @FunctionalInterface
  public interface Use<R> {
    /**
     * Does it.
     *
     * @throws SecretRefused when the callee does not take the secret
     */
    R with(SecretValue value) throws Exception;
  }

  /**
   * What it is, at most five minutes old where the store can be reached.
   *
   * @throws SecretUnavailable when it cannot be read and nothing is known of the last hour
   */
  public SecretValue value() {
    Known last = known;
    return last != null && last.within(FRESH, clock.instant()) ? last.value() : read(null);
  }

  /**
   * Does something with it, and once more if the callee refused it and there is a newer one, as
   * after a rotation.
   *
   * @throws SecretRefused when the newest one is refused too
   * @throws SecretUnavailable as {@link #value}
   */
  public <R> R using(Use<R> use) throws Exception {
    SecretValue first = value();
    try {
      return use.with(first);
    } catch (SecretRefused refused) {
      SecretValue newer = read(first);
      if (newer.same(first)) {
        throw refused;
      }
      return use.with(newer);
    }
  }

  /** Reads it, unless another thread just has, or the refused one has only just been read. */
  private synchronized SecretValue read(@Nullable SecretValue refused) {
    Instant now = clock.instant();
    Known last = known;
    if (last != null) {
      boolean enough =
          refused == null
              ? last.within(FRESH, now)
                  || last.within(LONGEST, now) && last.askedWithin(BETWEEN, now)
              : !last.value().same(refused) || last.askedWithin(BETWEEN, now);
      if (enough) {
        return last.value();
      }
    }
    try {
      SecretValue value = new SecretValue(name, source.get());
      known = new Known(value, now, now);
      return value;
    } catch (SecretUnavailable e) {
      if (last == null || !last.within(LONGEST, now)) {
        throw e;
      }
      known = new Known(last.value(), last.read(), now);
      return last.value();
    }
  }

  /** Says whose it is. */
  @Override
  public String toString() {
    return "secret of " + name;
  }
}
