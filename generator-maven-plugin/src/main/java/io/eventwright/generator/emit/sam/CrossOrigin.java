package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.CorsView;
import io.eventwright.generator.model.ApiModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What browsers are told about pages of other origins, most of it derived from the routes.
 *
 * @param api whose
 * @param cors what is written
 */
record CrossOrigin(ApiModel api, ApiModel.Cors cors) {

  /** What {@code io.eventwright.runtime.http} reads of a request that changes something. */
  private static final List<String> OF_BODIES =
      List.of("content-type", "idempotency-key", "traceparent");

  /** What it reads of one that reads. */
  private static final List<String> OF_READS =
      List.of("if-none-match", "min-version", "traceparent");

  /** What a signature needs (Signature Version 4). */
  private static final List<String> OF_SIGNATURES =
      List.of("authorization", "x-amz-content-sha256", "x-amz-date", "x-amz-security-token");

  /** What answers say that a browser does not show a page by itself. */
  private static final List<String> EXPOSED =
      List.of("correlation-id", "etag", "idempotency-replayed", "retry-after", "www-authenticate");

  CorsView view() {
    return new CorsView(
        cors.origins(), methods(), headers(), EXPOSED, cors.credentials(), cors.age().toSeconds());
  }

  /** What a REST API's function says itself, since there the service adds nothing. */
  void of(Variables variables) {
    variables.cors("ORIGIN", cors.origins().get(0)).cors("EXPOSED", String.join(",", EXPOSED));
    if (cors.credentials()) {
      variables.cors("COOKIES", "true");
    }
  }

  private List<String> methods() {
    return List.copyOf(new TreeSet<>(api.routes().stream().map(ApiModel.Route::method).toList()));
  }

  private List<String> headers() {
    Set<String> headers = new TreeSet<>(cors.headers());
    for (ApiModel.Route route : api.routes()) {
      headers.addAll(route.method().equals("GET") ? OF_READS : OF_BODIES);
    }
    if (api.authorizer() instanceof ApiModel.Iam) {
      headers.addAll(OF_SIGNATURES);
    } else if (api.authorizer() instanceof ApiModel.Jwt) {
      headers.add("authorization");
    }
    return new ArrayList<>(headers);
  }
}
