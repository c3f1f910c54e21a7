package io.eventwright.local.junit;

import java.util.List;
import java.util.Map;

/**
 * A span that a function made.
 *
 * @param service the function's name
 * @param kind such as {@code CONSUMER}
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param parentId the span that it is part of; empty for none
 * @param failed whether its status is an error
 * @param links spans of other traces, each as trace id, hyphen and span id
 * @param attributes as text
 */
public record Span(
    String service,
    String name,
    String kind,
    String traceId,
    String spanId,
    String parentId,
    boolean failed,
    List<String> links,
    Map<String, String> attributes) {

  /** What another span's link to this one says. */
  public String id() {
    return traceId + "-" + spanId;
  }
}
