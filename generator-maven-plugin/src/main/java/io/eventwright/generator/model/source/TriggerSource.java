package io.eventwright.generator.model.source;

import io.eventwright.generator.diagnostic.SourceLocation;
import org.jspecify.annotations.Nullable;

/** {@code on}, with {@code where}. */
public sealed interface TriggerSource {

  /** Where it is written. */
  SourceLocation location();

  /** The events among it; null when it is none. */
  default @Nullable SubscriptionSource subscription() {
    return null;
  }

  /** Events of this system. */
  record Events(SubscriptionSource subscription) implements TriggerSource {
    @Override
    public SourceLocation location() {
      return subscription.on().location();
    }
  }

  /**
   * Events of another bus.
   *
   * @param bus its name in {@code buses}
   */
  record OtherBus(Located<String> bus, SubscriptionSource subscription) implements TriggerSource {
    @Override
    public SourceLocation location() {
      return bus.location();
    }
  }

  /**
   * A time.
   *
   * @param expression when
   * @param zone where that time is meant
   */
  record Schedule(Located<String> expression, String zone) implements TriggerSource {
    @Override
    public SourceLocation location() {
      return expression.location();
    }
  }

  /**
   * An object put into a bucket.
   *
   * @param bucket its name in {@code buckets}
   * @param prefix of its key; empty for any
   * @param suffix of its key; empty for any
   */
  record Bucket(Located<String> bucket, String prefix, String suffix) implements TriggerSource {
    @Override
    public SourceLocation location() {
      return bucket.location();
    }
  }
}
