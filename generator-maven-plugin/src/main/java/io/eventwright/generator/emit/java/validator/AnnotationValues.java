package io.eventwright.generator.emit.java.validator;

import io.eventwright.generator.model.schema.JavaHint;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonBoolean;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a keyword says as an annotation: what stands in the schema. */
final class AnnotationValues {

  private AnnotationValues() {}

  /** Empty when the keyword is none, or is not to be passed on. */
  static Optional<JsonValue> of(Keyword keyword) {
    return Optional.ofNullable(value(keyword));
  }

  private static @Nullable JsonValue value(Keyword keyword) {
    if (keyword instanceof Keyword.Format format) {
      return new JsonString(format.format());
    }
    if (!(keyword instanceof Keyword.Annotation) || keyword instanceof Keyword.Comment) {
      // Comments are for readers of the schema: 2020-12, section 8.3.
      return null;
    }
    String text = text(keyword);
    if (text != null) {
      return new JsonString(text);
    }
    List<String> names = names(keyword);
    if (names != null) {
      return JsonArray.of(names.stream().map(JsonString::new).toList());
    }
    return structure(keyword);
  }

  private static @Nullable String text(Keyword keyword) {
    if (keyword instanceof Keyword.Title title) {
      return title.text();
    }
    if (keyword instanceof Keyword.Description description) {
      return description.text();
    }
    if (keyword instanceof Keyword.ContentEncoding encoding) {
      return encoding.encoding();
    }
    if (keyword instanceof Keyword.ContentMediaType type) {
      return type.mediaType();
    }
    if (keyword instanceof Keyword.IdentifierType identifier) {
      return identifier.typeName();
    }
    if (keyword instanceof JavaHint.JavaType type) {
      return type.typeName();
    }
    if (keyword instanceof JavaHint.ExistingJavaType type) {
      return type.typeName();
    }
    return keyword instanceof JavaHint.JavaName name ? name.name() : null;
  }

  private static @Nullable List<String> names(Keyword keyword) {
    if (keyword instanceof Keyword.RenamedFrom renamed) {
      return renamed.names();
    }
    if (keyword instanceof JavaHint.JavaEnumNames names) {
      return names.names();
    }
    return keyword instanceof JavaHint.JavaInterfaces names ? names.typeNames() : null;
  }

  private static JsonValue structure(Keyword keyword) {
    if (keyword instanceof Keyword.Default given) {
      return given.value();
    }
    if (keyword instanceof Keyword.Extension extension) {
      return extension.value();
    }
    if (keyword instanceof Keyword.ContentSchema schema) {
      return schema.text();
    }
    if (keyword instanceof Keyword.Examples examples) {
      boolean one = keyword.site().keyword().equals("example");
      return one ? examples.values().get(0) : JsonArray.of(examples.values());
    }
    if (keyword instanceof Keyword.Discriminator discriminator) {
      return discriminator(discriminator);
    }
    if (keyword instanceof JavaHint.JavaEnums enums) {
      return JsonArray.of(enums.constants().stream().map(AnnotationValues::constant).toList());
    }
    // Deprecated, read-only, write-only, sensitive: there only when true.
    return JsonBoolean.TRUE;
  }

  private static JsonValue discriminator(Keyword.Discriminator keyword) {
    JsonObject.Builder value =
        JsonObject.builder().put("propertyName", new JsonString(keyword.property()));
    if (!keyword.mapping().isEmpty()) {
      JsonObject.Builder mapping = JsonObject.builder();
      keyword.mapping().forEach((name, target) -> mapping.put(name, new JsonString(target)));
      value.put("mapping", mapping.build());
    }
    return value.build();
  }

  private static JsonValue constant(JavaHint.JavaEnum constant) {
    JsonObject.Builder value = JsonObject.builder();
    put("name", constant.name(), value);
    put("title", constant.title(), value);
    put("description", constant.description(), value);
    return value.build();
  }

  private static void put(String name, @Nullable String text, JsonObject.Builder value) {
    if (text != null) {
      value.put(name, new JsonString(text));
    }
  }
}
