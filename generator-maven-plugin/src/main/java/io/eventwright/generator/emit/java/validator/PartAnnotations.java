package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import io.eventwright.generator.model.schema.Dialect;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what a schema says of an object's members and an array's items. */
final class PartAnnotations {

  private final ValidatorClass context;
  private final Unit unit;
  private final SchemaNode node;
  private final String name;
  private final Methods methods;

  PartAnnotations(ValidatorClass context, Unit unit, String name, Methods methods) {
    this.context = context;
    this.unit = unit;
    this.node = context.node(unit);
    this.name = name;
    this.methods = methods;
  }

  void addTo(List<CodeBlock> statements) {
    List<CodeBlock> members = new ArrayList<>();
    members(members);
    section(RuntimeTypes.OBJECT, "object", members, statements);
    List<CodeBlock> items = new ArrayList<>();
    items(items);
    section(RuntimeTypes.ARRAY, "array", items, statements);
  }

  private static void section(
      TypeName type, String variable, List<CodeBlock> some, List<CodeBlock> statements) {
    if (!some.isEmpty()) {
      statements.add(
          CodeBlock.of(
              "if (value instanceof $T $L) {\n$>$L$<}\n",
              type,
              variable,
              CodeBlock.join(some, "")));
    }
  }

  private CodeBlock below(SchemaKey key, String value, PlaceCode place) {
    return context.annotate(unit, context.child(key, unit), CodeBlock.of("$L", value), place);
  }

  private static CodeBlock part(Keyword keyword) {
    return CodeBlock.of("found.part($L, name);\n", Literals.string(keyword.site().keyword()));
  }

  private void members(List<CodeBlock> statements) {
    Map<String, SchemaKey> properties = ObjectVerdicts.properties(node);
    Map<String, SchemaKey> patterns = ObjectVerdicts.patterns(node);
    CodeBlock additional =
        node.find(Keyword.AdditionalProperties.class)
            .map(
                keyword -> {
                  String path = PlaceCode.path(keyword);
                  PlaceCode place = PlaceCode.member("name", path);
                  return CodeBlock.of(
                      "$L$L", part(keyword), below(keyword.schema(), "member", place));
                })
            .orElse(CodeBlock.of(""));
    List<ParameterSpec> parameters =
        List.of(ObjectVerdicts.MEMBER.get(0), ObjectVerdicts.MEMBER.get(1), AnnotateMethods.FOUND);
    List<CodeBlock> each = new ArrayList<>();
    if (!properties.isEmpty()) {
      named(parameters, patterns.isEmpty() ? additional : CodeBlock.of(""));
      each.add(CodeBlock.of("$LMember(name, member, found);\n", name));
    }
    node.find(Keyword.PatternProperties.class)
        .ifPresent(keyword -> patterns.forEach((regex, key) -> pattern(keyword, regex, key, each)));
    if (!additional.isEmpty() && properties.isEmpty() && patterns.isEmpty()) {
      each.add(additional);
    } else if (!additional.isEmpty() && !patterns.isEmpty()) {
      each.add(
          CodeBlock.of(
              "if (!$L(name)) {\n$>$L$<}\n", context.method(MethodKind.COVERS, unit), additional));
    }
    if (!each.isEmpty()) {
      methods.add(
          name + "Part",
          void.class,
          parameters,
          methods.sequence(name + "Part_of", parameters, each));
      statements.add(
          CodeBlock.of(
              "for (int i = 0; i < object.size() && !found.isFull(); i++) {\n"
                  + "$>$LPart(object.name(i), object.value(i), found);\n$<}\n",
              name));
    }
    for (Keyword keyword : node.keywords()) {
      if (keyword instanceof Keyword.Properties
          || keyword instanceof Keyword.PatternProperties
          || keyword instanceof Keyword.AdditionalProperties) {
        statements.add(
            CodeBlock.of("found.noteParts($L);\n", Literals.string(keyword.site().keyword())));
      }
    }
  }

  private void named(List<ParameterSpec> parameters, CodeBlock otherwise) {
    Keyword.Properties keyword = node.find(Keyword.Properties.class).orElseThrow();
    List<Arm> arms = new ArrayList<>();
    keyword
        .schemas()
        .forEach(
            (property, key) -> {
              String path = PlaceCode.path(keyword, property);
              arms.add(
                  Arm.of(
                      property,
                      CodeBlock.of(
                          "{\n$>$L$L$<}\n",
                          part(keyword),
                          below(key, "member", PlaceCode.member("name", path)))));
            });
    CodeBlock rest = otherwise.isEmpty() ? otherwise : CodeBlock.of("{\n$>$L$<}\n", otherwise);
    methods.switchMethod(name + "Member", void.class, parameters, "name", arms, rest);
  }

