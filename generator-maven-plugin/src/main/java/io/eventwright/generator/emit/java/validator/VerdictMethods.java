package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the method that gives a schema's verdict, with or without tracking. */
final class VerdictMethods {

  private static final ParameterSpec VALUE = Methods.parameter(RuntimeTypes.VALUE, "value");
  private static final ParameterSpec SEEN = Methods.parameter(RuntimeTypes.EVALUATED, "seen");

  private final ValidatorClass context;
  private final Unit unit;
  private final SchemaNode node;
  private final MethodKind kind;
  private final String name;
  private final Assertions assertions;
  private final Methods methods;

  /** Where tracking is noted; null when nothing is tracked. */
  private final @Nullable String seen;

  VerdictMethods(ValidatorClass context, Unit unit, MethodKind kind) {
    this.context = context;
    this.methods = new Methods(context);
    this.unit = unit;
    this.node = context.node(unit);
    this.kind = kind;
    this.name = kind.prefix() + context.name(unit);
    this.assertions = new Assertions(context, context.name(unit));
    boolean own = Evaluation.isNeeded(node);
    this.seen = own ? "own" : kind == MethodKind.TRACK ? "seen" : null;
  }

  List<MethodSpec> write() {
    List<ParameterSpec> parameters =
        kind == MethodKind.TRACK ? List.of(VALUE, SEEN) : List.of(VALUE);
    Optional<Keyword.Type> type = node.find(Keyword.Type.class);
    Map<JsonType, List<Step>> byType = new EnumMap<>(JsonType.class);
    for (JsonType each :
        List.of(JsonType.NUMBER, JsonType.STRING, JsonType.ARRAY, JsonType.OBJECT)) {
      if (type.isEmpty() || allows(type.get().types(), each)) {
        byType.put(each, ofType(each));
      }
    }
    JsonType only =
        type.filter(t -> t.types().size() == 1).map(t -> t.types().iterator().next()).orElse(null);
    boolean bound = only != null && byType.values().stream().anyMatch(s -> !s.isEmpty());
    List<Step> steps = new ArrayList<>();
    if (only != null && bound) {
      onlyType(only, steps);
    } else if (type.isPresent()) {
      steps.add(step(Assertions.type(type.get(), node.dialect())));
    }
    if (Evaluation.isNeeded(node)) {
      steps.add(
          Step.of(
              CodeBlock.of(
                  "$T own = $T.of(value);\n", RuntimeTypes.EVALUATED, RuntimeTypes.EVALUATED)));
    }
    assertions.general(node).forEach(each -> steps.add(step(each)));
    byType.forEach((each, some) -> section(each, bound, some, steps));
    steps.addAll(methods.steps(name + "_inPlace", inPlaceParameters(), inPlace()));
    unevaluated(steps);
    methods.add(name, boolean.class, parameters, Step.body(steps));
    List<MethodSpec> all = methods.all();
    // The method itself first, then what it is split into.
    all.add(0, all.remove(all.size() - 1));
    return all;
  }

  static Step step(Assertion assertion) {
    return Step.condition(assertion.holds(), assertion.fails());
  }

  private List<ParameterSpec> inPlaceParameters() {
    return seen == null
        ? List.of(VALUE)
        : List.of(VALUE, Methods.parameter(RuntimeTypes.EVALUATED, seen));
  }

  static boolean allows(Set<JsonType> types, JsonType type) {
    return types.contains(type) || type == JsonType.NUMBER && types.contains(JsonType.INTEGER);
  }

  private void onlyType(JsonType type, List<Step> steps) {
    CodeBlock test =
        CodeBlock.of("value instanceof $T $L", Assertions.typeName(type), variable(type));
    steps.add(Step.condition(test, CodeBlock.of("!($L)", test)));
    if (type == JsonType.INTEGER) {
      steps.add(Step.require(CodeBlock.of("number.$L()", Assertions.integerTest(node.dialect()))));
    }
  }

  static String variable(JsonType type) {
    return switch (type) {
      case NUMBER, INTEGER -> "number";
      case STRING -> "text";
      case ARRAY -> "array";
      case OBJECT -> "object";
      default -> throw new IllegalArgumentException("no keyword speaks of " + type);
    };
  }

  private void section(JsonType type, boolean bound, List<Step> some, List<Step> steps) {
    if (some.isEmpty()) {
      return;
    }
    List<ParameterSpec> parameters = new ArrayList<>();
    parameters.add(Methods.parameter(Assertions.typeName(type), variable(type)));
    if (seen != null) {
      parameters.add(Methods.parameter(RuntimeTypes.EVALUATED, seen));
    }
    List<Step> within = methods.steps(name + "_" + type.label(), parameters, some);
    if (bound) {
      steps.addAll(within);
      return;
    }
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("if (value instanceof $T $L)", Assertions.typeName(type), variable(type));
    code.add(Step.code(within));
    code.endControlFlow();
    steps.add(Step.of(code.build()));
  }

  private List<Step> ofType(JsonType type) {
    List<Step> steps = new ArrayList<>();
    switch (type) {
      case NUMBER -> assertions.ofNumbers(node).forEach(each -> steps.add(step(each)));
      case STRING -> assertions.ofStrings(node).forEach(each -> steps.add(step(each)));
      case ARRAY -> {
        assertions.ofArrays(node).forEach(each -> steps.add(step(each)));
        new ArrayVerdicts(context, unit, name, seen, methods).addTo(steps);
      }
      case OBJECT -> {
        assertions.ofObjects(node).forEach(each -> steps.add(step(each)));
        new ObjectVerdicts(context, unit, name, seen, methods).addTo(steps);
      }
      default -> throw new IllegalArgumentException("no keyword speaks of " + type);
    }
    return steps;
  }

