package io.eventwright.generator.emit.sam;

import io.eventwright.generator.model.Condition;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.Subscription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule matches, in EventBridge's language (user guide, "Amazon EventBridge event patterns").
 * The event on the bus has the CloudEvent as its {@code detail}.
 */
final class EventPattern {

  private EventPattern() {}

  /** The pattern of subscriptions of one queue; conditions only when there is one subscription. */
  static Map<String, Object> of(String system, List<Subscription> subscriptions) {
    return of(system, subscriptions, true);
  }

  /**
   * The same of any source.
   *
   * @param enveloped whether the detail is a CloudEvent; else it is the data
   */
  static Map<String, Object> of(
      String source, List<Subscription> subscriptions, boolean enveloped) {
    List<String> types =
        subscriptions.stream()
            .flatMap(
                each ->
                    each.majors().stream()
                        .map(major -> new EventRef(each.event(), major).wireType()))
            .distinct()
            .toList();
    Map<String, Object> pattern = new LinkedHashMap<>();
    pattern.put("source", List.of(source));
    pattern.put("detail-type", types);
    Map<String, Object> detail = new LinkedHashMap<>();
    if (subscriptions.size() == 1) {
      subscriptions.get(0).where().forEach(condition -> put(detail, condition, enveloped ? 0 : 1));
    }
    if (!detail.isEmpty()) {
      pattern.put("detail", detail);
    }
    return pattern;
  }

  @SuppressWarnings("unchecked") // Only maps made here are in the way to a condition's field.
  private static void put(Map<String, Object> detail, Condition condition, int left) {
    Map<String, Object> at = detail;
    List<String> path = condition.path().subList(left, condition.path().size());
    for (String name : path.subList(0, path.size() - 1)) {
      at = (Map<String, Object>) at.computeIfAbsent(name, each -> new LinkedHashMap<>());
    }
    at.put(path.get(path.size() - 1), condition.tests().stream().map(EventPattern::test).toList());
  }

  private static @Nullable Object test(Condition.Test test) {
    if (test instanceof Condition.Equal equal) {
      return equal.value();
    }
    if (test instanceof Condition.Prefix prefix) {
      return Map.of("prefix", prefix.prefix());
    }
    if (test instanceof Condition.Suffix suffix) {
      return Map.of("suffix", suffix.suffix());
    }
    if (test instanceof Condition.AnythingBut anythingBut) {
      return Map.of("anything-but", anythingBut.values());
    }
    if (test instanceof Condition.Exists exists) {
      return Map.of("exists", exists.there());
    }
    List<Object> bounds = new ArrayList<>();
    for (Condition.Bound bound : ((Condition.Numeric) test).bounds()) {
      bounds.add(bound.operator());
      bounds.add(bound.value());
    }
    return Map.of("numeric", bounds);
  }
}
