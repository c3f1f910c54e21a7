package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Statement;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;
import java.util.List;
import java.util.Map;

/** Finds the policies that are attached to a queue, a topic or a bucket. */
final class ResourcePolicies {

  /** Where each type of policy says what it is attached to. */
  private static final Map<String, String> ATTACHED =
      Map.of(
          Types.QUEUE_POLICY, "Queues",
          Types.TOPIC_POLICY, "Topics",
          Types.BUCKET_POLICY, "Bucket");

  private ResourcePolicies() {}

  /** All policies of a template that are attached to something. */
  static List<Resource> of(SamTemplate template) {
    return template.having(each -> ATTACHED.containsKey(each.type()));
  }

  /** Those of one queue, topic or bucket. */
  static List<Resource> of(SamTemplate template, Resource resource) {
    return of(template).stream()
        .filter(policy -> attachedTo(policy).contains(resource.id()))
        .toList();
  }

  /** What a policy is attached to. */
  static List<String> attachedTo(Resource policy) {
    return Values.references(policy.at(ATTACHED.getOrDefault(policy.type(), "")));
  }

  /** The statements of a policy. */
  static List<Statement> statements(Resource policy) {
    return Statement.of(policy, policy.at("PolicyDocument"));
  }
}
