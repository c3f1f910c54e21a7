package io.eventwright.runtime.projection;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an instance knows of its read models' generations, and asks again after a few seconds. Safe
 * under many threads.
 */
public final class Layouts {
  /** As long as an instance may not know of a change; less in a local cloud that is sped up. */
  public static final long SECONDS = 5;

  private final Supplier<LayoutTable> table;
  private final LongSupplier nanos;
  private final long kept;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /**
   * Knows nothing yet.
   *
   * @param table opened when it is first asked for
   * @param nanos a clock that only counts
   * @param kept how long an answer is good for
   */
  public Layouts(Supplier<LayoutTable> table, LongSupplier nanos, Duration kept) {
    this.table = table;
    this.nanos = nanos;
    this.kept = kept.toNanos();
  }

  private record Known(Layout layout, long since) {}

  /** For readers: what is written, or will be with the first row. */
  Layout toRead(ProjectionType<?> type) {
    Known last = recent(type);
    return last != null
        ? last.layout()
        : keep(type, () -> table.get().read(type.name()).orElse(Layout.first(type)));
  }

  /** For writers: what is written, and if nothing is, what is from now on. */
  Layout toWrite(ProjectionType<?> type) {
    Known last = recent(type);
    return last != null ? last.layout() : begin(type);
  }

  /** For who must not be late: asks in any case. */
  Layout begin(ProjectionType<?> type) {
    return keep(type, () -> table.get().readOrBegin(type.name(), Layout.first(type)));
  }

  /** Asks again the next time. */
  void forget(ProjectionType<?> type) {
    known.remove(type.name());
  }

  private @Nullable Known recent(ProjectionType<?> type) {
    Known last = known.get(type.name());
    return last != null && nanos.getAsLong() - last.since() < kept ? last : null;
  }

  private Layout keep(ProjectionType<?> type, Supplier<Layout> ask) {
    // The time before the question: what is older than the answer is not taken for younger.
    long since = nanos.getAsLong();
    Layout layout = ask.get();
    known.put(type.name(), new Known(layout, since));
    return layout;
  }
}
