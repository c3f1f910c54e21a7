package io.eventwright.generator.emit.sam.view;

import java.util.List;

/**
 * What browsers are told about pages of other origins.
 *
 * @param origins one or more, or a star alone; empty when none but the API's own may call
 * @param methods of the routes
 * @param headers of requests, in lower case
 * @param exposed headers of answers that a page may read, in lower case
 * @param credentials whether a browser may send what it keeps for the API
 * @param ageSeconds how long a browser may remember the answer
 */
public record CorsView(
    List<String> origins,
    List<String> methods,
    List<String> headers,
    List<String> exposed,
    boolean credentials,
    long ageSeconds) {

  /** Browsers keep pages of other origins away. */
  public static final CorsView NONE =
      new CorsView(List.of(), List.of(), List.of(), List.of(), false, 0);

  /** Keeps the lists immutable. */
  public CorsView {
    origins = List.copyOf(origins);
    methods = List.copyOf(methods);
    headers = List.copyOf(headers);
    exposed = List.copyOf(exposed);
  }

  /** Whether there are any. */
  public boolean any() {
    return !origins.isEmpty();
  }

  /** The one origin of a REST API. */
  public String origin() {
    return origins.get(0);
  }

  /** A fixed value, in the quotes that a REST API's mappings ask for. */
  public String fixed(String value) {
    return "'" + value + "'";
  }

  /** The same of a list. */
  public String fixed(List<String> values) {
    return fixed(String.join(",", values));
  }
}
