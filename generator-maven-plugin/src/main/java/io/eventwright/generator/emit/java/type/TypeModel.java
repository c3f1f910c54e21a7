package io.eventwright.generator.emit.java.type;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.type.Declaration.Arm;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.Union;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All types to generate, with their names.
 *
 * @param declarations in the order of finding
 * @param names of each
 * @param identifiers typed identifiers, and what is said of them
 */
public record TypeModel(
    Map<TypeId, Declaration> declarations,
    Map<TypeId, ClassName> names,
    Map<ClassName, Identifier> identifiers) {

  private static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
  private static final ClassName MAYBE = ClassName.get("io.eventwright.runtime.codec", "Maybe");

  public TypeModel {
    declarations = Collections.unmodifiableMap(new LinkedHashMap<>(declarations));
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    identifiers = Collections.unmodifiableMap(new TreeMap<>(identifiers));
  }

  /** The declaration of that name, null when the name is another's. */
  public @Nullable Declaration declaration(ClassName name) {
    for (Map.Entry<TypeId, ClassName> entry : names.entrySet()) {
      if (entry.getValue().equals(name)) {
        return declarations.get(entry.getKey());
      }
    }
    return null;
  }

  /** The types that have a file of their own, in the order of finding. */
  public List<Declaration> tops() {
    return declarations.values().stream().filter(each -> each.header().top()).toList();
  }

  /** The types that go into another's file, in the order of finding. */
  public List<Declaration> nested(ClassName home) {
    return declarations.values().stream()
        .filter(each -> !each.header().top() && each.header().home().equals(home))
        .toList();
  }

  /** The class of a declaration. */
  public ClassName name(Declaration declaration) {
    return name(declaration.header().id());
  }

  /** The class of a declared type. */
  public ClassName name(TypeId id) {
    return Objects.requireNonNull(names.get(id), "a type without a name");
  }

  /** The codec of a declared type, which is nested as the type is. */
  public ClassName codec(TypeId id) {
    ClassName type = name(id);
    ClassName home = JavaNames.codecOf(type);
    return type.enclosingClassName() == null ? home : home.nestedClass(type.simpleName() + "Codec");
  }

  /** The unions that a type is an arm of, as it is. */
  public List<Union> unionsOf(TypeId id) {
    JavaType type = new JavaType.Declared(id);
    return declarations.values().stream()
        .filter(Union.class::isInstance)
        .map(Union.class::cast)
        .filter(union -> union.arms().stream().anyMatch(arm -> isArm(arm, type)))
        .toList();
  }

  private static boolean isArm(Arm arm, JavaType type) {
    return arm.wrapper() == null && arm.type().equals(type);
  }

  /** The Java type; primitive where there is one. */
  public TypeName typeName(JavaType type) {
    if (type instanceof JavaType.Scalar scalar) {
      return scalar.kind().type();
    } else if (type instanceof JavaType.Identifier identifier) {
      return identifier.name();
    } else if (type instanceof JavaType.Existing existing) {
      return existing.name();
    } else if (type instanceof JavaType.Declared declared) {
      return name(declared.id());
    } else if (type instanceof JavaType.ListOf list) {
      return ParameterizedTypeName.get(ClassName.get(List.class), elementName(list.element()));
    }
    return ParameterizedTypeName.get(
        ClassName.get(Map.class),
        ClassName.get(String.class),
        elementName(((JavaType.MapOf) type).element()));
  }

  private TypeName elementName(Element element) {
    TypeName name = typeName(element.type()).box();
    return element.nullable() ? nullable(name) : name;
  }

  /** Whether it is a type of its own around a string. */
  public boolean isText(JavaType type) {
    return type instanceof JavaType.Identifier
        || type instanceof JavaType.Declared declared
            && declarations.get(declared.id()) instanceof Declaration.OpenEnum;
  }

  /** The type of a component, with what says that it may be missing. */
  public TypeName componentType(Component component) {
    TypeName type = typeName(component.type());
    return switch (component.presence()) {
      case REQUIRED -> type;
      case OPTIONAL, NULLABLE -> nullable(type.box());
      case MAYBE -> ParameterizedTypeName.get(MAYBE, type.box());
    };
  }

  /** The same type, which may be null. */
  public static TypeName nullable(TypeName type) {
    return type.annotated(AnnotationSpec.builder(NULLABLE).build());
  }
}
