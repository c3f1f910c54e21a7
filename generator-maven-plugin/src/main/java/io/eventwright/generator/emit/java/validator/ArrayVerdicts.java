package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.eventwright.generator.model.schema.Dialect;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what a verdict asks of an array's items. */
final class ArrayVerdicts {

  private final ValidatorClass context;
  private final Unit unit;
  private final SchemaNode node;
  private final String name;
  private final @Nullable String seen;
  private final Methods methods;

  ArrayVerdicts(
      ValidatorClass context, Unit unit, String name, @Nullable String seen, Methods methods) {
    this.context = context;
    this.unit = unit;
    this.node = context.node(unit);
    this.name = name;
    this.seen = seen;
    this.methods = methods;
  }

  void addTo(List<Step> statements) {
    Optional<Keyword.PrefixItems> prefix = node.find(Keyword.PrefixItems.class);
    Optional<Keyword.Items> items = node.find(Keyword.Items.class);
    if (prefix.isPresent()) {
      prefix(prefix.get(), items, statements);
    } else if (items.isPresent()) {
      CodeBlock verdict = test(items.get().schema(), "array.get(i)");
      if (!VerdictMethods.isTrue(verdict)) {
        statements.add(Step.of(eachItem(verdict)));
      }
    }
    if (seen != null && items.isPresent()) {
      statements.add(Step.of(CodeBlock.of("$L.addAll();\n", seen)));
    } else if (seen != null && prefix.isPresent()) {
      statements.add(
          Step.of(CodeBlock.of("$L.addBefore($L);\n", seen, prefix.get().schemas().size())));
    }
    node.find(Keyword.Contains.class).ifPresent(contains -> contains(contains, statements));
  }

  private CodeBlock test(SchemaKey key, String value) {
    return context.call(MethodKind.TEST, context.child(key, unit), CodeBlock.of("$L", value), null);
  }

  private static CodeBlock eachItem(CodeBlock verdict) {
    return CodeBlock.of(
        "for (int i = 0; i < array.size(); i++) {\n$>$L$<}\n",
        Step.code(List.of(Step.require(verdict))));
  }

  private void prefix(
      Keyword.PrefixItems prefix, Optional<Keyword.Items> items, List<Step> statements) {
    List<Arm> arms = new ArrayList<>();
    for (int i = 0; i < prefix.schemas().size(); i++) {
      arms.add(Arm.of(i, CodeBlock.of("$L;\n", test(prefix.schemas().get(i), "item"))));
    }
    CodeBlock rest = items.isPresent() ? test(items.get().schema(), "item") : CodeBlock.of("true");
    methods.switchMethod(
        name + "Item",
        boolean.class,
        List.of(
            Methods.parameter(TypeName.INT, "index"),
            Methods.parameter(RuntimeTypes.VALUE, "item")),
        "index",
        arms,
        CodeBlock.of("$L;\n", rest));
    statements.add(Step.of(eachItem(CodeBlock.of("$LItem(i, array.get(i))", name))));
  }

  private void contains(Keyword.Contains contains, List<Step> statements) {
    boolean marks = seen != null && node.dialect() == Dialect.DRAFT_2020_12;
    if (contains.min() == 0 && contains.max() == null && !marks) {
      return;
    }
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("int contained = 0");
    code.beginControlFlow("for (int i = 0; i < array.size(); i++)");
    code.beginControlFlow("if ($L)", test(contains.schema(), "array.get(i)"));
    code.addStatement("contained++");
    if (marks) {
      code.addStatement("$L.add(i)", seen);
    }
    code.endControlFlow();
    code.endControlFlow();
    statements.add(Step.of(code.build()));
    if (contains.min() > 0) {
      statements.add(bound(">=", "<", contains.min()));
    }
    if (contains.max() != null) {
      statements.add(bound("<=", ">", contains.max()));
    }
  }

  private static Step bound(String holds, String fails, int limit) {
    return Step.condition(
        CodeBlock.of("contained $L $L", holds, limit),
        CodeBlock.of("contained $L $L", fails, limit));
  }
}
