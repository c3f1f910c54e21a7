package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what a report says of an object's members and an array's items. */
final class PartChecks {

  private static final ParameterSpec FOUND = Methods.parameter(RuntimeTypes.VIOLATIONS, "found");

  private final ValidatorClass context;
  private final Unit unit;
  private final SchemaNode node;
  private final String name;
  private final Methods methods;

  PartChecks(ValidatorClass context, Unit unit, String name, Methods methods) {
    this.context = context;
    this.unit = unit;
    this.node = context.node(unit);
    this.name = name;
    this.methods = methods;
  }

  void items(List<CodeBlock> statements) {
    Optional<Keyword.PrefixItems> prefix = node.find(Keyword.PrefixItems.class);
    Optional<Keyword.Items> items = node.find(Keyword.Items.class);
    if (prefix.isPresent()) {
      prefix(prefix.get(), items, statements);
    } else if (items.isPresent()) {
      String path = PlaceCode.path(items.get());
      CodeBlock check = check(items.get().schema(), "array.get(i)", PlaceCode.item("i", path));
      eachItem(check, statements);
    }
    node.find(Keyword.Contains.class).ifPresent(contains -> contains(contains, statements));
  }

  private CodeBlock check(SchemaKey key, String value, PlaceCode place) {
    return context.check(unit, context.child(key, unit), CodeBlock.of("$L", value), place);
  }

  private static CodeBlock orNothing(CodeBlock check) {
    return check.isEmpty() ? CodeBlock.of("{}\n") : check;
  }

  private static void eachItem(CodeBlock check, List<CodeBlock> statements) {
    if (!check.isEmpty()) {
      statements.add(
          CodeBlock.of(
              "for (int i = 0; i < array.size() && !found.isFull(); i++) {\n$>$L$<}\n", check));
    }
  }

  private void prefix(
      Keyword.PrefixItems prefix, Optional<Keyword.Items> items, List<CodeBlock> statements) {
    List<Arm> arms = new ArrayList<>();
    for (int i = 0; i < prefix.schemas().size(); i++) {
      String path = PlaceCode.path(prefix, Integer.toString(i));
      CodeBlock check = check(prefix.schemas().get(i), "item", PlaceCode.item("index", path));
      arms.add(Arm.of(i, orNothing(check)));
    }
    CodeBlock rest = CodeBlock.of("");
    if (items.isPresent()) {
      String path = PlaceCode.path(items.get());
      rest = check(items.get().schema(), "item", PlaceCode.item("index", path));
    }
    methods.switchMethod(
        name + "Item",
        void.class,
        List.of(
            Methods.parameter(TypeName.INT, "index"),
            Methods.parameter(RuntimeTypes.VALUE, "item"),
            FOUND),
        "index",
        arms,
        rest);
    eachItem(CodeBlock.of("$LItem(i, array.get(i), found);\n", name), statements);
  }

  private void contains(Keyword.Contains contains, List<CodeBlock> statements) {
    if (contains.min() == 0 && contains.max() == null) {
      return;
    }
    CodeBlock fits =
        context.call(
            MethodKind.TEST,
            context.child(contains.schema(), unit),
            CodeBlock.of("array.get(i)"),
            null);
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("int contained = 0");
    code.beginControlFlow("for (int i = 0; i < array.size(); i++)");
    code.beginControlFlow("if ($L)", fits);
    code.addStatement("contained++");
    code.endControlFlow();
    code.endControlFlow();
    if (contains.min() > 0) {
      bound(
          code,
          "contained >= " + contains.min(),
          "contained < " + contains.min(),
          contains.minSite(),
          contains,
          "must have at least " + contains.min() + " items that fit");
    }
    if (contains.max() != null) {
      bound(
          code,
          "contained <= " + contains.max(),
          "contained > " + contains.max(),
          contains.maxSite(),
          contains,
          "must have at most " + contains.max() + " items that fit");
    }
    statements.add(code.build());
  }

  private static void bound(
      CodeBlock.Builder code,
      String held,
      String condition,
      @Nullable Site site,
      Keyword.Contains contains,
      String message) {
    Site named = site == null ? contains.site() : site;
    code.add(
        CheckMethods.fail(
            Assertion.of(
                CodeBlock.of("$L", held),
                CodeBlock.of("$L", condition),
                named.keyword(),
                message)));
  }

