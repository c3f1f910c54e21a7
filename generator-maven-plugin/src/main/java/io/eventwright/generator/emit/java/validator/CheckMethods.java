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

/** Writes the method that reports a schema's violations. */
final class CheckMethods {

  private static final List<ParameterSpec> PARAMETERS =
      List.of(
          Methods.parameter(RuntimeTypes.VALUE, "value"),
          Methods.parameter(RuntimeTypes.VIOLATIONS, "found"));

  private final ValidatorClass context;
  private final Unit unit;
  private final SchemaNode node;
  private final String name;
  private final Assertions assertions;
  private final Methods methods;

  CheckMethods(ValidatorClass context, Unit unit) {
    this.context = context;
    this.methods = new Methods(context);
    this.unit = unit;
    this.node = context.node(unit);
    this.name = MethodKind.CHECK.prefix() + context.name(unit);
    this.assertions = new Assertions(context, context.name(unit));
  }

  List<MethodSpec> write() {
    CodeBlock.Builder body = CodeBlock.builder();
    Optional<Keyword.Type> type = node.find(Keyword.Type.class);
    List<Assertion> general = assertions.general(node);
    List<CodeBlock> inPlace = inPlace();
    // When the type is all that can be said of other values, the rest may take it for granted.
    Optional<JsonType> only =
        type.filter(t -> t.types().size() == 1)
            .map(t -> t.types().iterator().next())
            .filter(each -> general.isEmpty() && inPlace.isEmpty())
            .filter(each -> !Evaluation.isNeeded(node) && each != JsonType.INTEGER)
            .filter(each -> each != JsonType.NULL && each != JsonType.BOOLEAN)
            .filter(each -> !statements(each).isEmpty());
    if (only.isPresent()) {
      onlyType(type.get(), only.get(), body);
    } else {
      type.ifPresent(each -> body.add(fail(Assertions.type(each, node.dialect()))));
      general.forEach(each -> body.add(fail(each)));
      for (JsonType each :
          List.of(JsonType.NUMBER, JsonType.STRING, JsonType.ARRAY, JsonType.OBJECT)) {
        if (type.isEmpty() || VerdictMethods.allows(type.get().types(), each)) {
          section(body, each);
        }
      }
      body.add(methods.sequence(name + "_inPlace", PARAMETERS, inPlace));
      unevaluated(body);
    }
    methods.add(name, void.class, PARAMETERS, body.build());
    List<MethodSpec> all = methods.all();
    all.add(0, all.remove(all.size() - 1));
    return all;
  }

  static CodeBlock fail(Assertion assertion) {
    return assertion.report();
  }

  static CodeBlock report(String keyword, String message) {
    return CodeBlock.of(
        "found.fail($L, $L);\n", Literals.string(keyword), Literals.string(message));
  }

  private final Map<JsonType, List<CodeBlock>> written = new EnumMap<>(JsonType.class);

  /** What a report says of values of a type; written once, as it may bring methods along. */
  private List<CodeBlock> statements(JsonType type) {
    List<CodeBlock> known = written.get(type);
    if (known == null) {
      known = new ArrayList<>();
      written.put(type, known);
      writeStatements(type, known);
    }
    return known;
  }

  private void writeStatements(JsonType type, List<CodeBlock> statements) {
    switch (type) {
      case NUMBER -> assertions.ofNumbers(node).forEach(each -> statements.add(fail(each)));
      case STRING -> assertions.ofStrings(node).forEach(each -> statements.add(fail(each)));
      case ARRAY -> {
        assertions.ofArrays(node).forEach(each -> statements.add(fail(each)));
        new PartChecks(context, unit, name, methods).items(statements);
      }
      default -> {
        assertions.ofObjects(node).forEach(each -> statements.add(fail(each)));
        new PartChecks(context, unit, name, methods).members(statements);
        dependents(statements);
      }
    }
  }

