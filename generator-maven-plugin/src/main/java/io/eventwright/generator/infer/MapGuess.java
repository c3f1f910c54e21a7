package io.eventwright.generator.infer;

import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.format.Formats;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Objects whose names are data are maps: names that no one would give a property (a UUID, a date, a
 * number, {@code MUG-0350}), codes such as {@code EUR} that are not always there, or many names of
 * which none is in most of the objects. The values of a map are of one type, unless it has more
 * names than anyone would describe.
 */
final class MapGuess {

  /** From here on names that come and go are data; below they may be optional properties. */
  private static final int MANY_NAMES = 8;

  /** No one describes that many properties of one object. */
  private static final int TOO_MANY_NAMES = 500;

  private static final Pattern NUMBERED =
      Pattern.compile("[0-9]+|[A-Za-z]+(?:[-_:.#/][A-Za-z]+)*[-_:.#/][0-9]+");
  private static final Pattern CODE = Pattern.compile("[A-Z]{2,3}");

  private MapGuess() {}

  static boolean isMap(Observations seen) {
    Set<String> names = seen.names();
    if (names.size() > TOO_MANY_NAMES) {
      return true;
    }
    if (names.isEmpty() || !sameType(seen.objects())) {
      return false;
    }
    if (names.stream().allMatch(MapGuess::isData)) {
      return true;
    }
    Map<String, Integer> counts = new HashMap<>();
    seen.objects().forEach(object -> object.names().forEach(n -> counts.merge(n, 1, Integer::sum)));
    int objects = seen.objects().size();
    if (names.stream().allMatch(name -> CODE.matcher(name).matches())) {
      return counts.values().stream().anyMatch(count -> count < objects);
    }
    return names.size() >= MANY_NAMES
        && objects >= 2
        && counts.values().stream().allMatch(count -> 2 * count <= objects);
  }

  private static boolean isData(String name) {
    return Formats.isUuid(name)
        || Formats.isDate(name)
        || Formats.isDateTime(name)
        || Formats.isEmail(name)
        || NUMBERED.matcher(name).matches();
  }

  private static boolean sameType(List<JsonObject> objects) {
    Set<String> types = new HashSet<>();
    for (JsonObject object : objects) {
      for (int i = 0; i < object.size(); i++) {
        types.add(typeOf(object.value(i)));
      }
    }
    return types.size() == 1;
  }

  private static String typeOf(JsonValue value) {
    return value instanceof JsonNumber ? "number" : value.typeName();
  }
}
