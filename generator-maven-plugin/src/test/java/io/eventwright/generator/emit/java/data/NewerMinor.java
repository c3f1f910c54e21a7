package io.eventwright.generator.emit.java.data;

import io.eventwright.generator.emit.java.type.Declaration;
import io.eventwright.generator.emit.java.type.Declaration.Arm;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.Discrimination;
import io.eventwright.generator.emit.java.type.Declaration.ObjectRecord;
import io.eventwright.generator.emit.java.type.Declaration.OpenEnum;
import io.eventwright.generator.emit.java.type.Declaration.TupleRecord;
import io.eventwright.generator.emit.java.type.Declaration.Union;
import io.eventwright.generator.emit.java.type.Declaration.ValueRecord;
import io.eventwright.generator.emit.java.type.JavaType;
import io.eventwright.generator.emit.java.type.TypeModel;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonNull;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Documents as a newer minor might have them: every object has a field more, every enumeration a
 * value that is not known, and alternatives are of another kind.
 */
final class NewerMinor {

  private final TypeModel model;
  private final boolean newKinds;

  /** How often something was put in that the code does not know. */
  int changes;

  /**
   * @param newKinds whether alternatives become of an unknown kind, or stay and change within
   */
  NewerMinor(TypeModel model, boolean newKinds) {
    this.model = model;
    this.newKinds = newKinds;
  }

  /** The document of a root type. */
  JsonValue of(Declaration root, JsonValue document) {
    return declared(root, document);
  }

  private JsonValue of(JavaType type, JsonValue value) {
    if (value == JsonNull.NULL) {
      return value;
    } else if (type instanceof JavaType.ListOf list && value instanceof JsonArray array) {
      List<JsonValue> items = new ArrayList<>();
      array.forEach(item -> items.add(of(list.element().type(), item)));
      return JsonArray.of(items);
    } else if (type instanceof JavaType.MapOf map && value instanceof JsonObject object) {
      JsonObject.Builder entries = JsonObject.builder();
      for (int i = 0; i < object.size(); i++) {
        entries.put(object.name(i), of(map.element().type(), object.value(i)));
      }
      return entries.build();
    } else if (type instanceof JavaType.Declared declared) {
      return declared(model.declarations().get(declared.id()), value);
    }
    return value;
  }

  private JsonValue declared(@Nullable Declaration declaration, JsonValue value) {
    if (declaration instanceof OpenEnum) {
      changes++;
      return new JsonString("a value that was added later");
    } else if (declaration instanceof ValueRecord wrapper) {
      return of(wrapper.component().type(), value);
    } else if (declaration instanceof TupleRecord tuple && value instanceof JsonArray array) {
      return tuple(tuple, array);
    } else if (declaration instanceof ObjectRecord object && value instanceof JsonObject json) {
      return object(object, json);
    } else if (declaration instanceof Union union) {
      return newKinds ? anotherKind(union, value) : sameKind(union, value);
    }
    return value;
  }

  private JsonValue tuple(TupleRecord tuple, JsonArray array) {
    List<JsonValue> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      boolean known = i < tuple.items().size();
      items.add(known ? of(tuple.items().get(i).type(), array.get(i)) : array.get(i));
    }
    return JsonArray.of(items);
  }

  private JsonValue object(ObjectRecord object, JsonObject value) {
    JsonObject.Builder members = JsonObject.builder();
    for (int i = 0; i < value.size(); i++) {
      JsonValue member = value.value(i);
      for (Component component : object.components()) {
        if (component.wireName().equals(value.name(i))) {
          member = of(component.type(), member);
        }
      }
      members.put(value.name(i), member);
    }
    if (object.leftover().element() == null) {
      changes++;
      members.put("added later", Json.constant("{\"deep\": [1.50, null, {\"a\": \"n3w3r\"}]}"));
    }
    return members.build();
  }

  private JsonValue anotherKind(Union union, JsonValue value) {
    if (union.by() instanceof Discrimination.ByProperty property) {
      changes++;
      // Beside the tag all stays: what every kind must have, a new one has too.
      JsonObject.Builder members = JsonObject.builder();
      JsonObject object = (JsonObject) value;
      for (int i = 0; i < object.size(); i++) {
        boolean tag = object.name(i).equals(property.wireName());
        members.put(
            object.name(i), tag ? new JsonString("a kind that was added later") : object.value(i));
      }
      return members.put("of", value).build();
    } else if (union.by() instanceof Discrimination.ByType
        && union.arms().stream().noneMatch(arm -> arm.keys().contains("array"))) {
      changes++;
      return JsonArray.of(List.of(value));
    }
    return value;
  }

  private JsonValue sameKind(Union union, JsonValue value) {
    for (Arm arm : union.arms()) {
      boolean known =
          union.by() instanceof Discrimination.ByProperty property
              ? value instanceof JsonObject object
                  && object.get(property.wireName()) instanceof JsonString tag
                  && arm.keys().contains(tag.value())
              : union.by() instanceof Discrimination.ByType
                  && arm.keys().contains(value.typeName());
      if (known) {
        return keepingTag(union, value, of(arm.type(), value));
      }
    }
    return value;
  }

  /** What tells the kind is no enumeration that may grow: another value is another kind. */
  private static JsonValue keepingTag(Union union, JsonValue before, JsonValue after) {
    if (!(union.by() instanceof Discrimination.ByProperty property)) {
      return after;
    }
    JsonObject.Builder kept = JsonObject.builder();
    JsonObject object = (JsonObject) after;
    for (int i = 0; i < object.size(); i++) {
      boolean tag = object.name(i).equals(property.wireName());
      JsonValue old = ((JsonObject) before).get(object.name(i));
      kept.put(object.name(i), tag && old != null ? old : object.value(i));
    }
    return kept.build();
  }
}
