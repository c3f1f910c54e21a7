package io.eventwright.runtime.json;

import java.util.ArrayList;
import java.util.List;

/** Where generated code reports violations, each at the place in value and schema that it is at. */
public final class Violations extends KeywordReports {

  private static final class Report {
    final int limit;
    final List<Violation> violations = new ArrayList<>();
    boolean truncated;

    Report(int limit) {
      this.limit = limit;
    }
  }

  private final Report report;
  private final Place place;

  private Violations(Report report, Place place) {
    this.report = report;
    this.place = place;
  }

  static Violations root(String location, int limit) {
    return new Violations(new Report(limit), Place.root(location));
  }

  ValidationResult result() {
    return new ValidationResult(report.violations, report.truncated);
  }

  /** Whether more would be left out, so that looking for more is in vain. */
  public boolean isFull() {
    return report.truncated;
  }

  /** The same value, at a schema below this one, such as {@code /allOf/0}. */
  public Violations at(String path) {
    return new Violations(report, place.at(path));
  }

  /** A member of the value, at a schema below this one, such as {@code /properties/price}. */
  public Violations member(String name, String path) {
    return new Violations(report, place.part(name, path));
  }

  /** An item of the value, at a schema below this one, such as {@code /items}. */
  public Violations item(int index, String path) {
    return new Violations(report, place.part(Integer.toString(index), path));
  }

  /** The same place, where a schema with another URI is entered: by reference or by its own id. */
  public Violations in(String otherLocation) {
    return new Violations(report, place.in(otherLocation));
  }

  @Override
  public void fail(String keyword, String message) {
    if (report.violations.size() == report.limit) {
      report.truncated = true;
      return;
    }
    String below = keyword.isEmpty() ? "" : "/" + keyword;
    report.violations.add(
        new Violation(
            place.instancePointer(),
            place.schemaPointer() + below,
            place.absoluteLocation() + below,
            named(keyword),
            message));
  }

  /** Reports that nothing may be here: the schema is {@code false}. */
  public void refuse() {
    fail("", "is not allowed");
  }

  /** The schema {@code false} goes by the keyword that led to it. */
  private String named(String keyword) {
    String path = place.keywordPath();
    if (!keyword.isEmpty() || path.isEmpty()) {
      return keyword;
    }
    int end = path.indexOf('/', 1);
    return path.substring(1, end < 0 ? path.length() : end);
  }
}