  private void pattern(
      Keyword.PatternProperties keyword, String regex, SchemaKey key, List<CodeBlock> each) {
    String path = PlaceCode.path(keyword, regex);
    each.add(
        CodeBlock.of(
            "if ($L.find(name)) {\n$>$L$L$<}\n",
            new Assertions(context, context.name(unit)).pattern(regex),
            part(keyword),
            below(key, "member", PlaceCode.member("name", path))));
  }

  private void items(List<CodeBlock> statements) {
    Optional<Keyword.PrefixItems> prefix = node.find(Keyword.PrefixItems.class);
    int before = prefix.map(keyword -> keyword.schemas().size()).orElse(0);
    prefix.ifPresent(keyword -> prefix(keyword, statements));
    node.find(Keyword.Items.class)
        .ifPresent(
            keyword -> {
              String path = PlaceCode.path(keyword);
              PlaceCode place = PlaceCode.item("i", path);
              statements.add(
                  CodeBlock.of(
                      "if (array.size() > $L) {\n$>found.note($L, $T.TRUE);\n$<}\n",
                      before,
                      Literals.string(keyword.site().keyword()),
                      RuntimeTypes.BOOLEAN));
              CodeBlock code = below(keyword.schema(), "array.get(i)", place);
              eachItem("int i = " + before, code, statements);
            });
    node.find(Keyword.Contains.class).ifPresent(keyword -> contains(keyword, statements));
  }

  private static void eachItem(String start, CodeBlock code, List<CodeBlock> statements) {
    if (!code.isEmpty()) {
      statements.add(
          CodeBlock.of(
              "for ($L; i < array.size() && !found.isFull(); i++) {\n$>$L$<}\n", start, code));
    }
  }

  private void prefix(Keyword.PrefixItems keyword, List<CodeBlock> statements) {
    List<Arm> arms = new ArrayList<>();
    for (int i = 0; i < keyword.schemas().size(); i++) {
      String path = PlaceCode.path(keyword, Integer.toString(i));
      CodeBlock code = below(keyword.schemas().get(i), "item", PlaceCode.item("index", path));
      arms.add(Arm.of(i, CodeBlock.of("{\n$>$L$<}\n", code)));
    }
    methods.switchMethod(
        name + "Item",
        void.class,
        List.of(
            Methods.parameter(TypeName.INT, "index"),
            Methods.parameter(RuntimeTypes.VALUE, "item"),
            AnnotateMethods.FOUND),
        "index",
        arms,
        CodeBlock.of(""));
    // The largest index that a schema was applied to, or true when that is the last.
    statements.add(
        CodeBlock.of(
            "if (array.size() > $L) {\n$>found.note($L, $T.of($L));\n$<} else if (array.size() > 0)"
                + " {\n$>found.note($L, $T.TRUE);\n$<}\n",
            keyword.schemas().size(),
            Literals.string(keyword.site().keyword()),
            RuntimeTypes.NUMBER,
            keyword.schemas().size() - 1,
            Literals.string(keyword.site().keyword()),
            RuntimeTypes.BOOLEAN));
    eachItem("int i = 0", CodeBlock.of("$LItem(i, array.get(i), found);\n", name), statements);
  }

  private void contains(Keyword.Contains keyword, List<CodeBlock> statements) {
    String path = PlaceCode.path(keyword);
    CodeBlock fits =
        context.call(
            MethodKind.TEST,
            context.child(keyword.schema(), unit),
            CodeBlock.of("array.get(i)"),
            null);
    boolean noted = node.dialect() == Dialect.DRAFT_2020_12;
    CodeBlock code =
        CodeBlock.of(
            "$L$L",
            noted
                ? CodeBlock.of(
                    "found.part($L, $T.of(i));\n", Literals.string("contains"), RuntimeTypes.NUMBER)
                : CodeBlock.of(""),
            below(keyword.schema(), "array.get(i)", PlaceCode.item("i", path)));
    if (!code.isEmpty()) {
      eachItem("int i = 0", CodeBlock.of("if ($L) {\n$>$L$<}\n", fits, code), statements);
    }
    if (noted) {
      statements.add(CodeBlock.of("found.noteParts($L);\n", Literals.string("contains")));
    }
  }
}
