package io.eventwright.generator.model;

import io.eventwright.generator.diagnostic.SourceLocation;
import java.util.List;

/**
 * Where a value stands in what a saga knows: {@code event.data.price}, {@code charge-wallet.amount}
 * (what that step returned), {@code winner.playerId} (an item of a {@code map}), {@code execution}
 * (its name), or {@code callback} (how the answer to this step finds back).
 *
 * @param parts names, the first of which is the root
 */
public record SagaPath(List<String> parts, SourceLocation location) {

  /** The event that started the saga. */
  public static final String EVENT = "event";

  /** The execution's name. */
  public static final String EXECUTION = "execution";

  /** What an answer to a callback names. */
  public static final String CALLBACK = "callback";

  public SagaPath {
    parts = List.copyOf(parts);
  }

  /** What the path begins with. */
  public String root() {
    return parts.get(0);
  }

  /** The rest of it. */
  public List<String> rest() {
    return parts.subList(1, parts.size());
  }

  @Override
  public String toString() {
    return String.join(".", parts);
  }
}
