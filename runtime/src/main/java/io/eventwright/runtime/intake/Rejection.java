package io.eventwright.runtime.intake;

import io.eventwright.runtime.json.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message that can never succeed, however often it comes: it belongs in quarantine. */
public final class Rejection extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why, in one word for machines and metrics. */
  public enum Reason {
    /** The body is not JSON, or beyond a limit of size, depth or number. */
    NOT_JSON("not-json"),
    /** The body is JSON, but no event. */
    NOT_AN_EVENT("not-an-event"),
    /** An event of a type or major that this consumer does not take. */
    UNKNOWN_TYPE("unknown-type"),
    /** An event whose {@code dataschema} names no version of its type. */
    UNKNOWN_VERSION("unknown-version"),
    /** The data does not fit its schema. */
    SCHEMA_VIOLATED("schema-violated"),
    /** The data fits, but is not what the record can hold. */
    UNREADABLE("unreadable"),
    /** No entity or projection key can be taken from the event. */
    NO_KEY("no-key"),
    /** A worker that keeps an order was given an event without subject or sequence. */
    NO_SEQUENCE("no-sequence"),
    /** An event of the same id was handled that had another payload. */
    PAYLOAD_CHANGED("payload-changed"),
    /** The next state or an emitted event breaks its own schema or the worker's declaration. */
    DECISION_INVALID("decision-invalid"),
    /** What was decided does not ensure what the worker must: the worker is wrong. */
    POSTCONDITION_FAILED("postcondition-failed"),
    /** What would be stored or sent is beyond the service's limit. */
    TOO_LARGE("too-large"),
    /** Nothing is wrong: a service only tries whether it may send here. */
    TEST_EVENT("test-event"),
    /** The event's data are elsewhere, and not where or what they should be. */
    CLAIM_INVALID("claim-invalid"),
    /** The bus will never take it. */
    UNPUBLISHABLE("unpublishable"),
    /** A worker with dependencies has failed as often as it may. */
    ATTEMPTS_EXHAUSTED("attempts-exhausted"),
    /** A replay brings it from before what the inbox remembers, and nothing else tells doubles. */
    REPLAY_TOO_OLD("replay-too-old"),
    /** A replay brings it to a worker that calls others, and that has not handled it. */
    REPLAY_CALLS_OUTSIDE("replay-calls-outside"),
    /** A replay brings it to a window, which knows doubles of its own time only. */
    REPLAY_IN_WINDOW("replay-in-window");

    private final String word;

    Reason(String word) {
      this.word = word;
    }

    /** The word on the wire. */
    public String word() {
      return word;
    }
  }

  private final Reason reason;
  private final @Nullable String schema;
  private final transient List<Violation> violations;

  public Rejection(
      Reason reason, String sentence, @Nullable String schema, List<Violation> violations) {
    super(sentence, null, false, false);
    this.reason = reason;
    this.schema = schema;
    this.violations = List.copyOf(violations);
  }

  public Rejection(Reason reason, String sentence) {
    this(reason, sentence, null, List.of());
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** The schema that was not met; null when it did not come to that. */
  public @Nullable String schema() {
    return schema;
  }

  /** What the schema found, each with its pointer. */
  public List<Violation> violations() {
    return violations;
  }
}
