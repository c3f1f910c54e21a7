package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import io.eventwright.generator.model.schema.Dialect;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.format.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The conditions that a schema's own keywords put on a value, by the type of the value. */
final class Assertions {

  /** More names than these are a constant, not code. */
  private static final int FEW_NAMES = 20;

  private static final int LONGEST_QUOTE = 60;

  private final ValidatorClass context;
  private final String name;

  Assertions(ValidatorClass context, String name) {
    this.context = context;
    this.name = name;
  }

  /** Those on values of any type. */
  List<Assertion> general(SchemaNode node) {
    List<Assertion> all = new ArrayList<>();
    for (Keyword keyword : node.keywords()) {
      if (keyword instanceof Keyword.Enum enumeration) {
        CodeBlock constant = values("Enum", enumeration.values());
        must(
            all,
            CodeBlock.of("$L.contains(value)", constant),
            keyword,
            "must be one of " + quote(listed(enumeration.values())));
      } else if (keyword instanceof Keyword.Const constant) {
        CodeBlock field =
            context.constant(
                RuntimeTypes.VALUE,
                name + "Const",
                CodeBlock.of(
                    "$T.value($L)", RuntimeTypes.CONSTANTS, Literals.json(constant.value())));
        must(
            all,
            CodeBlock.of("$L.equals(value)", field),
            keyword,
            "must be " + quote(constant.value().toString()));
      }
    }
    return all;
  }

  private CodeBlock values(String what, List<JsonValue> values) {
    return context.constant(
        ParameterizedTypeName.get(ClassName.get(Set.class), RuntimeTypes.VALUE),
        name + what,
        CodeBlock.of("$T.set($L)", RuntimeTypes.CONSTANTS, Literals.json(values)));
  }

  private static String listed(List<JsonValue> values) {
    return values.stream().limit(20).map(JsonValue::toString).collect(Collectors.joining(", "));
  }

  private static String quote(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
  }

  /** Those on numbers, in the variable {@code number}. */
  List<Assertion> ofNumbers(SchemaNode node) {
    List<Assertion> all = new ArrayList<>();
    for (Keyword keyword : node.keywords()) {
      if (keyword instanceof Keyword.Minimum minimum) {
        compare(
            all,
            CodeBlock.of("number.compareTo($L)", number(minimum.value())),
            minimum.exclusive() ? "<=" : "<",
            0,
            keyword,
            (minimum.exclusive() ? "must be above " : "must be at least ")
                + minimum.value().toString());
      } else if (keyword instanceof Keyword.Maximum maximum) {
        compare(
            all,
            CodeBlock.of("number.compareTo($L)", number(maximum.value())),
            maximum.exclusive() ? ">=" : ">",
            0,
            keyword,
            (maximum.exclusive() ? "must be below " : "must be at most ")
                + maximum.value().toString());
      } else if (keyword instanceof Keyword.MultipleOf multiple) {
        must(
            all,
            CodeBlock.of("number.isMultipleOf($L)", number(multiple.value())),
            keyword,
            "must be a multiple of " + multiple.value());
      } else if (keyword instanceof Keyword.Format format
          && format.asserted()
          && (format.format().equals("int32") || format.format().equals("int64"))) {
        must(
            all,
            CodeBlock.of(
                "$T.isInt$L(number)",
                RuntimeTypes.NUMBER_FORMATS,
                format.format().substring("int".length())),
            keyword,
            "must be a whole number of " + format.format().substring("int".length()) + " bits");
      }
    }
    return all;
  }

  private CodeBlock number(BigDecimal value) {
    if (Literals.isLong(value)) {
      return CodeBlock.of("$LL", value.longValueExact());
    }
    return context.constant(
        ClassName.get(BigDecimal.class),
        name + "Bound",
        CodeBlock.of("new $T($L)", BigDecimal.class, Literals.string(value.toString())));
  }

