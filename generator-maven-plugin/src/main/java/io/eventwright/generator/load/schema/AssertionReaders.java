package io.eventwright.generator.load.schema;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.diagnostic.Suggestion;
import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.BooleanNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.schema.Dialect;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.Site;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.format.Formats;
import io.eventwright.runtime.json.pattern.EcmaPattern;
import io.eventwright.runtime.json.pattern.EcmaPatternException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads keywords that speak of the value itself. */
final class AssertionReaders {

  private AssertionReaders() {}

  static @Nullable Keyword type(KeywordContext context) {
    List<Node> names =
        context.value() instanceof ArrayNode array ? array.items() : List.of(context.value());
    Set<JsonType> types = new LinkedHashSet<>();
    for (Node name : names) {
      if (!(name instanceof StringNode string)) {
        context.invalid(name.location(), "the name of a type or an array of names", name);
        continue;
      }
      Optional<JsonType> type = JsonType.named(string.value());
      type.ifPresent(types::add);
      if (type.isEmpty()) {
        List<String> known = Arrays.stream(JsonType.values()).map(JsonType::label).toList();
        context
            .found()
            .error(
                name.location(),
                "invalid-keyword",
                "There is no type "
                    + string.value()
                    + "; the types are "
                    + String.join(", ", known)
                    + "."
                    + Suggestion.didYouMean(string.value(), known));
      }
    }
    KeywordContext nullable = context.sibling("nullable");
    if (nullable != null && nullable.truth()) {
      types.add(JsonType.NULL);
    }
    return types.isEmpty() ? null : new Keyword.Type(context.site(), types);
  }

  static @Nullable Keyword enumeration(KeywordContext context) {
    if (!(context.value() instanceof ArrayNode array)) {
      context.invalid(context.value().location(), "an array", context.value());
      return null;
    }
    List<JsonValue> values = new ArrayList<>();
    for (Node item : array.items()) {
      JsonValue value = value(context, item);
      if (value != null) {
        values.add(value);
      }
    }
    return new Keyword.Enum(context.site(), values);
  }

  static @Nullable Keyword constant(KeywordContext context) {
    JsonValue value = value(context, context.value());
    return value == null ? null : new Keyword.Const(context.site(), value);
  }

  static @Nullable JsonValue value(KeywordContext context, Node node) {
    try {
      return Values.of(node);
    } catch (ArithmeticException e) {
      context.invalid("holds a number with " + e.getMessage() + ".");
      return null;
    }
  }

  static @Nullable Keyword multipleOf(KeywordContext context) {
    BigDecimal number = context.number();
    if (number != null && number.signum() <= 0) {
      context.invalid("must be above 0.");
      return null;
    }
    return number == null ? null : new Keyword.MultipleOf(context.site(), number);
  }

  static @Nullable Keyword minimum(KeywordContext context) {
    BigDecimal number = context.number();
    return number == null
        ? null
        : new Keyword.Minimum(context.site(), number, isSet(context.sibling("exclusiveMinimum")));
  }

  static @Nullable Keyword maximum(KeywordContext context) {
    BigDecimal number = context.number();
    return number == null
        ? null
        : new Keyword.Maximum(context.site(), number, isSet(context.sibling("exclusiveMaximum")));
  }

  private static boolean isSet(@Nullable KeywordContext flag) {
    return flag != null && flag.value() instanceof BooleanNode bool && bool.value();
  }

  static @Nullable Keyword exclusiveMinimum(KeywordContext context) {
    BigDecimal number = exclusiveBound(context);
    return number == null ? null : new Keyword.Minimum(context.site(), number, true);
  }

  static @Nullable Keyword exclusiveMaximum(KeywordContext context) {
    BigDecimal number = exclusiveBound(context);
    return number == null ? null : new Keyword.Maximum(context.site(), number, true);
  }

  /** In draft 4 and OpenAPI the keyword only says how to read its neighbour. */
  private static @Nullable BigDecimal exclusiveBound(KeywordContext context) {
    if (context.rules().dialect().isAtLeast(Dialect.DRAFT_6)) {
      return context.number();
    }
    context.truth();
    return null;
  }

  static @Nullable Keyword minLength(KeywordContext context) {
    return counted(context, Keyword.MinLength::new);
  }

  static @Nullable Keyword maxLength(KeywordContext context) {
    return counted(context, Keyword.MaxLength::new);
  }

  static @Nullable Keyword minItems(KeywordContext context) {
    return counted(context, Keyword.MinItems::new);
  }

  static @Nullable Keyword maxItems(KeywordContext context) {
    return counted(context, Keyword.MaxItems::new);
  }

  static @Nullable Keyword minProperties(KeywordContext context) {
    return counted(context, Keyword.MinProperties::new);
  }

  static @Nullable Keyword maxProperties(KeywordContext context) {
    return counted(context, Keyword.MaxProperties::new);
  }

  private static @Nullable Keyword counted(
      KeywordContext context, BiFunction<Site, Integer, Keyword> make) {
    Integer count = context.count();
    return count == null ? null : make.apply(context.site(), count);
  }

  static @Nullable Keyword uniqueItems(KeywordContext context) {
    return context.truth() ? new Keyword.UniqueItems(context.site()) : null;
  }

  static @Nullable Keyword required(KeywordContext context) {
    List<String> names = context.texts().stream().distinct().toList();
    return names.isEmpty() ? null : new Keyword.Required(context.site(), names);
  }

  static @Nullable Keyword pattern(KeywordContext context) {
    String regex = context.text();
    if (regex == null || !checkPattern(regex, context.value().location(), context)) {
      return null;
    }
    return new Keyword.Pattern(context.site(), regex);
  }

  static boolean checkPattern(String regex, SourceLocation location, KeywordContext context) {
    try {
      EcmaPattern.compile(regex);
      return true;
    } catch (EcmaPatternException e) {
      context.found().error(location, "invalid-pattern", e.getMessage() + ".");
      return false;
    }
  }

  static @Nullable Keyword format(KeywordContext context) {
    String format = context.text();
    if (format == null) {
      return null;
    }
    boolean wanted = context.options().assertFormats() || context.rules().assertsFormats();
    boolean known = Formats.isKnown(format);
    if (!known && context.options().strictKeywords()) {
      context
          .found()
          .warning(
              context.value().location(),
              "unknown-format",
              "The format "
                  + format
                  + " is not known, so no value is checked against it."
                  + Suggestion.didYouMean(format, Formats.names()));
    }
    return new Keyword.Format(context.site(), format, wanted && known);
  }
}
