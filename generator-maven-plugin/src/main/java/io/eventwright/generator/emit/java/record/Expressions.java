package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.CodeBlock;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Element;
import io.eventwright.generator.emit.java.type.JavaType;
import io.eventwright.generator.emit.java.type.TypeModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How values of a type are read, written and copied.
 *
 * @param model what the types are called
 */
record Expressions(TypeModel model) {

  /** The value that a parser stands on, as a component has it. */
  CodeBlock read(Component component, CodeBlock parser) {
    return switch (component.presence()) {
      case REQUIRED, OPTIONAL -> read(component.type(), parser, 1);
      case NULLABLE ->
          CodeBlock.of("$T.nullable($L, $L)", CodecTypes.READ, parser, reader(component.type(), 1));
      case MAYBE ->
          CodeBlock.of("$T.maybe($L,$W$L)", CodecTypes.READ, parser, reader(component.type(), 1));
    };
  }

  /** The value that a parser stands on. */
  CodeBlock read(JavaType type, CodeBlock parser) {
    return read(type, parser, 1);
  }

  private CodeBlock read(JavaType type, CodeBlock parser, int depth) {
    if (type instanceof JavaType.Scalar scalar) {
      return CodeBlock.of("$T.$L($L)", CodecTypes.READ, scalar.kind().reader(), parser);
    } else if (isText(type)) {
      return CodeBlock.of("$T.wrapped($L, $T::new)", CodecTypes.READ, parser, model.typeName(type));
    } else if (type instanceof JavaType.ListOf list) {
      return CodeBlock.of(
          "$T.list($L, $L)", CodecTypes.READ, parser, reader(list.element(), depth));
    } else if (type instanceof JavaType.MapOf map) {
      return CodeBlock.of("$T.map($L, $L)", CodecTypes.READ, parser, reader(map.element(), depth));
    }
    return CodeBlock.of("$L.read($L)", codec(type), parser);
  }

  private CodeBlock reader(Element element, int depth) {
    if (!element.nullable()) {
      return reader(element.type(), depth);
    }
    return CodeBlock.of("$T.orNull($L)", CodecTypes.READ, reader(element.type(), depth));
  }

  /** Something that reads a value: a codec, a method, a lambda. */
  CodeBlock reader(JavaType type, int depth) {
    if (type instanceof JavaType.Scalar scalar) {
      return CodeBlock.of("$T::$L", CodecTypes.READ, scalar.kind().reader());
    } else if (hasCodec(type)) {
      return codec(type);
    }
    String item = "item" + depth;
    return CodeBlock.of("$L -> $L", item, read(type, CodeBlock.of("$L", item), depth + 1));
  }

  /** The items that follow, up to the end of the array. */
  CodeBlock rest(JavaType list, CodeBlock parser) {
    return CodeBlock.of(
        "$T.rest($L, $L)", CodecTypes.READ, parser, reader(((JavaType.ListOf) list).element(), 1));
  }

  /** A statement that writes a value. */
  CodeBlock write(JavaType type, CodeBlock value, String generator) {
    return write(type, value, generator, 1);
  }

  private CodeBlock write(JavaType type, CodeBlock value, String to, int depth) {
    if (type instanceof JavaType.Scalar scalar) {
      return CodeBlock.of("$T.$L($L, $L)", CodecTypes.WRITE, scalar.kind().writer(), value, to);
    } else if (isText(type)) {
      return CodeBlock.of("$T.text($L.value(), $L)", CodecTypes.WRITE, value, to);
    } else if (type instanceof JavaType.ListOf list) {
      return CodeBlock.of(
          "$T.list($L, $L, $L)", CodecTypes.WRITE, value, to, writer(list.element(), depth));
    } else if (type instanceof JavaType.MapOf map) {
      return CodeBlock.of(
          "$T.map($L, $L, $L)", CodecTypes.WRITE, value, to, writer(map.element(), depth));
    }
    return CodeBlock.of("$L.write($L, $L)", codec(type), value, to);
  }

  /** Something that writes an element: a codec, a method, a lambda. */
  CodeBlock writer(Element element, int depth) {
    if (!element.nullable()) {
      return writer(element.type(), depth);
    }
    return CodeBlock.of(
        "(item$L, to$L) -> $T.nullable(item$L, to$L, $L)",
        depth,
        depth,
        CodecTypes.WRITE,
        depth,
        depth,
        writer(element.type(), depth + 1));
  }

  /** Something that writes a value: a codec, a method, a lambda. */
  CodeBlock writer(JavaType type, int depth) {
    if (type instanceof JavaType.Scalar scalar) {
      return CodeBlock.of("$T::$L", CodecTypes.WRITE, scalar.kind().writer());
    } else if (hasCodec(type)) {
      return codec(type);
    }
    return CodeBlock.of(
        "(item$L, to$L) -> $L",
        depth,
        depth,
        write(type, CodeBlock.of("item$L", depth), "to" + depth, depth + 1));
  }

  /**
   * A copy that nobody else can change; null when the value cannot be changed anyway.
   *
   * @param item a name for what is in it, which nothing else around has
   */
  @Nullable CodeBlock copy(JavaType type, CodeBlock value, String item) {
    if (type instanceof JavaType.ListOf list) {
      return copy("list", list.element(), value, item);
    } else if (type instanceof JavaType.MapOf map) {
      return copy("map", map.element(), value, item);
    }
    return null;
  }

  private CodeBlock copy(String method, Element element, CodeBlock value, String item) {
    CodeBlock inner = copy(element.type(), CodeBlock.of("$L", item), item + "s");
    if (inner == null) {
      return CodeBlock.of(
          "$T.$L($L)",
          CodecTypes.IMMUTABLE,
          element.nullable() ? method + "OfNullable" : method,
          value);
    }
    CodeBlock guarded =
        element.nullable() ? CodeBlock.of("$L == null ? null : $L", item, inner) : inner;
    return CodeBlock.of("$T.$L($L, $L -> $L)", CodecTypes.IMMUTABLE, method, value, item, guarded);
  }

  /** Whether it is a type of its own around a string. */
  boolean isText(JavaType type) {
    return model.isText(type);
  }

  private boolean hasCodec(JavaType type) {
    return type instanceof JavaType.Existing || type instanceof JavaType.Declared && !isText(type);
  }

  private CodeBlock codec(JavaType type) {
    return type instanceof JavaType.Existing existing
        ? CodeBlock.of("$T.INSTANCE", existing.codec())
        : CodeBlock.of("$T.INSTANCE", model.codec(((JavaType.Declared) type).id()));
  }

  /** A literal of a map that is empty, for defaults. */
  static CodeBlock empty() {
    return CodeBlock.of("$T.of()", Map.class);
  }
}