  void members(List<CodeBlock> statements) {
    Map<String, SchemaKey> properties = ObjectVerdicts.properties(node);
    Map<String, SchemaKey> patterns = ObjectVerdicts.patterns(node);
    CodeBlock additional = additional();
    List<CodeBlock> each = new ArrayList<>();
    names(each);
    if (!properties.isEmpty() || !patterns.isEmpty()) {
      List<ParameterSpec> parameters =
          List.of(ObjectVerdicts.MEMBER.get(0), ObjectVerdicts.MEMBER.get(1), FOUND);
      if (patterns.isEmpty()) {
        plainMember(name + "Member", parameters, additional);
      } else {
        patternMember(parameters, patterns, additional, !properties.isEmpty());
      }
      each.add(CodeBlock.of("$LMember(object.name(i), object.value(i), found);\n", name));
    } else if (!additional.isEmpty()) {
      each.add(
          CodeBlock.of(
              "$T name = object.name(i);\n$T member = object.value(i);\n$L",
              String.class,
              RuntimeTypes.VALUE,
              additional));
    }
    if (!each.isEmpty()) {
      statements.add(
          CodeBlock.of(
              "for (int i = 0; i < object.size() && !found.isFull(); i++) {\n$>$L$<}\n",
              CodeBlock.join(each, "")));
    }
  }

  private CodeBlock additional() {
    return node.find(Keyword.AdditionalProperties.class)
        .map(
            keyword -> {
              String path = PlaceCode.path(keyword);
              return check(keyword.schema(), "member", PlaceCode.member("name", path));
            })
        .orElse(CodeBlock.of(""));
  }

  private void names(List<CodeBlock> each) {
    node.find(Keyword.PropertyNames.class)
        .ifPresent(
            keyword -> {
              String path = PlaceCode.path(keyword);
              CodeBlock check =
                  context.check(
                      unit,
                      context.child(keyword.schema(), unit),
                      CodeBlock.of("new $T(object.name(i))", RuntimeTypes.STRING),
                      PlaceCode.member("object.name(i)", path));
              if (!check.isEmpty()) {
                each.add(check);
              }
            });
  }

  private void plainMember(String method, List<ParameterSpec> parameters, CodeBlock otherwise) {
    Keyword.Properties keyword = node.find(Keyword.Properties.class).orElseThrow();
    List<Arm> arms = new ArrayList<>();
    keyword
        .schemas()
        .forEach(
            (property, key) -> {
              String path = PlaceCode.path(keyword, property);
              CodeBlock check = check(key, "member", PlaceCode.member("name", path));
              arms.add(Arm.of(property, orNothing(check)));
            });
    methods.switchMethod(method, void.class, parameters, "name", arms, otherwise);
  }

  private void patternMember(
      List<ParameterSpec> parameters,
      Map<String, SchemaKey> patterns,
      CodeBlock additional,
      boolean hasProperties) {
    List<CodeBlock> statements = new ArrayList<>();
    if (hasProperties) {
      plainMember(name + "NamedMember", parameters, CodeBlock.of(""));
      statements.add(CodeBlock.of("$LNamedMember(name, member, found);\n", name));
    }
    Keyword.PatternProperties keyword = node.find(Keyword.PatternProperties.class).orElseThrow();
    Assertions assertions = new Assertions(context, context.name(unit));
    patterns.forEach(
        (pattern, key) -> {
          String path = PlaceCode.path(keyword, pattern);
          CodeBlock check = check(key, "member", PlaceCode.member("name", path));
          if (!check.isEmpty()) {
            statements.add(
                CodeBlock.of(
                    "if ($L.find(name)) {\n$>$L$<}\n", assertions.pattern(pattern), check));
          }
        });
    if (!additional.isEmpty()) {
      statements.add(
          CodeBlock.of(
              "if (!$L(name)) {\n$>$L$<}\n", context.method(MethodKind.COVERS, unit), additional));
    }
    methods.add(
        name + "Member",
        void.class,
        parameters,
        methods.sequence(name + "Member_all", parameters, statements));
  }
}
