package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the method that collects what a schema says of a value that fits it. As the value fits,
 * all schemas that must fit do; only of those that may is the verdict asked again.
 */
final class AnnotateMethods {

  static final ParameterSpec FOUND = Methods.parameter(RuntimeTypes.ANNOTATIONS, "found");

  private static final List<ParameterSpec> PARAMETERS =
      List.of(Methods.parameter(RuntimeTypes.VALUE, "value"), FOUND);

  private final ValidatorClass context;
  private final Unit unit;
  private final SchemaNode node;
  private final String name;
  private final Methods methods;

  AnnotateMethods(ValidatorClass context, Unit unit) {
    this.context = context;
    this.methods = new Methods(context);
    this.unit = unit;
    this.node = context.node(unit);
    this.name = MethodKind.ANNOTATE.prefix() + context.name(unit);
  }

  List<MethodSpec> write() {
    List<CodeBlock> statements = new ArrayList<>();
    node.keywords().forEach(keyword -> own(keyword, statements));
    new PartAnnotations(context, unit, name, methods).addTo(statements);
    node.keywords().forEach(keyword -> inPlace(keyword, statements));
    unevaluated(statements);
    methods.add(
        name, void.class, PARAMETERS, methods.sequence(name + "_part", PARAMETERS, statements));
    List<MethodSpec> all = methods.all();
    all.add(0, all.remove(all.size() - 1));
    return all;
  }

  private void own(Keyword keyword, List<CodeBlock> statements) {
    AnnotationValues.of(keyword)
        .ifPresent(
            value ->
                statements.add(
                    CodeBlock.of(
                        "found.note($L, $L);\n",
                        Literals.text(keyword.site().keyword()),
                        context.constant(
                            RuntimeTypes.VALUE,
                            context.name(unit) + "Annotation",
                            CodeBlock.of(
                                "$T.value($L)", RuntimeTypes.CONSTANTS, Literals.json(value))))));
  }

  private void inPlace(Keyword keyword, List<CodeBlock> statements) {
    if (keyword instanceof Keyword.Reference reference) {
      add(below(context.child(reference.target(), unit), PlaceCode.path(keyword)), statements);
    } else if (keyword instanceof Keyword.DynamicReference dynamic) {
      add(below(context.follow(dynamic, unit), PlaceCode.path(keyword)), statements);
    } else if (keyword instanceof Keyword.AllOf all) {
      for (int i = 0; i < all.schemas().size(); i++) {
        String path = PlaceCode.path(keyword, Integer.toString(i));
        add(below(context.child(all.schemas().get(i), unit), path), statements);
      }
    } else if (keyword instanceof Keyword.AnyOf any) {
      arms(keyword, any.schemas(), statements);
    } else if (keyword instanceof Keyword.OneOf one) {
      arms(keyword, one.schemas(), statements);
    } else if (keyword instanceof Keyword.IfThenElse condition) {
      conditional(condition, statements);
    } else if (keyword instanceof Keyword.DependentSchemas dependent) {
      dependent
          .schemas()
          .forEach(
              (member, key) ->
                  guarded(
                      CodeBlock.of(
                          "value instanceof $T object && object.has($L)",
                          RuntimeTypes.OBJECT,
                          Literals.text(member)),
                      below(context.child(key, unit), PlaceCode.path(keyword, member)),
                      statements));
    }
  }

  private CodeBlock below(Unit target, String path) {
    return context.annotate(unit, target, CodeBlock.of("value"), PlaceCode.at(path));
  }

  private CodeBlock test(SchemaKey key) {
    return context.call(MethodKind.TEST, context.child(key, unit), CodeBlock.of("value"), null);
  }

  private static void add(CodeBlock code, List<CodeBlock> statements) {
    if (!code.isEmpty()) {
      statements.add(code);
    }
  }

  private static void guarded(CodeBlock condition, CodeBlock code, List<CodeBlock> statements) {
    if (!code.isEmpty()) {
      statements.add(CodeBlock.of("if ($L) {\n$>$L$<}\n", condition, code));
    }
  }

  private void arms(Keyword keyword, List<SchemaKey> schemas, List<CodeBlock> statements) {
    for (int i = 0; i < schemas.size(); i++) {
      String path = PlaceCode.path(keyword, Integer.toString(i));
      CodeBlock code = below(context.child(schemas.get(i), unit), path);
      guarded(test(schemas.get(i)), code, statements);
    }
  }

  private void conditional(Keyword.IfThenElse keyword, List<CodeBlock> statements) {
    CodeBlock condition = test(keyword.condition());
    CodeBlock then = below(context.child(keyword.condition(), unit), "/if");
    if (keyword.then() != null) {
      then = CodeBlock.join(List.of(then, below(context.child(keyword.then(), unit), "/then")), "");
    }
    guarded(condition, then, statements);
    if (keyword.otherwise() != null) {
      guarded(
          CodeBlock.of("!$L", condition),
          below(context.child(keyword.otherwise(), unit), "/else"),
          statements);
    }
  }

  private void unevaluated(List<CodeBlock> statements) {
    node.find(Keyword.UnevaluatedItems.class)
        .ifPresent(each -> statements.add(leftover(each, each.schema(), true)));
    node.find(Keyword.UnevaluatedProperties.class)
        .ifPresent(each -> statements.add(leftover(each, each.schema(), false)));
  }

  private CodeBlock leftover(Keyword keyword, SchemaKey schema, boolean items) {
    String path = PlaceCode.path(keyword);
    PlaceCode place = items ? PlaceCode.item("i", path) : PlaceCode.member("parts.name(i)", path);
    CodeBlock part = CodeBlock.of(items ? "parts.get(i)" : "parts.value(i)");
    CodeBlock below = context.annotate(unit, context.child(schema, unit), part, place);
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow(
        "if (value instanceof $T parts)", items ? RuntimeTypes.ARRAY : RuntimeTypes.OBJECT);
    code.addStatement("$T own = $T.of(value)", RuntimeTypes.EVALUATED, RuntimeTypes.EVALUATED);
    code.addStatement("$L(value, own)", context.method(MethodKind.GATHER, unit));
    if (items) {
      code.addStatement("boolean left = false");
    }
    code.beginControlFlow("for (int i = 0; i < parts.size(); i++)");
    code.beginControlFlow("if (!own.has(i))");
    if (items) {
      code.addStatement("left = true");
    } else {
      code.addStatement("found.part($L, parts.name(i))", Literals.string(path.substring(1)));
    }
    code.add(below);
    code.endControlFlow();
    code.endControlFlow();
    if (items) {
      code.beginControlFlow("if (left)");
      code.addStatement(
          "found.note($L, $T.TRUE)", Literals.string(path.substring(1)), RuntimeTypes.BOOLEAN);
      code.endControlFlow();
    } else {
      code.addStatement("found.noteParts($L)", Literals.string(path.substring(1)));
    }
    return code.endControlFlow().build();
  }
}