  private void onlyType(Keyword.Type keyword, JsonType type, CodeBlock.Builder body) {
    body.beginControlFlow(
        "if (!(value instanceof $T $L))", Assertions.typeName(type), VerdictMethods.variable(type));
    body.add(report(keyword.site().keyword(), Assertions.typeMessage(keyword.types())));
    body.addStatement("return");
    body.endControlFlow();
    body.add(sequence(type));
  }

  private CodeBlock sequence(JsonType type) {
    List<ParameterSpec> parameters =
        List.of(
            Methods.parameter(Assertions.typeName(type), VerdictMethods.variable(type)),
            PARAMETERS.get(1));
    return methods.sequence(name + "_" + type.label(), parameters, statements(type));
  }

  private void section(CodeBlock.Builder body, JsonType type) {
    if (statements(type).isEmpty()) {
      return;
    }
    body.beginControlFlow(
        "if (value instanceof $T $L)", Assertions.typeName(type), VerdictMethods.variable(type));
    body.add(sequence(type));
    body.endControlFlow();
  }

  private void dependents(List<CodeBlock> statements) {
    for (Keyword.DependentSchemas keyword : node.all(Keyword.DependentSchemas.class)) {
      keyword
          .schemas()
          .forEach(
              (member, key) -> {
                CodeBlock check =
                    context.check(
                        unit,
                        context.child(key, unit),
                        CodeBlock.of("object"),
                        PlaceCode.at(PlaceCode.path(keyword, member)));
                if (!check.isEmpty()) {
                  statements.add(
                      CodeBlock.of(
                          "if (object.has($L)) {\n$>$L$<}\n", Literals.text(member), check));
                }
              });
    }
  }

  private List<CodeBlock> inPlace() {
    List<CodeBlock> statements = new ArrayList<>();
    for (Keyword keyword : node.keywords()) {
      if (keyword instanceof Keyword.Reference reference) {
        below(context.child(reference.target(), unit), PlaceCode.path(keyword), statements);
      } else if (keyword instanceof Keyword.DynamicReference dynamic) {
        below(context.follow(dynamic, unit), PlaceCode.path(keyword), statements);
      } else if (keyword instanceof Keyword.AllOf all) {
        arms(keyword, all.schemas(), statements);
      } else if (keyword instanceof Keyword.AnyOf any) {
        anyOf(any, statements);
      } else if (keyword instanceof Keyword.OneOf one) {
        oneOf(one, statements);
      } else if (keyword instanceof Keyword.Not not) {
        CodeBlock fits = test(not.schema());
        statements.add(
            fail(
                Assertion.of(
                    CodeBlock.of("!$L", fits), fits, keyword.site().keyword(), "must not fit")));
      } else if (keyword instanceof Keyword.IfThenElse condition) {
        conditional(condition, statements);
      }
    }
    return statements;
  }

  private CodeBlock test(SchemaKey key) {
    return context.call(MethodKind.TEST, context.child(key, unit), CodeBlock.of("value"), null);
  }

  private void below(Unit target, String path, List<CodeBlock> statements) {
    CodeBlock check = context.check(unit, target, CodeBlock.of("value"), PlaceCode.at(path));
    if (!check.isEmpty()) {
      statements.add(check);
    }
  }

  private void arms(Keyword keyword, List<SchemaKey> schemas, List<CodeBlock> statements) {
    for (int i = 0; i < schemas.size(); i++) {
      below(
          context.child(schemas.get(i), unit),
          PlaceCode.path(keyword, Integer.toString(i)),
          statements);
    }
  }

  private void anyOf(Keyword.AnyOf keyword, List<CodeBlock> statements) {
    CodeBlock fits =
        methods.expression(
            name + "_anyOf",
            boolean.class,
            PARAMETERS,
            keyword.schemas().stream().map(this::test).toList(),
            "\n|| ");
    List<CodeBlock> reports = new ArrayList<>();
    reports.add(
        report(
            keyword.site().keyword(),
            "must fit at least one of " + keyword.schemas().size() + " schemas"));
    arms(keyword, keyword.schemas(), reports);
    CodeBlock code = methods.sequence(name + "_anyOfArms", PARAMETERS, reports);
    statements.add(CodeBlock.of("if (!($L)) {\n$>$L$<}\n", fits, code));
  }

