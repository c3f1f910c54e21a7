package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.eventwright.generator.emit.java.type.Declaration;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.Constant;
import io.eventwright.generator.emit.java.type.Declaration.Presence;
import io.eventwright.generator.emit.java.type.JavaType;
import io.eventwright.generator.emit.java.type.ScalarKind;
import io.eventwright.generator.emit.java.type.TypeModel;
import io.eventwright.runtime.codec.CalendarDuration;
import io.eventwright.runtime.codec.Timestamps;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonBoolean;
import io.eventwright.runtime.json.JsonNull;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Defaults of the schema as Java expressions.
 *
 * @param model what the types are called
 */
record DefaultValues(TypeModel model) {

  /** What a builder starts with; null when there is no default, or none that fits the type. */
  @Nullable CodeBlock of(Component component) {
    JsonValue value = component.defaultValue();
    if (value == null) {
      return null;
    }
    boolean maybe = component.presence() == Presence.MAYBE;
    if (value == JsonNull.NULL) {
      return maybe ? CodeBlock.of("$T.ofNull()", CodecTypes.MAYBE) : null;
    }
    CodeBlock literal = literalOrNull(component.type(), value);
    if (literal == null && new DefaultFit(model, this).holds(component.type(), value)) {
      literal = document(component.type(), value);
    }
    return literal == null || !maybe
        ? literal
        : CodeBlock.of("$T.of($L)", CodecTypes.MAYBE, literal);
  }

  /** Whether there is a Java expression for it. */
  boolean isLiteral(JavaType type, JsonValue value) {
    return literalOrNull(type, value) != null;
  }

  /** The expression; null when there is none, or the value is not of the type. */
  private @Nullable CodeBlock literalOrNull(JavaType type, JsonValue value) {
    try {
      return literal(type, value);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  /** What has no literal in Java is read as a document is. */
  private CodeBlock document(JavaType type, JsonValue value) {
    return CodeBlock.of(
        "$T.document($L, $L)",
        CodecTypes.READ,
        Literals.string(value.toString()),
        new Expressions(model).reader(type, 1));
  }

  private @Nullable CodeBlock literal(JavaType type, JsonValue value) {
    if (type instanceof JavaType.Scalar scalar) {
      return scalar(scalar.kind(), value);
    } else if (type instanceof JavaType.Identifier identifier
        && value instanceof JsonString string) {
      return CodeBlock.of("new $T($L)", identifier.name(), Literals.string(string.value()));
    } else if (type instanceof JavaType.Declared declared
        && model.declarations().get(declared.id()) instanceof Declaration.OpenEnum values
        && value instanceof JsonString string) {
      return constant(model.name(declared.id()), values, string.value());
    } else if (type instanceof JavaType.ListOf list && value instanceof JsonArray array) {
      return list(list.element().type(), array);
    } else if (type instanceof JavaType.MapOf && value instanceof JsonObject object) {
      return object.size() == 0 ? Expressions.empty() : null;
    }
    return null;
  }

  private @Nullable CodeBlock list(JavaType type, JsonArray array) {
    List<CodeBlock> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      CodeBlock item = literal(type, array.get(i));
      // A longer list is a call with as many arguments as it has items.
      if (item == null || i == 20) {
        return null;
      }
      items.add(item);
    }
    return CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(items, ", "));
  }

  private static @Nullable CodeBlock constant(
      ClassName name, Declaration.OpenEnum values, String value) {
    return values.constants().stream()
        .filter(constant -> constant.value().equals(value))
        .map(Constant::javaName)
        .findFirst()
        .map(constant -> CodeBlock.of("$T.$L", name, constant))
        .orElse(null);
  }

  private static @Nullable CodeBlock scalar(ScalarKind kind, JsonValue value) {
    if (value instanceof JsonString string) {
      return text(kind, string.value());
    } else if (value instanceof JsonNumber number) {
      return number(kind, number);
    } else if (value instanceof JsonBoolean bool && kind == ScalarKind.BOOLEAN) {
      return CodeBlock.of("$L", bool.value());
    }
    return null;
  }

  private static @Nullable CodeBlock text(ScalarKind kind, String text) {
    CodeBlock literal = Literals.string(text);
    return switch (kind) {
      case STRING -> literal;
      case INSTANT ->
          CodeBlock.of(
              "$T.parse($L)",
              CodecTypes.TIMESTAMPS,
              Literals.string(Timestamps.parse(text).toString()));
      case OFFSET_DATE_TIME ->
          CodeBlock.of(
              "$T.parse($L)",
              OffsetDateTime.class,
              Literals.string(Timestamps.parseWithOffset(text).toString()));
      case DATE ->
          CodeBlock.of(
              "$T.parse($L)", LocalDate.class, Literals.string(LocalDate.parse(text).toString()));
      case UUID ->
          CodeBlock.of(
              "$T.fromString($L)", UUID.class, Literals.string(UUID.fromString(text).toString()));
      case URI ->
          CodeBlock.of("$T.create($L)", URI.class, Literals.string(URI.create(text).toString()));
      case DURATION ->
          CodeBlock.of(
              "$T.parse($L)",
              ScalarKind.DURATION.type(),
              Literals.string(CalendarDuration.parse(text).toString()));
      default -> null;
    };
  }

  private static @Nullable CodeBlock number(ScalarKind kind, JsonNumber number) {
    return switch (kind) {
      case INT -> CodeBlock.of("$L", Math.toIntExact(number.longValue()));
      case LONG -> CodeBlock.of("$LL", number.longValue());
      case BIG_INTEGER ->
          CodeBlock.of(
              "new $T($S)", BigInteger.class, number.decimalValue().toBigIntegerExact().toString());
      case DECIMAL -> CodeBlock.of("new $T($S)", BigDecimal.class, number.toString());
      default -> null;
    };
  }
}
