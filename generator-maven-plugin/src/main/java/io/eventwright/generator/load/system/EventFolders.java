package io.eventwright.generator.load.system;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.model.source.Located;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the events by where their schemas lie: {@code schemas/<event>/<major>.<minor>.json}, or
 * {@code .yaml}. Folders whose names begin with an underscore hold what events share.
 */
final class EventFolders {

  static final String FOLDER = "schemas";

  private static final Pattern VERSION =
      Pattern.compile("([1-9]\\d{0,3})\\.(0|[1-9]\\d{0,3})\\.(json|yaml|yml)");

  private final InputFolder input;
  private final Diagnostics found;

  EventFolders(InputFolder input, Diagnostics found) {
    this.input = input;
    this.found = found;
  }

  /** The file of each minor, by event, major and minor. */
  SortedMap<String, SortedMap<Integer, SortedMap<Integer, String>>> find(Collection<String> paths) {
    SortedMap<String, SortedMap<Integer, SortedMap<Integer, String>>> events = new TreeMap<>();
    for (String path : paths) {
      String[] parts = path.split("/");
      if (parts.length > 2 && parts[1].startsWith("_")) {
        continue;
      }
      Matcher version = VERSION.matcher(parts[parts.length - 1]);
      if (parts.length != 3 || !version.matches()) {
        found.error(
            SourceLocation.ofFile(input.named(path)),
            "misplaced-schema",
            "A schema lies in schemas/<event>/<major>.<minor>.json, such as"
                + " schemas/order-placed/1.0.json; what several share, in a folder whose name begins"
                + " with an underscore. Move this file.");
        continue;
      }
      if (!new Scalars(found)
          .isName(new Located<>(parts[1], SourceLocation.ofFile(input.named(path))))) {
        continue;
      }
      String other =
          events
              .computeIfAbsent(parts[1], event -> new TreeMap<>())
              .computeIfAbsent(Integer.valueOf(version.group(1)), major -> new TreeMap<>())
              .putIfAbsent(Integer.valueOf(version.group(2)), path);
      if (other != null) {
        found.error(
            SourceLocation.ofFile(input.named(path)),
            "duplicate-version",
            "This version is also in " + input.named(other) + ". Remove one of the two.");
      }
    }
    events.forEach(this::reportGaps);
    return events;
  }

  private void reportGaps(String event, SortedMap<Integer, SortedMap<Integer, String>> majors) {
    int expectedMajor = majors.firstKey();
    for (var major : majors.entrySet()) {
      String first = major.getValue().get(major.getValue().firstKey());
      if (major.getKey() != expectedMajor) {
        missing(
            first, "missing-major", event, expectedMajor + ".0", "an upcaster needs every major");
      }
      expectedMajor = major.getKey() + 1;
      int expectedMinor = 0;
      for (var minor : major.getValue().entrySet()) {
        if (minor.getKey() != expectedMinor) {
          missing(
              minor.getValue(),
              "missing-minor",
              event,
              major.getKey() + "." + expectedMinor,
              "minors are counted from 0 on, so that a reader knows every one it may meet");
        }
        expectedMinor = minor.getKey() + 1;
      }
    }
  }

  private void missing(String path, String rule, String event, String version, String reason) {
    found.error(
        SourceLocation.ofFile(input.named(path)),
        rule,
        "There is no "
            + event
            + " "
            + version
            + ", although there is this later version; "
            + reason
            + ". Add "
            + input.named(FOLDER + "/" + event + "/" + version + ".json")
            + ", or renumber.");
  }
}