  private void oneOf(Keyword.OneOf keyword, List<CodeBlock> statements) {
    CodeBlock count =
        methods.expression(
            name + "_oneOf",
            int.class,
            PARAMETERS,
            keyword.schemas().stream().map(key -> CodeBlock.of("($L ? 1 : 0)", test(key))).toList(),
            "\n+ ");
    String variable = "fitting";
    List<CodeBlock> reports = new ArrayList<>();
    reports.add(
        report(
            keyword.site().keyword(),
            "must fit one of " + keyword.schemas().size() + " schemas, and fits none"));
    arms(keyword, keyword.schemas(), reports);
    statements.add(
        CodeBlock.builder()
            .addStatement("int $L = $L", variable, count)
            .beginControlFlow("if ($L == 0)", variable)
            .add(methods.sequence(name + "_oneOfArms", PARAMETERS, reports))
            .nextControlFlow("else if ($L > 1)", variable)
            .addStatement(
                "found.fail($L, $L + $L)",
                Literals.string(keyword.site().keyword()),
                Literals.string(
                    "must fit exactly one of " + keyword.schemas().size() + " schemas, and fits "),
                variable)
            .endControlFlow()
            .build());
  }

  private void conditional(Keyword.IfThenElse keyword, List<CodeBlock> statements) {
    List<CodeBlock> then = new ArrayList<>();
    List<CodeBlock> otherwise = new ArrayList<>();
    if (keyword.then() != null) {
      below(context.child(keyword.then(), unit), "/then", then);
    }
    if (keyword.otherwise() != null) {
      below(context.child(keyword.otherwise(), unit), "/else", otherwise);
    }
    if (then.isEmpty() && otherwise.isEmpty()) {
      return;
    }
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("if ($L)", test(keyword.condition()));
    then.forEach(code::add);
    if (!otherwise.isEmpty()) {
      code.nextControlFlow("else");
      otherwise.forEach(code::add);
    }
    code.endControlFlow();
    statements.add(code.build());
  }

  private void unevaluated(CodeBlock.Builder body) {
    if (!Evaluation.isNeeded(node)) {
      return;
    }
    body.addStatement("$T own = $T.of(value)", RuntimeTypes.EVALUATED, RuntimeTypes.EVALUATED);
    // When a schema beside does not fit, what it would have spoken of is not known: no more noise.
    body.beginControlFlow("if ($L(value, own))", context.method(MethodKind.GATHER, unit));
    node.find(Keyword.UnevaluatedItems.class)
        .ifPresent(
            keyword ->
                body.add(leftover(keyword, keyword.schema(), JsonType.ARRAY, "items", "get")));
    node.find(Keyword.UnevaluatedProperties.class)
        .ifPresent(
            keyword ->
                body.add(leftover(keyword, keyword.schema(), JsonType.OBJECT, "members", "value")));
    body.endControlFlow();
  }

  private CodeBlock leftover(
      Keyword keyword, SchemaKey schema, JsonType type, String variable, String accessor) {
    String path = PlaceCode.path(keyword);
    PlaceCode place =
        type == JsonType.ARRAY
            ? PlaceCode.item("i", path)
            : PlaceCode.member("members.name(i)", path);
    CodeBlock check =
        context.check(
            unit, context.child(schema, unit), CodeBlock.of("$L.$L(i)", variable, accessor), place);
    if (check.isEmpty()) {
      return check;
    }
    return CodeBlock.builder()
        .beginControlFlow("if (value instanceof $T $L)", Assertions.typeName(type), variable)
        .beginControlFlow("for (int i = 0; i < $L.size(); i++)", variable)
        .beginControlFlow("if (!own.has(i))")
        .add(check)
        .endControlFlow()
        .endControlFlow()
        .endControlFlow()
        .build();
  }
}
