package io.eventwright.local.traces;

import java.util.List;
import java.util.Map;

/**
 * A span that has ended.
 *
 * @param service who made it: the function
 * @param kind such as {@code CONSUMER}
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param parentId the span that it is part of; empty for none
 * @param begunNanos since 1970
 * @param endedNanos since 1970
 * @param failed whether its status is an error
 * @param links spans of other traces, each as trace id, hyphen and span id
 * @param attributes as text
 */
public record KeptSpan(
    String service,
    String name,
    String kind,
    String traceId,
    String spanId,
    String parentId,
    long begunNanos,
    long endedNanos,
    boolean failed,
    List<String> links,
    Map<String, String> attributes) {

  /** Copies what it is given. */
  public KeptSpan {
    links = List.copyOf(links);
    attributes = Map.copyOf(attributes);
  }
}
