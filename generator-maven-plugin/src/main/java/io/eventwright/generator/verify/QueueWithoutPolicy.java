package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import java.util.Map;

/** A queue, topic or bucket that no policy speaks of, so that nothing asks for TLS. Error. */
final class QueueWithoutPolicy implements TemplateRule {

  @Override
  public String id() {
    return "queue-without-policy";
  }

  private static final Map<String, String> POLICIES =
      Map.of(
          Types.QUEUE, Types.QUEUE_POLICY,
          Types.TOPIC, Types.TOPIC_POLICY,
          Types.BUCKET, Types.BUCKET_POLICY);

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource each : template.having(any -> POLICIES.containsKey(any.type()))) {
      String type = POLICIES.get(each.type());
      if (ResourcePolicies.of(template, each).isEmpty()) {
        found.error(each, "has no " + type + ". Add one that refuses what comes without TLS.");
      }
    }
  }
}
