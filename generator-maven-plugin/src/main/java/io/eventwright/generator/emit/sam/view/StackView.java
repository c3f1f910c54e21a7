package io.eventwright.generator.emit.sam.view;

import java.util.List;

/**
 * What every resource may need to know.
 *
 * @param system name of the system
 * @param tags on every resource, in order
 * @param logRetentionDays how long logs are kept
 * @param traced whether functions, sagas and APIs make spans
 * @param key the ARN of the customer's key, in the template's language; empty for AWS's own keys
 */
public record StackView(
    String system, List<TagView> tags, int logRetentionDays, boolean traced, String key) {

  /** A tag. */
  public record TagView(String key, String value) {}

  /** Keeps the tags immutable. */
  public StackView {
    tags = List.copyOf(tags);
  }

  /** How a policy names a service as the one through which the key is used. */
  public String via(String service) {
    return service + ".${AWS::Region}.amazonaws.com";
  }

  /** Whether everything is encrypted with the customer's key. */
  public boolean encrypted() {
    return !key.isEmpty();
  }
}