  /** Those on strings, in the variable {@code text}. */
  List<Assertion> ofStrings(SchemaNode node) {
    List<Assertion> all = new ArrayList<>();
    for (Keyword keyword : node.keywords()) {
      if (keyword instanceof Keyword.MinLength min) {
        mustNot(
            all,
            CodeBlock.of("$T.isShorter(text.value(), $L)", RuntimeTypes.CHECKS, min.value()),
            keyword,
            "must have at least " + count(min.value(), "character"));
      } else if (keyword instanceof Keyword.MaxLength max) {
        mustNot(
            all,
            CodeBlock.of("$T.isLonger(text.value(), $L)", RuntimeTypes.CHECKS, max.value()),
            keyword,
            "must have at most " + count(max.value(), "character"));
      } else if (keyword instanceof Keyword.Pattern pattern) {
        must(
            all,
            CodeBlock.of("$L.find(text.value())", pattern(pattern.regex())),
            keyword,
            "must match " + quote(pattern.regex()));
      } else if (keyword instanceof Keyword.Format format
          && format.asserted()
          && Formats.isOfStrings(format.format())) {
        must(
            all,
            CodeBlock.of("$T.is$L(text.value())", RuntimeTypes.FORMATS, camelCase(format.format())),
            keyword,
            "must be in the format " + format.format());
      }
    }
    return all;
  }

  /** A compiled pattern as a constant. */
  CodeBlock pattern(String regex) {
    return context.constant(
        RuntimeTypes.PATTERN,
        name + "Pattern",
        CodeBlock.of("$T.compile($L)", RuntimeTypes.PATTERN, context.text(regex)));
  }

  private static String camelCase(String format) {
    StringBuilder name = new StringBuilder();
    for (String word : format.split("-")) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return name.toString();
  }

  /** Those on arrays, in the variable {@code array}. */
  List<Assertion> ofArrays(SchemaNode node) {
    List<Assertion> all = new ArrayList<>();
    for (Keyword keyword : node.keywords()) {
      if (keyword instanceof Keyword.MinItems min && min.value() > 0) {
        compare(
            all,
            CodeBlock.of("array.size()"),
            "<",
            min.value(),
            keyword,
            "must have at least " + count(min.value(), "item"));
      } else if (keyword instanceof Keyword.MaxItems max) {
        compare(
            all,
            CodeBlock.of("array.size()"),
            ">",
            max.value(),
            keyword,
            "must have at most " + count(max.value(), "item"));
      } else if (keyword instanceof Keyword.UniqueItems) {
        must(
            all,
            CodeBlock.of("$T.areUnique(array)", RuntimeTypes.CHECKS),
            keyword,
            "must not have an item twice");
      }
    }
    return all;
  }

  /** Those on objects, in the variable {@code object}. */
  List<Assertion> ofObjects(SchemaNode node) {
    List<Assertion> all = new ArrayList<>();
    for (Keyword keyword : node.keywords()) {
      if (keyword instanceof Keyword.MinProperties min && min.value() > 0) {
        compare(
            all,
            CodeBlock.of("object.size()"),
            "<",
            min.value(),
            keyword,
            "must have at least " + count(min.value(), "member"));
      } else if (keyword instanceof Keyword.MaxProperties max) {
        compare(
            all,
            CodeBlock.of("object.size()"),
            ">",
            max.value(),
            keyword,
            "must have at most " + count(max.value(), "member"));
      } else if (keyword instanceof Keyword.Required required) {
        for (String each : required.names()) {
          must(all, has(each), keyword, "lacks the member " + quote(each));
        }
      } else if (keyword instanceof Keyword.DependentRequired dependent) {
        dependent.names().forEach((key, names) -> dependent(all, keyword, key, names));
      }
    }
    return all;
  }

