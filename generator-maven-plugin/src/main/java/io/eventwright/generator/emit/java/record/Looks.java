package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.CodeBlock;
import io.eventwright.generator.emit.java.type.Look;
import io.eventwright.runtime.json.JsonBoolean;
import io.eventwright.runtime.json.JsonNull;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.util.List;

/** Looks at a value, as Java conditions. */
final class Looks {

  private Looks() {}

  /** A condition that holds when all do. */
  static CodeBlock all(List<Look> looks) {
    return CodeBlock.join(looks.stream().map(Looks::condition).toList(), "$W&& ");
  }

  private static CodeBlock condition(Look look) {
    if (look instanceof Look.IsOf is) {
      return CodeBlock.of("$T.isOf(value, $L)", CodecTypes.READ, strings(is.types()));
    } else if (look instanceof Look.Has has) {
      return CodeBlock.of(
          "$L$T.has(value, $L)", not(has.wanted()), CodecTypes.READ, Literals.string(has.name()));
    } else if (look instanceof Look.HasOf has) {
      return CodeBlock.of(
          "$L$T.hasOf(value, $L, $L)",
          not(has.wanted()),
          CodecTypes.READ,
          Literals.string(has.name()),
          strings(has.types()));
    }
    Look.HasValue has = (Look.HasValue) look;
    return CodeBlock.of(
        "$L$T.hasValue(value, $L, $L)",
        not(has.wanted()),
        CodecTypes.READ,
        Literals.string(has.name()),
        CodeBlock.join(has.values().stream().map(Looks::value).toList(), ", "));
  }

  private static String not(boolean wanted) {
    return wanted ? "" : "!";
  }

  private static CodeBlock strings(List<String> texts) {
    return CodeBlock.join(texts.stream().map(Literals::string).toList(), ", ");
  }

  private static CodeBlock value(JsonValue value) {
    if (value instanceof JsonString text) {
      return CodeBlock.of("new $T($L)", JsonString.class, Literals.string(text.value()));
    } else if (value instanceof JsonNumber number) {
      return CodeBlock.of("$T.ofText($S)", JsonNumber.class, number.toString());
    } else if (value instanceof JsonBoolean truth) {
      return CodeBlock.of("$T.of($L)", JsonBoolean.class, truth.value());
    }
    return CodeBlock.of("$T.NULL", JsonNull.class);
  }
}
