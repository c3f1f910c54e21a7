package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import io.eventwright.generator.model.schema.Dialect;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the methods that say which members and items a schema speaks of. */
final class TrackingMethods {

  private static final List<ParameterSpec> PARAMETERS =
      List.of(
          Methods.parameter(RuntimeTypes.VALUE, "value"),
          Methods.parameter(RuntimeTypes.EVALUATED, "seen"));

  private final ValidatorClass context;
  private final Unit unit;
  private final SchemaNode node;
  private final Methods methods;

  TrackingMethods(ValidatorClass context, Unit unit) {
    this.context = context;
    this.methods = new Methods(context);
    this.unit = unit;
    this.node = context.node(unit);
  }

  private String name(MethodKind kind) {
    return kind.prefix() + context.name(unit);
  }

  /** What is noted of a schema that does not fit is forgotten. */
  List<MethodSpec> join() {
    methods.add(
        name(MethodKind.JOIN),
        boolean.class,
        PARAMETERS,
        CodeBlock.builder()
            .addStatement("$T branch = seen.branch()", RuntimeTypes.EVALUATED)
            .add(
                Step.code(
                    List.of(
                        Step.require(
                            CodeBlock.of(
                                "$L(value, branch)", context.method(MethodKind.TRACK, unit))))))
            .addStatement("seen.add(branch)")
            .addStatement("return true")
            .build());
    return methods.all();
  }

  /** By name alone: {@code properties} and {@code patternProperties}. */
  List<MethodSpec> covers() {
    Assertions assertions = new Assertions(context, context.name(unit));
    List<CodeBlock> patterns = new ArrayList<>();
    ObjectVerdicts.patterns(node)
        .keySet()
        .forEach(
            pattern -> patterns.add(CodeBlock.of("$L.find(name)", assertions.pattern(pattern))));
    List<ParameterSpec> parameters =
        List.of(Methods.parameter(ClassName.get(String.class), "name"));
    String name = name(MethodKind.COVERS);
    CodeBlock rest =
        patterns.isEmpty()
            ? CodeBlock.of("false")
            : methods.expression(name + "_patterns", boolean.class, parameters, patterns, "\n|| ");
    List<Arm> arms = new ArrayList<>();
    Map<String, SchemaKey> properties = ObjectVerdicts.properties(node);
    properties.keySet().forEach(property -> arms.add(Arm.of(property, CodeBlock.of("true;\n"))));
    if (arms.isEmpty()) {
      methods.add(name, boolean.class, parameters, CodeBlock.of("return $L;\n", rest));
    } else {
      methods.switchMethod(
          name, boolean.class, parameters, "name", arms, CodeBlock.of("$L;\n", rest));
    }
    return methods.all();
  }

  List<MethodSpec> gather() {
    List<CodeBlock> statements = new ArrayList<>();
    objects(statements);
    arrays(statements);
    for (Keyword keyword : node.keywords()) {
      if (keyword instanceof Keyword.Reference reference) {
        note(List.of(context.child(reference.target(), unit)), statements);
      } else if (keyword instanceof Keyword.DynamicReference dynamic) {
        note(List.of(context.follow(dynamic, unit)), statements);
      } else if (keyword instanceof Keyword.AllOf all) {
        all.schemas().forEach(key -> note(List.of(context.child(key, unit)), statements));
      } else if (keyword instanceof Keyword.AnyOf any) {
        note(units(any.schemas()), statements);
      } else if (keyword instanceof Keyword.OneOf one) {
        note(units(one.schemas()), statements);
      } else if (keyword instanceof Keyword.IfThenElse condition) {
        conditional(condition, statements);
      }
    }
    String name = name(MethodKind.GATHER);
    CodeBlock body = methods.accumulate(name + "_part", PARAMETERS, statements);
    methods.add(name, boolean.class, PARAMETERS, Methods.accumulated(List.of(body)));
    return methods.all();
  }

  private List<Unit> units(List<SchemaKey> keys) {
    return keys.stream().map(key -> context.child(key, unit)).toList();
  }

