package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Statement;
import io.eventwright.generator.verify.template.Types;
import java.util.Set;

/**
 * A statement of a key's policy that lets anybody use it, or a service without saying on whose
 * behalf, so that others of that service's customers could have it used. Error.
 */
final class UnboundedKey implements TemplateRule {

  private static final Set<String> BOUNDS =
      Set.of("aws:SourceArn", "aws:SourceAccount", "kms:ViaService", "kms:CallerAccount");

  /** What tells of a key, and opens nothing. */
  private static final Set<String> HARMLESS = Set.of("kms:DescribeKey");

  @Override
  public String id() {
    return "unbounded-key";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource key : template.ofType(Types.KEY)) {
      for (Statement each : Statement.of(key, key.at("KeyPolicy"))) {
        boolean another = each.isEverybody() || !each.services().isEmpty();
        if (each.allows() && another && !isBound(each) && !HARMLESS.containsAll(each.actions())) {
          found.error(
              key,
              each.location(),
              "lets "
                  + (each.isEverybody() ? "anybody" : String.join(", ", each.services()))
                  + " use it for whoever asks. Add aws:SourceArn, aws:SourceAccount or an encryption context.");
        }
      }
    }
  }

  private static boolean isBound(Statement statement) {
    return statement.conditionKeys().stream()
        .anyMatch(name -> BOUNDS.contains(name) || name.startsWith("kms:EncryptionContext:"));
  }
}
