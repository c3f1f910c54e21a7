package io.eventwright.generator.emit.java.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.model.schema.JavaHint;
import io.eventwright.generator.model.schema.Keyword;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types that the user names in the schema, as jsonschema2pojo lets them. */
final class ExistingTypes {

  private ExistingTypes() {}

  /**
   * The type that a schema insists on. The JDK's that the runtime reads and writes are known; one
   * of the user's has a codec beside it, {@code com.acme.Money} a {@code com.acme.MoneyCodec} with
   * an {@code INSTANCE}.
   *
   * @return null when it insists on none, or on one of the JDK that nobody can read
   */
  static @Nullable JavaType of(Annotations annotations, Diagnostics found) {
    JavaHint.ExistingJavaType existing = annotations.existingJavaType;
    if (existing != null) {
      return of(existing, existing.typeName(), found);
    }
    JavaHint.JavaType type = annotations.javaType;
    return type != null && isOfJdk(type.typeName()) ? of(type, type.typeName(), found) : null;
  }

  private static @Nullable JavaType of(Keyword keyword, String name, Diagnostics found) {
    ScalarKind kind = kind(name);
    if (kind != null) {
      return new JavaType.Scalar(kind);
    }
    if (isOfJdk(name)) {
      found.warning(
          keyword.site().location(),
          "java-type",
          "nothing reads or writes "
              + quoted(name)
              + ", so the type is the one that the schema says; docs/moving-from-jsonschema2pojo.md"
              + " names those that may be chosen.");
      return null;
    }
    List<String> parts = parts(name);
    if (parts.size() < 2) {
      refuse(keyword, name, found);
      return JavaType.JSON;
    }
    ClassName type = className(parts);
    return new JavaType.Existing(type, JavaNames.codecOf(type));
  }

  /** The kind of scalar that has this class, or this primitive type; null when none has. */
  static @Nullable ScalarKind kind(String name) {
    for (ScalarKind kind : ScalarKind.values()) {
      if (kind.type().toString().equals(name) || kind.type().box().toString().equals(name)) {
        return kind;
      }
    }
    return null;
  }

  /** Whether it is a primitive type, or a class of the JDK, with type arguments or without. */
  private static boolean isOfJdk(String name) {
    return name.matches("(?:java|javax)\\.[\\w.$<>?, ]+")
        || name.matches("boolean|byte|char|double|float|int|long|short");
  }

  /**
   * The class that {@code javaType} asks for, in the empty package when it names none; null when it
   * asks for none, or a bad one.
   */
  static @Nullable ClassName pinned(JavaHint.@Nullable JavaType type, Diagnostics found) {
    if (type == null || isOfJdk(type.typeName())) {
      return null;
    }
    List<String> parts = parts(type.typeName());
    if (parts.isEmpty()) {
      refuse(type, type.typeName(), found);
      return null;
    }
    return className(parts);
  }

  /** The interfaces that {@code javaInterfaces} names. */
  static List<TypeName> interfaces(List<JavaHint.JavaInterfaces> keywords, Diagnostics found) {
    List<TypeName> interfaces = new ArrayList<>();
    for (JavaHint.JavaInterfaces keyword : keywords) {
      for (String name : keyword.typeNames()) {
        TypeName type = interfaceName(name.strip());
        if (type == null) {
          refuse(keyword, name, found);
        } else {
          interfaces.add(type);
        }
      }
    }
    return interfaces.stream().distinct().toList();
  }

  /**
   * {@code com.acme.Named}, or {@code com.acme.Keyed<java.lang.String>}; null when it is neither.
   */
  private static @Nullable TypeName interfaceName(String name) {
    int open = name.indexOf('<');
    List<String> parts = parts(open < 0 ? name : name.substring(0, open));
    if (parts.size() < 2) {
      return null;
    } else if (open < 0) {
      return className(parts);
    } else if (!name.endsWith(">")) {
      return null;
    }
    List<TypeName> arguments = new ArrayList<>();
    for (String argument : arguments(name.substring(open + 1, name.length() - 1))) {
      TypeName type = interfaceName(argument.strip());
      if (type == null) {
        return null;
      }
      arguments.add(type);
    }
    return ParameterizedTypeName.get(className(parts), arguments.toArray(TypeName[]::new));
  }

  private static List<String> arguments(String text) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == ',' && depth == 0) {
        arguments.add(text.substring(start, i));
        start = i + 1;
      }
    }
    arguments.add(text.substring(start));
    return arguments;
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
