package io.eventwright.local.iam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that a call does, as IAM sees it. A call may do several: a transaction does one for
 * each of its items.
 *
 * @param action such as {@code dynamodb:PutItem}
 * @param resource the ARN it is done to; {@code *} where the action knows no resource
 * @param context condition keys and their values, such as {@code dynamodb:LeadingKeys}
 */
public record Access(String action, String resource, Map<String, List<String>> context) {

  /** Copies the context. */
  public Access {
    context = Map.copyOf(context);
  }

  /** An action on a resource, nothing more to know. */
  public static Access of(String action, String resource) {
    return new Access(action, resource, Map.of());
  }

  /** The same with one more condition key. */
  public Access with(String key, List<String> values) {
    Map<String, List<String>> more = new LinkedHashMap<>(context);
    more.put(key, List.copyOf(values));
    return new Access(action, resource, more);
  }
}
