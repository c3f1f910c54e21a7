package io.eventwright.generator.model;

import org.jspecify.annotations.Nullable;

/** What a worker waits for. */
public sealed interface Trigger {

  /** The events among it, from this system's bus or another's; null when it is none. */
  default @Nullable Subscription subscription() {
    return null;
  }

  /** Events of this system. */
  record Events(Subscription subscription) implements Trigger {}

  /**
   * Events of another system's bus, described by schemas of this one.
   *
   * @param bus name of the bus as declared here
   */
  record OtherBus(String bus, Subscription subscription) implements Trigger {}

  /**
   * A time.
   *
   * @param expression {@code rate(5 minutes)}, or {@code cron(...)} of six fields
   * @param zone name of a time zone, such as {@code Europe/Berlin}
   */
  record Schedule(String expression, String zone) implements Trigger {}

  /**
   * An object that was put into a bucket.
   *
   * @param bucket name of the bucket as declared here
   * @param prefix what its key begins with; empty for anything
   * @param suffix what its key ends with; empty for anything
   */
  record Bucket(String bucket, String prefix, String suffix) implements Trigger {}
}
