package io.eventwright.runtime.http;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, whichever payload format it came in. Where a name came several times, its last value
 * counts for queries, and headers are joined by a comma.
 *
 * @param method in upper case
 * @param path as the client sent it, without the query
 * @param pathParameters decoded
 * @param query decoded
 * @param headers by lower-case name
 * @param body its bytes, decoded from base64 where the gateway encoded them
 * @param caller who calls, as the gateway's authorizer found
 * @param requestId the gateway's name for the request; empty for none
 */
public record HttpRequest(
    String method,
    String path,
    Map<String, String> pathParameters,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body,
    Caller caller,
    String requestId) {

  /**
   * Who calls.
   *
   * @param id the token's subject or the ARN that signed; empty when nobody was asked for a name
   * @param claims of the token; empty for other callers
   */
  public record Caller(String id, Map<String, String> claims) {
    /** Nobody in particular. */
    public static final Caller ANYBODY = new Caller("", Map.of());

    public Caller {
      claims = Map.copyOf(claims);
    }
  }

  public HttpRequest {
    pathParameters = Map.copyOf(pathParameters);
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /** A header's value, or null. */
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }
}
