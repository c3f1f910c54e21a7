package io.eventwright.runtime.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an answer tells a browser about pages of other origins, where the gateway does not say it
 * itself: a REST API hands on what its functions answer as it is (Fetch Standard, "CORS protocol").
 *
 * @param origin the one that may read answers, or a star; null when nothing is to be said
 * @param exposed names of headers that a page may read, with commas between
 * @param credentials whether a browser may send what it keeps for the API
 */
public record CrossOrigin(@Nullable String origin, String exposed, boolean credentials) {

  /** As the generated template says it. */
  public static CrossOrigin of(Function<String, @Nullable String> variables) {
    String exposed = variables.apply("EVENTWRIGHT_CORS_EXPOSED");
    return new CrossOrigin(
        variables.apply("EVENTWRIGHT_CORS_ORIGIN"),
        exposed == null ? "" : exposed,
        Boolean.parseBoolean(variables.apply("EVENTWRIGHT_CORS_COOKIES")));
  }

  /** The answer with what is to be said. */
  public HttpResponse on(HttpResponse answer) {
    String one = origin;
    if (one == null) {
      return answer;
    }
    HttpResponse told =
        answer
            .with("access-control-allow-origin", one)
            .with("access-control-expose-headers", exposed);
    return credentials ? told.with("access-control-allow-credentials", "true") : told;
  }
}
