package io.eventwright.runtime.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where generated code collects annotations, each at the place that it is at. */
public final class Annotations {

  private static final class Report {
    final int limit;
    final List<Annotation> annotations = new ArrayList<>();
    boolean truncated;

    Report(int limit) {
      this.limit = limit;
    }
  }

  private final Report report;
  private final Place place;

  /** The parts of the value that a keyword here has spoken of so far. */
  private final Map<String, List<JsonValue>> parts = new LinkedHashMap<>();

  private Annotations(Report report, Place place) {
    this.report = report;
    this.place = place;
  }

  static Annotations root(String location, int limit) {
    return new Annotations(new Report(limit), Place.root(location));
  }

  ValidationResult result() {
    return new ValidationResult(List.of(), report.annotations, report.truncated);
  }

  void truncate() {
    report.truncated = true;
  }

  /** Whether more would be left out, so that looking for more is in vain. */
  public boolean isFull() {
    return report.truncated;
  }

  /** The same value, at a schema below this one, such as {@code /allOf/0}. */
  public Annotations at(String path) {
    return new Annotations(report, place.at(path));
  }

  /** A member of the value, at a schema below this one, such as {@code /properties/price}. */
  public Annotations member(String name, String path) {
    return new Annotations(report, place.part(name, path));
  }

  /** An item of the value, at a schema below this one, such as {@code /items}. */
  public Annotations item(int index, String path) {
    return new Annotations(report, place.part(Integer.toString(index), path));
  }

  /** The same place, where a schema with another URI is entered: by reference or by its own id. */
  public Annotations in(String otherLocation) {
    return new Annotations(report, place.in(otherLocation));
  }

  /** Collects what a keyword here says. */
  public void note(String keyword, JsonValue value) {
    if (report.annotations.size() == report.limit) {
      report.truncated = true;
      return;
    }
    String below = "/" + keyword.replace("~", "~0").replace("/", "~1");
    report.annotations.add(
        new Annotation(
            place.instancePointer(),
            place.schemaPointer() + below,
            place.absoluteLocation() + below,
            value));
  }

  /** Remembers a member's name, or an item's index, that a keyword here speaks of. */
  public void part(String keyword, JsonValue nameOrIndex) {
    parts.computeIfAbsent(keyword, each -> new ArrayList<>()).add(nameOrIndex);
  }

  /** The same for a member's name. */
  public void part(String keyword, String name) {
    part(keyword, new JsonString(name));
  }

  /** Collects what is remembered of a keyword: as the standard wants it, also when it is none. */
  public void noteParts(String keyword) {
    note(keyword, JsonArray.of(parts.getOrDefault(keyword, List.of())));
  }
}
