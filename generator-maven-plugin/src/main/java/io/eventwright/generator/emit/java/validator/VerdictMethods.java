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
  private final Methods methods = new Methods();

  /** Where tracking is noted; null when nothing is tracked. */
  private final @Nullable String seen;

  VerdictMethods(ValidatorClass context, Unit unit, MethodKind kind) {
    this.context = context;
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
    CodeBlock.Builder body = CodeBlock.builder();
    Optional<Keyword.Type> type = node.find(Keyword.Type.class);
    JsonType only =
        type.filter(t -> t.types().size() == 1).map(t -> t.types().iterator().next()).orElse(null);
    Map<JsonType, List<CodeBlock>> statements = new EnumMap<>(JsonType.class);
    for (JsonType each :
        List.of(JsonType.NUMBER, JsonType.STRING, JsonType.ARRAY, JsonType.OBJECT)) {
      if (type.isEmpty() || allows(type.get().types(), each)) {
        statements.put(each, ofType(each));
      }
    }
    boolean bound = only != null && statements.values().stream().anyMatch(s -> !s.isEmpty());
    if (bound) {
      body.add(onlyType(only));
    } else {
      type.ifPresent(t -> body.add(refuse(Assertions.isNone(t.types(), node.dialect()))));
    }
    if (Evaluation.isNeeded(node)) {
      body.addStatement("$T own = $T.of(value)", RuntimeTypes.EVALUATED, RuntimeTypes.EVALUATED);
    }
    assertions.general(node).forEach(each -> body.add(refuse(each.fails())));
    statements.forEach((each, code) -> section(body, each, bound, code));
    body.add(methods.sequence(name + "_inPlace", inPlaceParameters(), inPlace(), true));
    unevaluated(body);
    body.addStatement("return true");
    methods.add(name, boolean.class, parameters, body.build());
    List<MethodSpec> all = methods.all();
    // The method itself first, then what it is split into.
    all.add(0, all.remove(all.size() - 1));
    return all;
  }

  private List<ParameterSpec> inPlaceParameters() {
    return seen == null
        ? List.of(VALUE)
        : List.of(VALUE, Methods.parameter(RuntimeTypes.EVALUATED, seen));
  }

  static boolean allows(Set<JsonType> types, JsonType type) {
    return types.contains(type) || type == JsonType.NUMBER && types.contains(JsonType.INTEGER);
  }

  private CodeBlock onlyType(JsonType type) {
    String variable = variable(type);
    CodeBlock test = CodeBlock.of("!(value instanceof $T $L)", Assertions.typeName(type), variable);
    return refuse(
        type == JsonType.INTEGER
            ? CodeBlock.of("$L || !number.$L()", test, Assertions.integerTest(node.dialect()))
            : test);
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

  private void section(
      CodeBlock.Builder body, JsonType type, boolean bound, List<CodeBlock> statements) {
    if (statements.isEmpty()) {
      return;
    }
    List<ParameterSpec> parameters = new ArrayList<>();
    parameters.add(Methods.parameter(Assertions.typeName(type), variable(type)));
    if (seen != null) {
      parameters.add(Methods.parameter(RuntimeTypes.EVALUATED, seen));
    }
    CodeBlock code = methods.sequence(name + "_" + type.label(), parameters, statements, true);
    if (bound) {
      body.add(code);
    } else {
      body.beginControlFlow(
          "if (value instanceof $T $L)", Assertions.typeName(type), variable(type));
      body.add(code);
      body.endControlFlow();
    }
  }

  private List<CodeBlock> ofType(JsonType type) {
    List<CodeBlock> statements = new ArrayList<>();
    switch (type) {
      case NUMBER -> assertions.ofNumbers(node).forEach(a -> statements.add(refuse(a.fails())));
      case STRING -> assertions.ofStrings(node).forEach(a -> statements.add(refuse(a.fails())));
      case ARRAY -> {
        assertions.ofArrays(node).forEach(a -> statements.add(refuse(a.fails())));
        new ArrayVerdicts(context, unit, name, seen, methods).addTo(statements);
      }
      case OBJECT -> {
        assertions.ofObjects(node).forEach(a -> statements.add(refuse(a.fails())));
        new ObjectVerdicts(context, unit, name, seen, methods).addTo(statements);
      }
      default -> throw new IllegalArgumentException("no keyword speaks of " + type);
    }
    return statements;
  }

  static CodeBlock refuse(CodeBlock condition) {
    return CodeBlock.of("if ($L) {\n$>return false;\n$<}\n", condition);
  }

  static void require(CodeBlock verdict, List<CodeBlock> statements) {
    if (!verdict.toString().equals("true")) {
      statements.add(refuse(CodeBlock.of("!$L", verdict)));
    }
  }

  private List<CodeBlock> inPlace() {
    List<CodeBlock> statements = new ArrayList<>();
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
        statements.add(refuse(CodeBlock.of("!($L)", some)));
      } else if (keyword instanceof Keyword.OneOf one) {
        statements.add(refuse(CodeBlock.of("$L != 1", count(one.schemas()))));
      } else if (keyword instanceof Keyword.Not not) {
        CodeBlock call =
            context.call(
                MethodKind.TEST, context.child(not.schema(), unit), CodeBlock.of("value"), null);
        statements.add(refuse(call));
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

  private void conditional(Keyword.IfThenElse keyword, List<CodeBlock> statements) {
    List<CodeBlock> then = new ArrayList<>();
    List<CodeBlock> otherwise = new ArrayList<>();
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
    then.forEach(code::add);
    if (!otherwise.isEmpty()) {
      code.nextControlFlow("else");
      otherwise.forEach(code::add);
    }
    code.endControlFlow();
    statements.add(code.build());
  }

  /** A schema that must fit: if it does not, nothing that was noted matters any more. */
  private CodeBlock direct(Unit target) {
    return context.call(MethodKind.TRACK, target, CodeBlock.of("value"), seen);
  }

  /** A schema that may fit. */
  private CodeBlock branch(SchemaKey key) {
    return context.call(MethodKind.JOIN, context.child(key, unit), CodeBlock.of("value"), seen);
  }

  private void unevaluated(CodeBlock.Builder body) {
    if (!Evaluation.isNeeded(node)) {
      return;
    }
    node.find(Keyword.UnevaluatedItems.class)
        .ifPresent(
            keyword ->
                leftover(body, JsonType.ARRAY, context.child(keyword.schema(), unit), "get"));
    node.find(Keyword.UnevaluatedProperties.class)
        .ifPresent(
            keyword ->
                leftover(body, JsonType.OBJECT, context.child(keyword.schema(), unit), "value"));
    if (kind == MethodKind.TRACK) {
      body.addStatement("seen.add(own)");
    }
  }

  private void leftover(CodeBlock.Builder body, JsonType type, Unit schema, String accessor) {
    String variable = type == JsonType.ARRAY ? "items" : "members";
    CodeBlock verdict =
        context.call(MethodKind.TEST, schema, CodeBlock.of("$L.$L(i)", variable, accessor), null);
    body.beginControlFlow("if (value instanceof $T $L)", Assertions.typeName(type), variable);
    if (!verdict.toString().equals("true")) {
      body.beginControlFlow("for (int i = 0; i < $L.size(); i++)", variable);
      body.add(refuse(CodeBlock.of("!own.has(i) && !$L", verdict)));
      body.endControlFlow();
    }
    body.addStatement("own.addAll()");
    body.endControlFlow();
  }
}
