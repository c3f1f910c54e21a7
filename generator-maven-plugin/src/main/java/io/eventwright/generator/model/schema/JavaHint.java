package io.eventwright.generator.model.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A keyword that people bring along from jsonschema2pojo: what Java is to make of a schema. No
 * verdict depends on it.
 */
public sealed interface JavaHint extends Keyword.Annotation {

  /** jsonschema2pojo's {@code javaType}: the name of the type to generate. */
  record JavaType(Site site, String typeName) implements JavaHint {}

  /** jsonschema2pojo's {@code existingJavaType}: a type to use instead of generating one. */
  record ExistingJavaType(Site site, String typeName) implements JavaHint {}

  /** jsonschema2pojo's {@code javaName}: the name of the component. */
  record JavaName(Site site, String name) implements JavaHint {}

  /**
   * jsonschema2pojo's {@code javaEnumNames}: the constants' names, in the order of {@code enum}.
   */
  record JavaEnumNames(Site site, List<String> names) implements JavaHint {
    public JavaEnumNames {
      names = List.copyOf(names);
    }
  }

  /** jsonschema2pojo's {@code javaEnums}: names with titles and descriptions. */
  record JavaEnums(Site site, List<JavaEnum> constants) implements JavaHint {
    public JavaEnums {
      constants = List.copyOf(constants);
    }
  }

  /** One entry of {@code javaEnums}; what it does not say is null. */
  record JavaEnum(@Nullable String name, @Nullable String title, @Nullable String description) {}

  /** jsonschema2pojo's {@code javaInterfaces}. */
  record JavaInterfaces(Site site, List<String> typeNames) implements JavaHint {
    public JavaInterfaces {
      typeNames = List.copyOf(typeNames);
    }
  }
}
