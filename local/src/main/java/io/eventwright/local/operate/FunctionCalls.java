package io.eventwright.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Lambda's calls that operating needs.
 *
 * @param lambda the service
 */
record FunctionCalls(SignedCalls lambda) {

  /** The names of all functions. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    String marker = "";
    do {
      SdkHttpRequest.Builder request = lambda.request(SdkHttpMethod.GET, "/2015-03-31/functions");
      if (!marker.isEmpty()) {
        request.putRawQueryParameter("Marker", marker);
      }
      JsonNode page = Json.parse(lambda.send(request.build(), new byte[0]).body());
      page.path("Functions").forEach(each -> names.add(each.path("FunctionName").asText()));
      marker = page.path("NextMarker").asText("");
    } while (!marker.isEmpty());
    return names;
  }

  /** What a function answers; while it is throttled it is asked again. */
  String invoke(String function, String payload) {
    SignedCalls.Answer answer =
        lambda.send(call(function, "RequestResponse"), payload.getBytes(StandardCharsets.UTF_8));
    if (answer.failed()) {
      throw new IllegalStateException(function + " failed: " + answer.body());
    }
    return answer.body();
  }

  /**
   * Has a function called later, as often as its own settings say. When this returns, Lambda has
   * stored the payload.
   */
  void invokeLater(String function, String payload) {
    lambda.send(call(function, "Event"), payload.getBytes(StandardCharsets.UTF_8));
  }

  private SdkHttpRequest call(String function, String type) {
    String path =
        "/2015-03-31/functions/"
            + URLEncoder.encode(function, StandardCharsets.UTF_8)
            + "/invocations";
    return lambda
        .request(SdkHttpMethod.POST, path)
        .putHeader("X-Amz-Invocation-Type", type)
        .build();
  }
}
