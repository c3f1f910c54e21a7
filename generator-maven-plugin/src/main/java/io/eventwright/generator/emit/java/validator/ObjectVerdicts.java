package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what a verdict asks of an object's members. */
final class ObjectVerdicts {

  static final List<ParameterSpec> MEMBER =
      List.of(
          Methods.parameter(ClassName.get(String.class), "name"),
          Methods.parameter(RuntimeTypes.VALUE, "member"));

  private final ValidatorClass context;
  private final Unit unit;
  private final SchemaNode node;
  private final String name;
  private final @Nullable String seen;
  private final Methods methods;

  ObjectVerdicts(
      ValidatorClass context, Unit unit, String name, @Nullable String seen, Methods methods) {
    this.context = context;
    this.unit = unit;
    this.node = context.node(unit);
    this.name = name;
    this.seen = seen;
    this.methods = methods;
  }

  void addTo(List<Step> statements) {
    members(statements);
    for (Keyword keyword : node.keywords()) {
      if (keyword instanceof Keyword.DependentSchemas dependent) {
        dependent.schemas().forEach((member, key) -> dependent(member, key, statements));
      }
    }
  }

  private void members(List<Step> statements) {
    Map<String, SchemaKey> properties = properties(node);
    Map<String, SchemaKey> patterns = patterns(node);
    CodeBlock additional =
        node.find(Keyword.AdditionalProperties.class)
            .map(keyword -> test(keyword.schema(), "member"))
            .orElse(CodeBlock.of("true"));
    List<Step> each = new ArrayList<>();
    node.find(Keyword.PropertyNames.class)
        .map(
            keyword ->
                test(keyword.schema(), CodeBlock.of("new $T(object.name(i))", RuntimeTypes.STRING)))
        .ifPresent(verdict -> VerdictMethods.require(verdict, each));
    if (!properties.isEmpty() || !patterns.isEmpty()) {
      if (patterns.isEmpty()) {
        plainMember(properties, additional);
      } else {
        patternMember(properties, patterns, additional);
      }
      each.add(
          Step.require(
              CodeBlock.of(
                  "$L(object.name(i), object.value(i))", memberMethod(properties, patterns))));
    } else {
      node.find(Keyword.AdditionalProperties.class)
          .map(keyword -> test(keyword.schema(), "object.value(i)"))
          .ifPresent(verdict -> VerdictMethods.require(verdict, each));
    }
    boolean all = node.has(Keyword.AdditionalProperties.class);
    if (seen != null && !all && !(properties.isEmpty() && patterns.isEmpty())) {
      each.add(
          Step.of(
              CodeBlock.of(
                  "if ($L(object.name(i))) {\n$>$L.add(i);\n$<}\n",
                  context.method(MethodKind.COVERS, unit),
                  seen)));
    }
    if (!each.isEmpty()) {
      statements.add(
          Step.of(
              CodeBlock.of(
                  "for (int i = 0; i < object.size(); i++) {\n$>$L$<}\n", Step.code(each))));
    }
    if (seen != null && all) {
      statements.add(Step.of(CodeBlock.of("$L.addAll();\n", seen)));
    }
  }

  static Map<String, SchemaKey> properties(SchemaNode node) {
    return node.find(Keyword.Properties.class).map(Keyword.Properties::schemas).orElse(Map.of());
  }

  static Map<String, SchemaKey> patterns(SchemaNode node) {
    return node.find(Keyword.PatternProperties.class)
        .map(Keyword.PatternProperties::schemas)
        .orElse(Map.of());
  }

  private CodeBlock test(SchemaKey key, String value) {
    return test(key, CodeBlock.of("$L", value));
  }

  private CodeBlock test(SchemaKey key, CodeBlock value) {
    return context.call(MethodKind.TEST, context.child(key, unit), value, null);
  }

  private void plainMember(Map<String, SchemaKey> properties, CodeBlock additional) {
    List<Arm> arms = new ArrayList<>();
    properties.forEach(
        (property, key) -> arms.add(Arm.of(property, CodeBlock.of("$L;\n", test(key, "member")))));
    methods.switchMethod(
        name + "Member", boolean.class, MEMBER, "name", arms, CodeBlock.of("$L;\n", additional));
  }

  /** A member may fall under its own name and under several patterns, and must fit them all. */
  private void patternMember(
      Map<String, SchemaKey> properties, Map<String, SchemaKey> patterns, CodeBlock additional) {
    List<Step> steps = new ArrayList<>();
    if (!properties.isEmpty()) {
      plainMember(properties, CodeBlock.of("true"));
      steps.add(Step.require(CodeBlock.of("$LMember(name, member)", name)));
    }
    Assertions assertions = new Assertions(context, context.name(unit));
    patterns.forEach(
        (pattern, key) -> {
          CodeBlock found = CodeBlock.of("$L.find(name)", assertions.pattern(pattern));
          implied(found, test(key, "member"), steps);
        });
    CodeBlock covered = CodeBlock.of("$L(name)", context.method(MethodKind.COVERS, unit));
    if (!VerdictMethods.isTrue(additional)) {
      steps.add(
          Step.condition(
              CodeBlock.of("($L || $L)", covered, additional),
              CodeBlock.of("!$L && !$L", covered, additional)));
    }
    String method = memberMethod(properties, patterns);
    methods.add(method, boolean.class, MEMBER, Step.body(methods.steps(method, MEMBER, steps)));
  }

  private static void implied(CodeBlock condition, CodeBlock verdict, List<Step> steps) {
    if (!VerdictMethods.isTrue(verdict)) {
      steps.add(
          Step.condition(
              CodeBlock.of("(!$L || $L)", condition, verdict),
              CodeBlock.of("$L && !$L", condition, verdict)));
    }
  }

  private String memberMethod(Map<String, SchemaKey> properties, Map<String, SchemaKey> patterns) {
    return properties.isEmpty() || patterns.isEmpty() ? name + "Member" : name + "AnyMember";
  }

  private void dependent(String member, SchemaKey key, List<Step> statements) {
    CodeBlock verdict =
        context.call(MethodKind.TRACK, context.child(key, unit), CodeBlock.of("object"), seen);
    implied(CodeBlock.of("object.has($L)", Literals.text(member)), verdict, statements);
  }
}
