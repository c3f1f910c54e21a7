package io.eventwright.generator.sample;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.Validator;
import io.eventwright.runtime.json.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Breaks every keyword of a schema once, each in a document that is good otherwise. */
final class Breakage {

  private final SchemaSet set;
  private final SchemaKey root;
  private final Validator validator;
  private final List<InvalidSample> broken = new ArrayList<>();
  private final Set<String> done = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, Keyword> open = new LinkedHashMap<>();

  Breakage(SchemaSet set, SchemaKey root, Validator validator) {
    this.set = set;
    this.root = root;
    this.validator = validator;
  }

  /** Breaks all that is not broken yet and that a valid document has a place for. */
  void breakAll(JsonValue document) {
    for (Place place : Places.of(set, root, document)) {
      for (Keyword keyword : place.schema().keywords()) {
        if (keyword instanceof Keyword.Required required) {
          required.names().forEach(name -> breakOne(document, place, keyword, "required", name));
        } else if (Breakable.is(keyword, set)) {
          for (String reported : reported(keyword)) {
            breakOne(document, place, keyword, reported, "");
          }
        }
      }
    }
  }

  List<InvalidSample> broken() {
    return broken;
  }

  List<Keyword> unbroken() {
    return List.copyOf(open.values());
  }

  /** The keywords that a violation can be reported under. */
  private static List<String> reported(Keyword keyword) {
    if (keyword instanceof Keyword.Contains contains) {
      String least = contains.minSite() == null ? "contains" : contains.minSite().keyword();
      return contains.maxSite() == null
          ? List.of(least)
          : List.of(least, contains.maxSite().keyword());
    }
    return List.of(keyword.site().keyword());
  }

  private void breakOne(
      JsonValue document, Place place, Keyword keyword, String reported, String name) {
    String location = place.schema().key() + "/" + pointer(reported);
    String goal = location + " " + name;
    if (done.contains(goal)) {
      return;
    }
    List<JsonValue> candidates =
        name.isEmpty()
            ? BrokenValues.of(keyword, place.value())
            : place.value() instanceof JsonObject object
                ? List.of(BrokenObjects.without(object, name))
                : List.of();
    for (JsonValue candidate : candidates) {
      JsonValue changed = place.replaced(document, candidate);
      Optional<Violation> violation = violation(changed, location, pointerOf(place));
      if (violation.isPresent()) {
        done.add(goal);
        open.remove(goal);
        broken.add(
            new InvalidSample(name(reported, place, name), reported, violation.get(), changed));
        return;
      }
    }
    if (place.certain() && !candidates.isEmpty()) {
      open.putIfAbsent(goal, keyword);
    }
  }

  /** The violation of a keyword, or of the schema that is its value, at a place. */
  private Optional<Violation> violation(JsonValue changed, String location, String pointer) {
    return validator.validate(changed, 1_000).violations().stream()
        .filter(
            each ->
                each.instancePointer().startsWith(pointer)
                    && (each.absoluteSchemaLocation().equals(location)
                        || each.absoluteSchemaLocation().startsWith(location + "/")))
        .findFirst();
  }

  private static String pointerOf(Place place) {
    StringBuilder pointer = new StringBuilder();
    place.path().forEach(step -> pointer.append('/').append(pointer(step)));
    return pointer.toString();
  }

  private static String pointer(String step) {
    return step.replace("~", "~0").replace("/", "~1");
  }

  /** Fit for a file's name on any system, and once only. */
  private String name(String keyword, Place place, String required) {
    List<String> parts = new ArrayList<>(List.of(keyword));
    parts.addAll(place.path());
    parts.add(required);
    String plain =
        String.join("-", parts.stream().filter(part -> !part.isEmpty()).toList())
            .replaceAll("[^A-Za-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String start = plain.length() > 80 ? plain.substring(0, 80) : plain;
    String name = start;
    for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = start + "-" + i;
    }
    return name;
  }
}
