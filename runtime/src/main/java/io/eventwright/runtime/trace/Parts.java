package io.eventwright.runtime.trace;

/** The names of attributes, and what a span can be a part of. */
final class Parts {
  static final String PART = "eventwright.part";
  static final String HANDLING = "event-handling";
  static final String APPLICATION = "application";
  static final String DEPENDENCY = "dependency";

  static final String CONSUMER = "eventwright.consumer";
  static final String OUTCOME = "eventwright.outcome";
  static final String REASON = "eventwright.reason";
  static final String CORRELATION = "correlationid";

  /** OpenTelemetry's semantic conventions for CloudEvents. */
  static final String EVENT_ID = "cloudevents.event_id";

  static final String EVENT_SOURCE = "cloudevents.event_source";
  static final String EVENT_TYPE = "cloudevents.event_type";

  /** OpenTelemetry's semantic conventions for errors and HTTP. */
  static final String ERROR_TYPE = "error.type";

  static final String HTTP_METHOD = "http.request.method";

  private Parts() {}
}
