package io.eventwright.generator.verify;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.load.document.Documents;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.quota.Quotas;
import io.eventwright.generator.verify.template.SamTemplate;
import java.util.List;
import java.util.Map;

/**
 * All rules about what changed since the last release. What was released is the template that
 * {@code events:release} has kept beside {@code system.yaml}.
 */
public final class ReleaseVerification {

  static final List<ReleaseRule> RULES =
      List.of(
          new RemovedResource(), new ReplacedResource(), new ChangedIndexes(), new ReplacedIndex());

  private ReleaseVerification() {}

  /** The rules' ids, in order. */
  public static List<String> ruleIds() {
    return RULES.stream().map(ReleaseRule::id).toList();
  }

  /**
   * What every rule finds.
   *
   * @param released the template that was released, and how messages call it
   * @param now the template that is to be released, and how messages call it
   */
  public static List<Diagnostic> check(Text released, Text now, Quotas quotas) {
    Diagnostics found = new Diagnostics();
    Node before =
        found.take(Documents.readTemplate(released.name(), released.text())).valueOrNull();
    Node after = found.take(Documents.readTemplate(now.name(), now.text())).valueOrNull();
    if (before instanceof ObjectNode was && after instanceof ObjectNode is) {
      SamTemplate old = SamTemplate.of(was, Map.of());
      SamTemplate young = SamTemplate.of(is, Map.of());
      RULES.forEach(rule -> rule.check(old, young, new Findings(rule.id(), quotas, found)));
    }
    return found.list();
  }

  /**
   * A template.
   *
   * @param name how messages call it
   * @param text all of it
   */
  public record Text(String name, String text) {}
}
