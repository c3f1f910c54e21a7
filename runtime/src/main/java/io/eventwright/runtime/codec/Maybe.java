package io.eventwright.runtime.codec;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property that may be absent, null, or a value, where the schema allows all three.
 *
 * @param isPresent whether the property is there at all
 * @param orNull its value; null when it is there as null, or not there
 * @param <T> the value's type
 */
public record Maybe<T>(boolean isPresent, @Nullable T orNull) {

  private static final Maybe<?> ABSENT = new Maybe<>(false, null);
  private static final Maybe<?> NULL = new Maybe<>(true, null);

  /** Refuses a value that is not there. */
  public Maybe {
    if (!isPresent && orNull != null) {
      throw new IllegalArgumentException("absent, yet with a value");
    }
  }

  /** The property is not there. */
  @SuppressWarnings("unchecked") // It holds no value, so it is one of any type.
  public static <T> Maybe<T> absent() {
    return (Maybe<T>) ABSENT;
  }

  /** The property is there, as null. */
  @SuppressWarnings("unchecked") // It holds no value, so it is one of any type.
  public static <T> Maybe<T> ofNull() {
    return (Maybe<T>) NULL;
  }

  /** The property is there, with a value. */
  public static <T> Maybe<T> of(T value) {
    return new Maybe<>(true, Objects.requireNonNull(value));
  }

  /** The same with another value, where there is one. */
  public <R> Maybe<R> map(Function<? super T, ? extends R> change) {
    if (orNull == null) {
      return isPresent ? ofNull() : absent();
    }
    return of(change.apply(orNull));
  }

  /** {@code absent}, {@code null}, or the value. */
  @Override
  public String toString() {
    return isPresent ? String.valueOf(orNull) : "absent";
  }
}
