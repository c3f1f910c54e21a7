package io.eventwright.generator.emit.sam.limit;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.quota.Quotas;
import java.util.Collection;
import java.util.Map;

/** A rule's pattern that EventBridge refuses for its length. Error. */
final class PatternTooLong implements Limit {

  @Override
  public void check(Template template, Quotas quotas, Diagnostics found) {
    int most = quotas.of("eventbridge.pattern-characters");
    for (Template.Rule rule : template.rules()) {
      int length = length(rule.pattern());
      if (length > most) {
        found.error(
            rule.location(),
            "pattern-too-long",
            "What "
                + rule.name()
                + " listens to is a pattern of "
                + length
                + " characters, and EventBridge takes "
                + most
                + ". Shorten where:, or split it into several workers.");
      }
    }
  }

  /** The length as JSON without spaces; escapes make it longer still, which is rare. */
  private static int length(Object value) {
    if (value instanceof Map<?, ?> map) {
      return 2
          + Math.max(0, map.size() - 1)
          + map.entrySet().stream()
              .mapToInt(each -> length(each.getKey()) + 1 + length(each.getValue()))
              .sum();
    }
    if (value instanceof Collection<?> list) {
      return 2
          + Math.max(0, list.size() - 1)
          + list.stream().mapToInt(each -> each == null ? 4 : length(each)).sum();
    }
    return value instanceof String text ? text.length() + 2 : String.valueOf(value).length();
  }
}
