package io.eventwright.generator.verify;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.Credentials;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Values;
import java.util.Locale;
import java.util.regex.Pattern;

/** A secret that stands in the template, which everybody who may read the stack can read. Error. */
final class LiteralSecret implements TemplateRule {

  @Override
  public String id() {
    return "literal-secret";
  }

  /** What a variable is called that holds one. */
  private static final Pattern NAME =
      Pattern.compile(
          "(^|_)(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIALS?)(_|$)");

  private static final Pattern REFERENCE = Pattern.compile("\\{\\{resolve:|^arn:|^https://");

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource resource : template.resources().values()) {
      walk(resource, resource.whole(), found);
      if (resource.at("Environment", "Variables") instanceof ObjectNode variables) {
        variables.members().values().forEach(each -> variable(resource, each, found));
      }
    }
  }

  private static void walk(Resource resource, Node node, Findings found) {
    if (node instanceof ArrayNode list) {
      list.items().forEach(each -> walk(resource, each, found));
    } else if (node instanceof ObjectNode object) {
      object.members().values().forEach(each -> walk(resource, each.value(), found));
    } else if (node instanceof StringNode text && Credentials.in(text.value())) {
      report(resource, node.location(), "has a text that looks like a credential", found);
    }
  }

  private static void variable(Resource resource, ObjectNode.Member variable, Findings found) {
    String value = Values.text(variable.value());
    if (value != null
        && !value.isEmpty()
        && NAME.matcher(variable.name().toUpperCase(Locale.ROOT)).find()
        && !REFERENCE.matcher(value).find()) {
      report(
          resource,
          variable.value().location(),
          "is given " + variable.name() + " as a text",
          found);
    }
  }

  /** What it looks like is not repeated: a log is no place for it either. */
  private static void report(
      Resource resource, SourceLocation location, String what, Findings found) {
    found.error(
        resource,
        location,
        what
            + ". Keep it in AWS Secrets Manager, name it by its ARN, and let the role read that one; and change it, if it was committed.");
  }
}
