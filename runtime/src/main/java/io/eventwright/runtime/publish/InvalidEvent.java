package io.eventwright.runtime.publish;

import io.eventwright.runtime.json.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** The data does not fit its schema; nothing was sent. */
public final class InvalidEvent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String schema;
  private final transient List<Violation> violations;

  InvalidEvent(String schema, List<Violation> violations) {
    super(
        "the data breaks "
            + schema
            + ": "
            + violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
    this.schema = schema;
    this.violations = List.copyOf(violations);
  }

  /** The full version's name: {@code urn:eventwright:<system>:<name>:<major>.<minor>}. */
  public String schema() {
    return schema;
  }

  /** All that is wrong, each with its JSON Pointer. */
  public List<Violation> violations() {
    return violations;
  }
}