  private void dependent(
      List<Assertion> assertions, Keyword keyword, String key, List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    CodeBlock all =
        names.size() <= FEW_NAMES
            ? CodeBlock.join(names.stream().map(this::has).toList(), " && ")
            : CodeBlock.of("$T.hasAll(object, $L)", RuntimeTypes.CHECKS, nameList(names));
    assertions.add(
        new Assertion(
            CodeBlock.of("(!$L || $L)", has(key), all),
            CodeBlock.of("$L && !($L)", has(key), all),
            keyword.site().keyword(),
            "with " + quote(key) + " also needs " + quote(String.join(", ", names))));
  }

  private CodeBlock has(String member) {
    return CodeBlock.of("object.has($L)", context.text(member));
  }

  private CodeBlock nameList(List<String> names) {
    List<JsonValue> values = names.stream().<JsonValue>map(JsonString::new).toList();
    return context.constant(
        ParameterizedTypeName.get(List.class, String.class),
        name + "Names",
        CodeBlock.of("$T.names($L)", RuntimeTypes.CONSTANTS, Literals.json(values)));
  }

  /** The condition that a value is of one of the types, in words that bind no variable. */
  static Assertion type(Keyword.Type keyword, Dialect dialect) {
    Set<JsonType> types = keyword.types();
    List<CodeBlock> tests = new ArrayList<>();
    for (JsonType type : types) {
      if (type != JsonType.INTEGER) {
        tests.add(CodeBlock.of("value instanceof $T", typeName(type)));
      } else if (!types.contains(JsonType.NUMBER)) {
        tests.add(
            CodeBlock.of(
                "value instanceof $T whole && whole.$L()",
                RuntimeTypes.NUMBER,
                integerTest(dialect)));
      }
    }
    CodeBlock any = CodeBlock.of("($L)", CodeBlock.join(tests, " || "));
    return new Assertion(
        tests.size() == 1 ? tests.get(0) : any,
        CodeBlock.of("!$L", any),
        keyword.site().keyword(),
        typeMessage(types));
  }

  /** Only draft 4 looks at how a number is written. */
  static String integerTest(Dialect dialect) {
    return dialect == Dialect.DRAFT_4 ? "isWrittenAsInteger" : "isInteger";
  }

  static ClassName typeName(JsonType type) {
    return switch (type) {
      case NULL -> RuntimeTypes.NULL;
      case BOOLEAN -> RuntimeTypes.BOOLEAN;
      case OBJECT -> RuntimeTypes.OBJECT;
      case ARRAY -> RuntimeTypes.ARRAY;
      case NUMBER, INTEGER -> RuntimeTypes.NUMBER;
      case STRING -> RuntimeTypes.STRING;
    };
  }

  static String typeMessage(Set<JsonType> types) {
    return "must be "
        + types.stream()
            .map(
                type ->
                    switch (type) {
                      case NULL -> "null";
                      case ARRAY, OBJECT, INTEGER -> "an " + type.label();
                      default -> "a " + type.label();
                    })
            .collect(Collectors.joining(" or "));
  }

  private static String count(int number, String what) {
    return number == 1 ? "1 " + what : number + " " + what + "s";
  }

  private static void must(List<Assertion> all, CodeBlock call, Keyword keyword, String message) {
    all.add(new Assertion(call, CodeBlock.of("!$L", call), keyword.site().keyword(), message));
  }

  private static void mustNot(
      List<Assertion> all, CodeBlock call, Keyword keyword, String message) {
    all.add(new Assertion(CodeBlock.of("!$L", call), call, keyword.site().keyword(), message));
  }

  private static void compare(
      List<Assertion> all,
      CodeBlock left,
      String fails,
      int right,
      Keyword keyword,
      String message) {
    String holds =
        switch (fails) {
          case "<" -> ">=";
          case "<=" -> ">";
          case ">" -> "<=";
          default -> "<";
        };
    all.add(
        new Assertion(
            CodeBlock.of("$L $L $L", left, holds, right),
            CodeBlock.of("$L $L $L", left, fails, right),
            keyword.site().keyword(),
            message));
  }
}
