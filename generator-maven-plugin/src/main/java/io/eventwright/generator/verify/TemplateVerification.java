package io.eventwright.generator.verify;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.load.document.Documents;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.quota.Quotas;
import io.eventwright.generator.verify.template.SamTemplate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All rules about a finished template. They read what would be deployed, so that a template that
 * somebody replaced is held to the same; {@code docs/diagnostics.md} has the table.
 */
public final class TemplateVerification {

  /** The template's path, as emitters call it. */
  public static final String TEMPLATE = "template.yaml";

  static final List<TemplateRule> RULES =
      List.of(
          new QueueWithoutPolicy(),
          new PolicyWithoutTls(),
          new UnnamedSender(),
          new RefusedDelivery(),
          new UnknownSender(),
          new VisibilityTooShort(),
          new DeadLettersTooShort(),
          new DeadLetterKind(),
          new ShortMemory(),
          new NoFailureDestination(),
          new NoLogRetention(),
          new UnboundedPermission(),
          new RowsOfOthers(),
          new UnboundedTrust(),
          new InvalidPattern(),
          new CrowdedRule(),
          new CrowdedBus(),
          new LongPattern(),
          new FilterPolicyLimits(),
          new InputTransformerLimits(),
          new UnwatchedResource(),
          new IncompleteAlarm(),
          new StreamView(),
          new StateMachineDefinition(),
          new RegisteredSchema(),
          new UnretainedData(),
          new LiteralSecret(),
          new OpenCors(),
          new MixedKeys(),
          new RoleWithoutKey(),
          new ServiceWithoutKey(),
          new UnboundedKey(),
          new BusWithoutDeadLetters(),
          new UnwatchedBreaker());

  private TemplateVerification() {}

  /** The rules' ids, in order. */
  public static List<String> ruleIds() {
    return RULES.stream().map(TemplateRule::id).toList();
  }

  /**
   * What every rule finds in a template.
   *
   * @param files all that is generated beside it, itself included
   * @param folder how messages call their folder
   */
  public static List<Diagnostic> check(
      Collection<GeneratedFile> files, String folder, Quotas quotas) {
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach(file -> texts.put(file.path(), file.text()));
    String text = texts.get(TEMPLATE);
    return text == null ? List.of() : check(text, texts, folder + "/" + TEMPLATE, quotas);
  }

  private static List<Diagnostic> check(
      String text, Map<String, String> files, String named, Quotas quotas) {
    Diagnostics found = new Diagnostics();
    Node root = found.take(Documents.readTemplate(named, text)).valueOrNull();
    if (root instanceof ObjectNode document) {
      SamTemplate template = SamTemplate.of(document, files);
      RULES.forEach(rule -> rule.check(template, new Findings(rule.id(), quotas, found)));
    }
    return found.list();
  }
}
