package io.eventwright.generator.emit.java.record;

import io.eventwright.generator.emit.java.type.Declaration;
import io.eventwright.generator.emit.java.type.Declaration.Arm;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.Discrimination;
import io.eventwright.generator.emit.java.type.Declaration.FixedMember;
import io.eventwright.generator.emit.java.type.Declaration.Member;
import io.eventwright.generator.emit.java.type.Declaration.ObjectRecord;
import io.eventwright.generator.emit.java.type.Declaration.Presence;
import io.eventwright.generator.emit.java.type.Declaration.TupleRecord;
import io.eventwright.generator.emit.java.type.Declaration.Union;
import io.eventwright.generator.emit.java.type.Declaration.ValueRecord;
import io.eventwright.generator.emit.java.type.Element;
import io.eventwright.generator.emit.java.type.JavaType;
import io.eventwright.generator.emit.java.type.TypeModel;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonNull;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a reader will take a default, so that no builder fails at run time for a default that the
 * schema itself refuses.
 *
 * @param model what the types are
 * @param literals tells whether a scalar fits
 */
record DefaultFit(TypeModel model, DefaultValues literals) {

  /** Whether a value of that type can be read from it. */
  boolean holds(JavaType type, JsonValue value) {
    if (type instanceof JavaType.ListOf list) {
      return value instanceof JsonArray array
          && array.items().stream().allMatch(of(list.element()));
    } else if (type instanceof JavaType.MapOf map) {
      return value instanceof JsonObject object
          && object.names().stream().map(object::get).allMatch(of(map.element()));
    } else if (type instanceof JavaType.Declared declared) {
      Declaration declaration = model.declarations().get(declared.id());
      return declaration != null && holds(declaration, value);
    }
    return type.equals(JavaType.JSON) || literals.isLiteral(type, value);
  }

  private Predicate<@Nullable JsonValue> of(Element element) {
    return value ->
        value != null
            && (value == JsonNull.NULL && element.nullable() || holds(element.type(), value));
  }

  private boolean holds(Declaration declaration, JsonValue value) {
    if (declaration instanceof ObjectRecord object) {
      return value instanceof JsonObject json && holds(object, json);
    } else if (declaration instanceof TupleRecord tuple) {
      return value instanceof JsonArray array && holds(tuple, array);
    } else if (declaration instanceof ValueRecord wrapper) {
      return holds(wrapper.component(), value);
    } else if (declaration instanceof Union union) {
      return union.arms().stream().anyMatch(arm -> holds(union.by(), arm, value));
    }
    return literals.isLiteral(new JavaType.Declared(declaration.header().id()), value);
  }

  private boolean holds(ObjectRecord object, JsonObject value) {
    for (Member member : object.members()) {
      JsonValue given = value.get(member.wireName());
      if (member instanceof FixedMember fixed
          ? !new JsonString(fixed.value()).equals(given)
          : !holds((Component) member, given)) {
        return false;
      }
    }
    Element rest = object.leftover().element();
    return rest == null
        || value.names().stream()
            .filter(name -> object.members().stream().noneMatch(m -> m.wireName().equals(name)))
            .map(value::get)
            .allMatch(of(rest));
  }

  private boolean holds(Component component, @Nullable JsonValue value) {
    Presence presence = component.presence();
    if (value == null) {
      return presence == Presence.OPTIONAL || presence == Presence.MAYBE;
    }
    boolean nullable = presence == Presence.NULLABLE || presence == Presence.MAYBE;
    return value == JsonNull.NULL && nullable || holds(component.type(), value);
  }

  private boolean holds(TupleRecord tuple, JsonArray array) {
    int size = tuple.items().size();
    if (array.size() < size || array.size() > size && tuple.rest() == null) {
      return false;
    }
    for (int i = 0; i < array.size(); i++) {
      Component rest = tuple.rest();
      boolean fits =
          i < size
              ? holds(tuple.items().get(i), array.get(i))
              : rest != null && of(((JavaType.ListOf) rest.type()).element()).test(array.get(i));
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(Discrimination by, Arm arm, JsonValue value) {
    if (by instanceof Discrimination.ByType) {
      return arm.keys().contains(value.typeName()) && holds(arm.type(), value);
    }
    return by instanceof Discrimination.ByProperty property
        && value instanceof JsonObject object
        && object.get(property.wireName()) instanceof JsonString tag
        && arm.keys().contains(tag.value())
        && holds(arm.type(), value);
  }
}