  static void require(CodeBlock verdict, List<Step> steps) {
    if (!isTrue(verdict)) {
      steps.add(Step.require(verdict));
    }
  }

  static boolean isTrue(CodeBlock verdict) {
    return verdict.toString().equals("true");
  }

  private List<Step> inPlace() {
    List<Step> statements = new ArrayList<>();
    for (Keyword keyword : node.keywords()) {
      if (keyword instanceof Keyword.Reference reference) {
        require(direct(context.child(reference.target(), unit)), statements);
      } else if (keyword instanceof Keyword.DynamicReference dynamic) {
        require(direct(context.follow(dynamic, unit)), statements);
      } else if (keyword instanceof Keyword.AllOf all) {
        all.schemas().forEach(key -> require(direct(context.child(key, unit)), statements));
      } else if (keyword instanceof Keyword.AnyOf any) {
        List<CodeBlock> terms = any.schemas().stream().map(this::branch).toList();
        CodeBlock some =
            methods.expression(
                name + "_anyOf",
                boolean.class,
                inPlaceParameters(),
                terms,
                // All arms that fit have their say on what is spoken of.
                seen == null ? "\n|| " : "\n| ");
        statements.add(
            any.schemas().size() == 1
                ? Step.require(some)
                : Step.require(CodeBlock.of("($L)", some)));
      } else if (keyword instanceof Keyword.OneOf one) {
        CodeBlock count = count(one.schemas());
        statements.add(
            Step.condition(CodeBlock.of("$L == 1", count), CodeBlock.of("$L != 1", count)));
      } else if (keyword instanceof Keyword.Not not) {
        CodeBlock call =
            context.call(
                MethodKind.TEST, context.child(not.schema(), unit), CodeBlock.of("value"), null);
        statements.add(Step.condition(CodeBlock.of("!$L", call), call));
      } else if (keyword instanceof Keyword.IfThenElse condition) {
        conditional(condition, statements);
      }
    }
    return statements;
  }

  private CodeBlock count(List<SchemaKey> schemas) {
    List<CodeBlock> terms =
        schemas.stream().map(key -> CodeBlock.of("($L ? 1 : 0)", branch(key))).toList();
    return methods.expression(name + "_oneOf", int.class, inPlaceParameters(), terms, "\n+ ");
  }

  private void conditional(Keyword.IfThenElse keyword, List<Step> statements) {
    List<Step> then = new ArrayList<>();
    List<Step> otherwise = new ArrayList<>();
    if (keyword.then() != null) {
      require(direct(context.child(keyword.then(), unit)), then);
    }
    if (keyword.otherwise() != null) {
      require(direct(context.child(keyword.otherwise(), unit)), otherwise);
    }
    if (then.isEmpty() && otherwise.isEmpty() && seen == null) {
      return;
    }
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("if ($L)", branch(keyword.condition()));
    code.add(Step.code(then));
    if (!otherwise.isEmpty()) {
      code.nextControlFlow("else");
      code.add(Step.code(otherwise));
    }
    code.endControlFlow();
    statements.add(Step.of(code.build()));
  }

  /** A schema that must fit: if it does not, nothing that was noted matters any more. */
  private CodeBlock direct(Unit target) {
    return context.call(MethodKind.TRACK, target, CodeBlock.of("value"), seen);
  }

  /** A schema that may fit. */
  private CodeBlock branch(SchemaKey key) {
    return context.call(MethodKind.JOIN, context.child(key, unit), CodeBlock.of("value"), seen);
  }

  private void unevaluated(List<Step> steps) {
    if (!Evaluation.isNeeded(node)) {
      return;
    }
    node.find(Keyword.UnevaluatedItems.class)
        .ifPresent(
            keyword ->
                leftover(steps, JsonType.ARRAY, context.child(keyword.schema(), unit), "get"));
    node.find(Keyword.UnevaluatedProperties.class)
        .ifPresent(
            keyword ->
                leftover(steps, JsonType.OBJECT, context.child(keyword.schema(), unit), "value"));
    if (kind == MethodKind.TRACK) {
      steps.add(Step.of(CodeBlock.of("seen.add(own);\n")));
    }
  }

  private void leftover(List<Step> steps, JsonType type, Unit schema, String accessor) {
    String variable = type == JsonType.ARRAY ? "items" : "members";
    CodeBlock verdict =
        context.call(MethodKind.TEST, schema, CodeBlock.of("$L.$L(i)", variable, accessor), null);
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("if (value instanceof $T $L)", Assertions.typeName(type), variable);
    if (!isTrue(verdict)) {
      code.beginControlFlow("for (int i = 0; i < $L.size(); i++)", variable);
      CodeBlock refused =
          verdict.toString().equals("false") ? CodeBlock.of("") : CodeBlock.of(" && !$L", verdict);
      code.beginControlFlow("if (!own.has(i)$L)", refused);
      code.addStatement("return false");
      code.endControlFlow();
      code.endControlFlow();
    }
    if (kind == MethodKind.TRACK) {
      code.addStatement("own.addAll()");
    }
    code.endControlFlow();
    steps.add(Step.of(code.build()));
  }
}
