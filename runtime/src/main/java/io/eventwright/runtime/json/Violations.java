package io.eventwright.runtime.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where generated code reports violations: a place in the value and in the schema, linked to the
 * place around it. Pointers are only written out for what is reported.
 */
public final class Violations {

  private static final class Report {
    final int limit;
    final List<Violation> violations = new ArrayList<>();
    boolean truncated;

    Report(int limit) {
      this.limit = limit;
    }
  }

  private final Report report;
  private final @Nullable Violations around;

  /** A member's name or an item's index within the value around; null for the same value. */
  private final @Nullable String part;

  private final String keywordPath;

  /** The URI of the schema here when it is not simply below the one around. */
  private final @Nullable String location;

  private Violations(
      Report report,
      @Nullable Violations around,
      @Nullable String part,
      String keywordPath,
      @Nullable String location) {
    this.report = report;
    this.around = around;
    this.part = part;
    this.keywordPath = keywordPath;
    this.location = location;
  }

  static Violations root(String location, int limit) {
    return new Violations(new Report(limit), null, null, "", location);
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
    return new Violations(report, this, null, path, null);
  }

  /** A member of the value, at a schema below this one, such as {@code /properties/price}. */
  public Violations member(String name, String path) {
    return new Violations(report, this, name, path, null);
  }

  /** An item of the value, at a schema below this one, such as {@code /items}. */
  public Violations item(int index, String path) {
    return new Violations(report, this, Integer.toString(index), path, null);
  }

  /** The same place, where a schema with another URI is entered: by reference or by its own id. */
  public Violations in(String otherLocation) {
    return new Violations(report, around, part, keywordPath, otherLocation);
  }

  /**
   * Reports that a keyword here is not met.
   *
   * @param keyword empty for the schema {@code false}
   * @param message what is wrong with the value
   */
  public void fail(String keyword, String message) {
    if (report.violations.size() == report.limit) {
      report.truncated = true;
      return;
    }
    String below = keyword.isEmpty() ? "" : "/" + keyword;
    report.violations.add(
        new Violation(
            instancePointer(),
            schemaPointer() + below,
            location() + below,
            named(keyword),
            message));
  }

  /** Reports that nothing may be here: the schema is {@code false}. */
  public void refuse() {
    fail("", "is not allowed");
  }

  /** Reports that a member is missing. */
  public void missing(String keyword, String name) {
    fail(keyword, "lacks the member " + name);
  }

  /** The schema {@code false} goes by the keyword that led to it. */
  private String named(String keyword) {
    if (!keyword.isEmpty() || keywordPath.isEmpty()) {
      return keyword;
    }
    int end = keywordPath.indexOf('/', 1);
    return keywordPath.substring(1, end < 0 ? keywordPath.length() : end);
  }

  private String instancePointer() {
    StringBuilder pointer = new StringBuilder();
    appendInstance(pointer);
    return pointer.toString();
  }

  private void appendInstance(StringBuilder pointer) {
    if (around != null) {
      around.appendInstance(pointer);
    }
    if (part != null) {
      pointer.append('/').append(part.replace("~", "~0").replace("/", "~1"));
    }
  }

  private String schemaPointer() {
    return around == null ? keywordPath : around.schemaPointer() + keywordPath;
  }

  private String location() {
    if (location != null) {
      return location;
    }
    return around == null ? keywordPath : around.location() + keywordPath;
  }
}
