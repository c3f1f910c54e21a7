package io.eventwright.generator.emit.java.type;

import io.eventwright.generator.model.schema.JavaHint;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What schemas say beside what they ask; of what is said twice, the nearer counts. */
final class Annotations {

  @Nullable String title;
  @Nullable String description;
  @Nullable JsonValue defaultValue;
  boolean deprecated;
  boolean sensitive;
  Keyword.@Nullable IdentifierType identifier;
  JavaHint.@Nullable JavaType javaType;
  JavaHint.@Nullable ExistingJavaType existingJavaType;
  JavaHint.@Nullable JavaName javaName;
  JavaHint.@Nullable JavaEnumNames enumNames;
  JavaHint.@Nullable JavaEnums enums;
  final List<JavaHint.JavaInterfaces> interfaces = new ArrayList<>();

  void add(Keyword keyword) {
    if (keyword instanceof Keyword.Title said && title == null) {
      title = said.text();
    } else if (keyword instanceof Keyword.Description said && description == null) {
      description = said.text();
    } else if (keyword instanceof Keyword.Default said && defaultValue == null) {
      defaultValue = said.value();
    } else if (keyword instanceof Keyword.Deprecated) {
      deprecated = true;
    } else if (keyword instanceof Keyword.Sensitive) {
      sensitive = true;
    } else if (keyword instanceof Keyword.IdentifierType said && identifier == null) {
      identifier = said;
    } else {
      addExtension(keyword);
    }
  }

  private void addExtension(Keyword keyword) {
    if (keyword instanceof JavaHint.JavaType said && javaType == null) {
      javaType = said;
    } else if (keyword instanceof JavaHint.ExistingJavaType said && existingJavaType == null) {
      existingJavaType = said;
    } else if (keyword instanceof JavaHint.JavaName said && javaName == null) {
      javaName = said;
    } else if (keyword instanceof JavaHint.JavaEnumNames said && enumNames == null) {
      enumNames = said;
    } else if (keyword instanceof JavaHint.JavaEnums said && enums == null) {
      enums = said;
    } else if (keyword instanceof JavaHint.JavaInterfaces said) {
      interfaces.add(said);
    }
  }

  /** The words that describe it; empty when there are none. */
  String documentation() {
    if (description != null && !description.isBlank()) {
      return description;
    }
    return title == null ? "" : title;
  }
}
