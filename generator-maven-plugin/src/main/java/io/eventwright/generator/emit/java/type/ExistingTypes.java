package io.eventwright.generator.emit.java.type;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.model.schema.Keyword;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types that the user names in the schema, as jsonschema2pojo lets them. */
final class ExistingTypes {

  private ExistingTypes() {}

  /**
   * A type that exists. The JDK's are read and written by the runtime; one of the user's has a
   * codec beside it, {@code com.acme.Money} a {@code com.acme.MoneyCodec} with an {@code INSTANCE}.
   */
  static JavaType of(Keyword.ExistingJavaType existing, Diagnostics found) {
    for (ScalarKind kind : ScalarKind.values()) {
      if (kind.type().box().toString().equals(existing.typeName())) {
        return new JavaType.Scalar(kind);
      }
    }
    List<String> parts = parts(existing.typeName());
    if (parts.size() < 2) {
      refuse(existing, existing.typeName(), found);
      return JavaType.JSON;
    }
    ClassName name = className(parts);
    return new JavaType.Existing(name, JavaNames.codecOf(name));
  }

  /** The simple name that {@code javaType} asks for; null when it asks for none, or a bad one. */
  static @Nullable String pinned(Keyword.@Nullable JavaType type, Diagnostics found) {
    if (type == null) {
      return null;
    }
    List<String> parts = parts(type.typeName());
    if (parts.isEmpty()) {
      refuse(type, type.typeName(), found);
      return null;
    }
    return parts.get(parts.size() - 1);
  }

  /** The interfaces that {@code javaInterfaces} names. */
  static List<ClassName> interfaces(List<Keyword.JavaInterfaces> keywords, Diagnostics found) {
    List<ClassName> interfaces = new java.util.ArrayList<>();
    for (Keyword.JavaInterfaces keyword : keywords) {
      for (String name : keyword.typeNames()) {
        List<String> parts = parts(name);
        if (parts.size() < 2) {
          refuse(keyword, name, found);
        } else {
          interfaces.add(className(parts));
        }
      }
    }
    return interfaces.stream().distinct().toList();
  }

  private static ClassName className(List<String> parts) {
    return ClassName.get(
        String.join(".", parts.subList(0, parts.size() - 1)), parts.get(parts.size() - 1));
  }

  private static List<String> parts(String name) {
    List<String> parts = Arrays.asList(name.split("\\.", -1));
    return parts.stream().allMatch(JavaNames::isIdentifier) ? parts : List.of();
  }

  private static void refuse(Keyword keyword, String name, Diagnostics found) {
    found.error(
        keyword.site().location(),
        "java-name",
        keyword.site().keyword()
            + " names "
            + quoted(name)
            + ", which is no name of a Java type; write it with its package, as in com.acme.Money.");
  }

  /** Another's words within a message: short, and on one line. */
  static String quoted(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return '"' + (line.length() > 60 ? line.substring(0, 60) + "…" : line) + '"';
  }
}
