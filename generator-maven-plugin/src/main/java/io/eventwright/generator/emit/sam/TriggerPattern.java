package io.eventwright.generator.emit.sam;

import io.eventwright.generator.model.BusModel;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.Trigger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which bus a trigger is told over, and what a rule there matches.
 *
 * @param bus in the template's language
 * @param pattern of the rule
 * @param words in a title
 * @param data where an event on that bus has its data; empty for what has none
 */
record TriggerPattern(String bus, Map<String, Object> pattern, String words, String data) {

  /** Events of ours, and of others that are CloudEvents. */
  static final String ENVELOPED = "detail.data.";

  private static final String PLAIN = "detail.";

  /** A trigger that a rule can match; a schedule has none. */
  static TriggerPattern of(EventSystem system, Trigger trigger) {
    if (trigger instanceof Trigger.Bucket bucket) {
      // S3 tells EventBridge on the account's default bus.
      return new TriggerPattern("default", objects(bucket), words(bucket), "");
    }
    if (trigger instanceof Trigger.OtherBus other) {
      BusModel bus = bus(system, other.bus());
      return new TriggerPattern(
          "\"" + bus.address() + "\"",
          EventPattern.of(bus.source(), List.of(other.subscription()), bus.enveloped()),
          "on " + Words.of(other.subscription()) + " of " + other.bus(),
          bus.enveloped() ? ENVELOPED : PLAIN);
    }
    Subscription subscription = trigger.subscription();
    if (subscription == null) {
      return new TriggerPattern("default", Map.of(), words((Trigger.Schedule) trigger), "");
    }
    return new TriggerPattern(
        "!Ref Bus",
        EventPattern.of(system.name(), List.of(subscription)),
        "on " + Words.of(subscription),
        ENVELOPED);
  }

  private static String words(Trigger.Schedule schedule) {
    return "at " + schedule.expression() + " in " + schedule.zone();
  }

  private static String words(Trigger.Bucket bucket) {
    return "on objects in " + bucket.bucket();
  }

  private static BusModel bus(EventSystem system, String name) {
    return system.buses().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no bus " + name));
  }

  private static Map<String, Object> objects(Trigger.Bucket bucket) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put(
        "bucket", Map.of("name", List.of(new Reference(LogicalIds.bucket(bucket.bucket())))));
    if (!bucket.prefix().isEmpty() || !bucket.suffix().isEmpty()) {
      detail.put("object", Map.of("key", List.of(key(bucket.prefix(), bucket.suffix()))));
    }
    Map<String, Object> pattern = new LinkedHashMap<>();
    pattern.put("source", List.of("aws.s3"));
    pattern.put("detail-type", List.of("Object Created"));
    pattern.put("detail", detail);
    return pattern;
  }

  private static Map<String, Object> key(String prefix, String suffix) {
    if (suffix.isEmpty()) {
      return Map.of("prefix", prefix);
    }
    if (prefix.isEmpty()) {
      return Map.of("suffix", suffix);
    }
    return Map.of("wildcard", escaped(prefix) + "*" + escaped(suffix));
  }

  /** A star is a star (user guide, "Using wildcards in EventBridge event patterns"). */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("*", "\\*");
  }
}