  private void note(List<Unit> arms, List<CodeBlock> statements) {
    List<CodeBlock> terms = arms.stream().map(this::join).toList();
    if (terms.size() > 1 || !terms.get(0).toString().equals("true")) {
      CodeBlock some =
          methods.expression(
              name(MethodKind.GATHER) + "_arms" + statements.size(),
              boolean.class,
              PARAMETERS,
              terms,
              "\n| ");
      statements.add(CodeBlock.of("fits &= $L;\n", some));
    }
  }

  private CodeBlock join(Unit target) {
    return context.call(MethodKind.JOIN, target, CodeBlock.of("value"), "seen");
  }

  private void conditional(Keyword.IfThenElse keyword, List<CodeBlock> statements) {
    List<CodeBlock> then = new ArrayList<>();
    List<CodeBlock> otherwise = new ArrayList<>();
    if (keyword.then() != null) {
      note(List.of(context.child(keyword.then(), unit)), then);
    }
    if (keyword.otherwise() != null) {
      note(List.of(context.child(keyword.otherwise(), unit)), otherwise);
    }
    CodeBlock condition = join(context.child(keyword.condition(), unit));
    statements.add(
        CodeBlock.of(
            "if ($L) {\n$>$L$<} else {\n$>$L$<}\n",
            condition,
            CodeBlock.join(then, ""),
            CodeBlock.join(otherwise, "")));
  }

  private void objects(List<CodeBlock> statements) {
    if (node.has(Keyword.AdditionalProperties.class)) {
      statements.add(
          CodeBlock.of("if (value instanceof $T) {\n$>seen.addAll();\n$<}\n", RuntimeTypes.OBJECT));
    } else if (node.has(Keyword.Properties.class) || node.has(Keyword.PatternProperties.class)) {
      statements.add(
          CodeBlock.builder()
              .beginControlFlow("if (value instanceof $T object)", RuntimeTypes.OBJECT)
              .beginControlFlow("for (int i = 0; i < object.size(); i++)")
              .beginControlFlow("if ($L(object.name(i)))", context.method(MethodKind.COVERS, unit))
              .addStatement("seen.add(i)")
              .endControlFlow()
              .endControlFlow()
              .endControlFlow()
              .build());
    }
    for (Keyword.DependentSchemas keyword : node.all(Keyword.DependentSchemas.class)) {
      keyword
          .schemas()
          .forEach(
              (member, key) ->
                  statements.add(
                      CodeBlock.of(
                          "if (value instanceof $T object && object.has($L)) {\n"
                              + "$>fits &= $L;\n$<}\n",
                          RuntimeTypes.OBJECT,
                          Literals.text(member),
                          join(context.child(key, unit)))));
    }
  }

  private void arrays(List<CodeBlock> statements) {
    Optional<Keyword.PrefixItems> prefix = node.find(Keyword.PrefixItems.class);
    Optional<Keyword.Contains> contains =
        node.find(Keyword.Contains.class)
            .filter(keyword -> node.dialect() == Dialect.DRAFT_2020_12);
    boolean all = node.has(Keyword.Items.class);
    if (!all && prefix.isEmpty() && contains.isEmpty()) {
      return;
    }
    CodeBlock.Builder body = CodeBlock.builder();
    body.beginControlFlow("if (value instanceof $T array)", RuntimeTypes.ARRAY);
    if (all) {
      body.addStatement("seen.addAll()");
    } else {
      prefix.ifPresent(
          keyword -> body.addStatement("seen.addBefore($L)", keyword.schemas().size()));
      contains.ifPresent(
          keyword -> {
            body.beginControlFlow("for (int i = 0; i < array.size(); i++)");
            body.beginControlFlow(
                "if ($L)",
                context.call(
                    MethodKind.TEST,
                    context.child(keyword.schema(), unit),
                    CodeBlock.of("array.get(i)"),
                    null));
            body.addStatement("seen.add(i)");
            body.endControlFlow();
            body.endControlFlow();
          });
    }
    statements.add(body.endControlFlow().build());
  }
}
