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
        CodeBlock values = values(enumeration.values());
        all.add(
            must(CodeBlock.of("$L.contains(value)", values), keyword, "must be one of a list")
                .reportedAs(keyword, "enum", "enumeration", CodeBlock.of("value, $L", values)));
      } else if (keyword instanceof Keyword.Const constant) {
        CodeBlock field =
            context.constant(
                RuntimeTypes.VALUE,
                name + "Const",
                CodeBlock.of(
                    "$T.value($L)", RuntimeTypes.CONSTANTS, Literals.json(constant.value())));
        all.add(
            must(CodeBlock.of("$L.equals(value)", field), keyword, "must be the constant")
                .reportedAs(keyword, "const", "constant", CodeBlock.of("value, $L", field)));
      }
    }
    return all;
  }

  private CodeBlock values(List<JsonValue> values) {
    return context.constant(
        ParameterizedTypeName.get(ClassName.get(Set.class), RuntimeTypes.VALUE),
        name + "Values",
        CodeBlock.of("$T.set($L)", RuntimeTypes.CONSTANTS, Literals.json(values)));
  }

  private static String quote(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
  }

  /** Those on numbers, in the variable {@code number}. */
  List<Assertion> ofNumbers(SchemaNode node) {
    List<Assertion> all = new ArrayList<>();
    for (Keyword keyword : node.keywords()) {
      if (keyword instanceof Keyword.Minimum minimum) {
        String said = minimum.exclusive() ? "must be above " : "must be at least ";
        all.add(
            bound(
                minimum.exclusive() ? "<=" : "<",
                keyword,
                minimum.value(),
                said,
                minimum.exclusive() ? "exclusiveMinimum" : "minimum"));
      } else if (keyword instanceof Keyword.Maximum maximum) {
        String said = maximum.exclusive() ? "must be below " : "must be at most ";
        all.add(
            bound(
                maximum.exclusive() ? ">=" : ">",
                keyword,
                maximum.value(),
                said,
                maximum.exclusive() ? "exclusiveMaximum" : "maximum"));
      } else if (keyword instanceof Keyword.MultipleOf multiple) {
        CodeBlock divisor = number(multiple.value());
        all.add(
            must(
                    CodeBlock.of("number.isMultipleOf($L)", divisor),
                    keyword,
                    "must be a multiple of " + multiple.value())
                .reportedAs(
                    keyword, "multipleOf", "multipleOf", CodeBlock.of("number, $L", divisor)));
      } else if (keyword instanceof Keyword.Format format
          && format.asserted()
          && (format.format().equals("int32") || format.format().equals("int64"))) {
        String bits = format.format().substring("int".length());
        all.add(
            must(
                CodeBlock.of("$T.isInt$L(number)", RuntimeTypes.NUMBER_FORMATS, bits),
                keyword,
                "must be a whole number of " + bits + " bits"));
      }
    }
    return all;
  }

  private Assertion bound(
      String fails, Keyword keyword, BigDecimal limit, String said, String standard) {
    CodeBlock value = number(limit);
    return compare(CodeBlock.of("number.compareTo($L)", value), fails, 0, keyword, said + limit)
        .reportedAs(keyword, standard, standard, CodeBlock.of("number, $L", value));
  }

  private CodeBlock number(BigDecimal value) {
    if (Literals.isLong(value)) {
      long whole = value.longValueExact();
      return CodeBlock.of(whole == (int) whole ? "$L" : "$LL", whole);
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
        all.add(length("isShorter", keyword, "minLength", min.value()));
      } else if (keyword instanceof Keyword.MaxLength max) {
        all.add(length("isLonger", keyword, "maxLength", max.value()));
      } else if (keyword instanceof Keyword.Pattern pattern) {
        CodeBlock constant = pattern(pattern.regex());
        all.add(
            must(
                    CodeBlock.of("$L.find(text.value())", constant),
                    keyword,
                    "must match " + quote(pattern.regex()))
                .reportedAs(keyword, "pattern", "pattern", CodeBlock.of("text, $L", constant)));
      } else if (keyword instanceof Keyword.Format format
          && format.asserted()
          && Formats.isOfStrings(format.format())) {
        CodeBlock holds =
            CodeBlock.of("$T.is$L(text.value())", RuntimeTypes.FORMATS, camelCase(format.format()));
        all.add(
            must(holds, keyword, "must be in the format " + format.format())
                .reportedAs(
                    keyword,
                    "format",
                    "format",
                    CodeBlock.of("$L, $L", holds, Literals.string(format.format()))));
      }
    }
    return all;
  }

  private static Assertion length(String check, Keyword keyword, String standard, int limit) {
    CodeBlock fails = CodeBlock.of("$T.$L(text.value(), $L)", RuntimeTypes.CHECKS, check, limit);
    return Assertion.of(
            CodeBlock.of("!$L", fails), fails, keyword.site().keyword(), standard + " is " + limit)
        .reportedAs(keyword, standard, standard, CodeBlock.of("text, $L", limit));
  }

  /** A compiled pattern as a constant. */
  CodeBlock pattern(String regex) {
    return context.constant(
        RuntimeTypes.PATTERN,
        name + "Pattern",
        CodeBlock.of("$T.compile($L)", RuntimeTypes.PATTERN, Literals.text(regex)));
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
        all.add(size("array", "<", keyword, "minItems", min.value()));
      } else if (keyword instanceof Keyword.MaxItems max) {
        all.add(size("array", ">", keyword, "maxItems", max.value()));
      } else if (keyword instanceof Keyword.UniqueItems) {
        all.add(
            must(
                    CodeBlock.of("$T.areUnique(array)", RuntimeTypes.CHECKS),
                    keyword,
                    "must not have an item twice")
                .reportedAs(keyword, "uniqueItems", "uniqueItems", CodeBlock.of("array")));
      }
    }
    return all;
  }

  /** Those on objects, in the variable {@code object}. */
  List<Assertion> ofObjects(SchemaNode node) {
    List<Assertion> all = new ArrayList<>();
    for (Keyword keyword : node.keywords()) {
      if (keyword instanceof Keyword.MinProperties min && min.value() > 0) {
        all.add(size("object", "<", keyword, "minProperties", min.value()));
      } else if (keyword instanceof Keyword.MaxProperties max) {
        all.add(size("object", ">", keyword, "maxProperties", max.value()));
      } else if (keyword instanceof Keyword.Required required) {
        all.add(required(required));
      } else if (keyword instanceof Keyword.DependentRequired dependent) {
        dependent.names().forEach((key, names) -> dependent(all, keyword, key, names));
      }
    }
    return all;
  }

  private Assertion required(Keyword.Required keyword) {
    List<String> names = keyword.names();
    if (names.size() > FEW_NAMES) {
      CodeBlock list = nameList(names);
      return must(
              CodeBlock.of("$T.hasAll(object, $L)", RuntimeTypes.CHECKS, list),
              keyword,
              "lacks a member")
          .reportedAs(keyword, "required", "required", CodeBlock.of("object, $L", list));
    }
    List<CodeBlock> literals = names.stream().map(Literals::text).toList();
    return new Assertion(
        CodeBlock.join(names.stream().map(this::has).toList(), "\n&& "),
        CodeBlock.join(
            names.stream().map(each -> CodeBlock.of("!$L", has(each))).toList(), "\n|| "),
        CodeBlock.of("found.required(object, $L);\n", CodeBlock.join(literals, ", ")));
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
        Assertion.of(
            CodeBlock.of("(!$L || $L)", has(key), all),
            CodeBlock.of("$L && !($L)", has(key), all),
            keyword.site().keyword(),
            "with " + quote(key) + " also needs " + quote(String.join(", ", names))));
  }

  private CodeBlock has(String member) {
    return CodeBlock.of("object.has($L)", Literals.text(member));
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
    return Assertion.of(
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

  private static Assertion must(CodeBlock holds, Keyword keyword, String message) {
    return Assertion.of(holds, CodeBlock.of("!$L", holds), keyword.site().keyword(), message);
  }

  private static Assertion size(
      String variable, String fails, Keyword keyword, String standard, int limit) {
    return compare(
            CodeBlock.of("$L.size()", variable), fails, limit, keyword, standard + " is " + limit)
        .reportedAs(keyword, standard, standard, CodeBlock.of("$L, $L", variable, limit));
  }

  private static Assertion compare(
      CodeBlock left, String fails, int right, Keyword keyword, String message) {
    String holds =
        switch (fails) {
          case "<" -> ">=";
          case "<=" -> ">";
          case ">" -> "<=";
          default -> "<";
        };
    return Assertion.of(
        CodeBlock.of("$L $L $L", left, holds, right),
        CodeBlock.of("$L $L $L", left, fails, right),
        keyword.site().keyword(),
        message);
  }
}
