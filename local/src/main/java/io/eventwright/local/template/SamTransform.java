package io.eventwright.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What AWS's own transform makes of SAM resources, as far as names go: a function or state machine
 * under its own logical id, a role {@code <id>Role} where none is given, and a mapping, rule or
 * schedule {@code <id><event>} for each of its events (AWS SAM, "Generated CloudFormation
 * resources").
 */
final class SamTransform {

  private static final Map<String, String> TYPES =
      Map.of(
          "AWS::Serverless::Function", "AWS::Lambda::Function",
          "AWS::Serverless::StateMachine", "AWS::StepFunctions::StateMachine");

  /** Who assumes a role that SAM makes. */
  private static final Map<String, String> SERVICES =
      Map.of(
          "AWS::Lambda::Function", "lambda.amazonaws.com",
          "AWS::StepFunctions::StateMachine", "states.amazonaws.com");

  private static final Set<String> TEMPLATE_SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Transform",
          "Description",
          "Metadata",
          "Parameters",
          "Rules",
          "Mappings",
          "Conditions",
          "Globals",
          "Resources",
          "Outputs");

  private final Template template;
  private final Problems problems;
  private final Map<String, Declaration> declarations = new LinkedHashMap<>();

  SamTransform(Template template, Problems problems) {
    this.template = template;
    this.problems = problems;
  }

  Map<String, Declaration> apply() {
    for (String section : template.root().keySet()) {
      if (!TEMPLATE_SECTIONS.contains(section)) {
        problems.add(
            template.position(section),
            "unknown-section",
            section + " is no section of a template." + Nearest.hint(section, TEMPLATE_SECTIONS));
      }
    }
    template
        .section("Resources")
        .forEach(
            (id, body) -> {
              if (body instanceof Map<?, ?> map && map.get("Type") instanceof String type) {
                resource(id, type, Template.asMap(map));
              } else {
                problems.add(template.position("Resources/" + id), "no-type", id + " has no Type.");
              }
            });
    return declarations;
  }

  private void resource(String id, String type, Map<String, @Nullable Object> body) {
    String condition = body.get("Condition") instanceof String text ? text : null;
    String path = "Resources/" + id + "/Properties";
    Map<String, @Nullable Object> properties =
        body.get("Properties") instanceof Map<?, ?> map
            ? Template.asMap(map)
            : new LinkedHashMap<>();
    if (!type.startsWith("AWS::Serverless::")) {
      declare(new Declaration(id, type, properties, condition, path));
      return;
    }
    String plain = TYPES.get(type);
    if (plain == null) {
      // An API is brought up as SAM says it.
      declare(new Declaration(id, type, withGlobals(type, properties), condition, path));
      return;
    }
    Map<String, @Nullable Object> merged = withGlobals(type, properties);
    Object events = merged.remove("Events");
    if (plain.equals("AWS::StepFunctions::StateMachine") && merged.containsKey("Name")) {
      merged.put("StateMachineName", merged.remove("Name"));
    }
    if (!merged.containsKey("Role")) {
      Map<String, @Nullable Object> role = new LinkedHashMap<>();
      role.put(
          "AssumeRolePolicyDocument",
          Map.of(
              "Statement",
              List.of(
                  Map.of(
                      "Effect",
                      "Allow",
                      "Principal",
                      Map.of("Service", SERVICES.get(plain)),
                      "Action",
                      "sts:AssumeRole"))));
      role.put("SamPolicies", merged.remove("Policies"));
      declare(new Declaration(id + "Role", "AWS::IAM::Role", role, condition, path));
      merged.put("Role", Map.of("Fn::GetAtt", List.of(id + "Role", "Arn")));
    }
    declare(new Declaration(id, plain, merged, condition, path));
    if (events instanceof Map<?, ?> map) {
      SamEvents sources =
          new SamEvents(
              template, problems, id, plain.equals("AWS::StepFunctions::StateMachine"), condition);
      map.forEach((name, event) -> sources.declare(String.valueOf(name), event, this::declare));
    }
  }

  /** Globals of SAM: mappings are merged, lists joined, anything else replaced. */
  private Map<String, @Nullable Object> withGlobals(
      String type, Map<String, @Nullable Object> properties) {
    String kind = type.substring("AWS::Serverless::".length());
    Object globals = template.section("Globals").get(kind);
    return globals instanceof Map<?, ?> map
        ? merge(Template.asMap(map), properties)
        : new LinkedHashMap<>(properties);
  }

  private static Map<String, @Nullable Object> merge(
      Map<String, @Nullable Object> base, Map<String, @Nullable Object> over) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>(base);
    over.forEach(
        (key, value) -> {
          if (merged.get(key) instanceof Map<?, ?> below && value instanceof Map<?, ?> above) {
            merged.put(key, merge(Template.asMap(below), Template.asMap(above)));
          } else if (merged.get(key) instanceof List<?> below && value instanceof List<?> above) {
            merged.put(
                key, java.util.stream.Stream.concat(below.stream(), above.stream()).toList());
          } else {
            merged.put(key, value);
          }
        });
    return merged;
  }

  private void declare(Declaration declaration) {
    if (declarations.putIfAbsent(declaration.logicalId(), declaration) != null) {
      problems.add(
          template.position(declaration.path()),
          "duplicate-resource",
          declaration.logicalId() + " is declared, and made by the SAM transform too.");
    }
  }
}
