package io.eventwright.generator.emit.java.type;

import io.eventwright.runtime.json.JsonValue;
import java.util.List;

/** One look at a value, to tell which alternative it is. */
public sealed interface Look {

  /**
   * At the value's JSON type.
   *
   * @param types names of JSON types, one of which it must be
   */
  record IsOf(List<String> types) implements Look {
    public IsOf {
      types = List.copyOf(types);
    }
  }

  /**
   * Whether it is an object that has a member.
   *
   * @param wanted whether it must have it, or must not
   */
  record Has(String name, boolean wanted) implements Look {}

  /**
   * Whether it is an object that has a member of some JSON types.
   *
   * @param wanted whether it must have it, or must not
   */
  record HasOf(String name, List<String> types, boolean wanted) implements Look {
    public HasOf {
      types = List.copyOf(types);
    }
  }

  /**
   * Whether it is an object that has a member of some values.
   *
   * @param values none of them an object or an array
   * @param wanted whether it must have it, or must not
   */
  record HasValue(String name, List<JsonValue> values, boolean wanted) implements Look {
    public HasValue {
      values = List.copyOf(values);
    }
  }
}
