package io.eventwright.local.states.task;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of the HTTP answer that optimised integrations such as {@code lambda:invoke} and
 * {@code sqs:sendMessage} put into their results.
 */
public final class SdkMetadata {
  private SdkMetadata() {}

  /**
   * The result with the metadata, its fields in the order of their names as the service has them.
   */
  public static Map<String, @Nullable Object> with(
      Map<String, @Nullable Object> result, Map<String, String> headers, Instant time) {
    String requestId = UUID.randomUUID().toString();
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    Map<String, @Nullable Object> single = new LinkedHashMap<>();
    Map<String, String> given = new LinkedHashMap<>(headers);
    given.put("x-amzn-RequestId", requestId);
    given.put("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)));
    given.forEach(
        (name, value) -> {
          all.put(name, List.of(value));
          single.put(name, value);
        });
    Map<String, @Nullable Object> http = new LinkedHashMap<>();
    http.put("AllHttpHeaders", all);
    http.put("HttpHeaders", single);
    http.put("HttpStatusCode", 200);
    Map<String, @Nullable Object> sorted = new java.util.TreeMap<>(result);
    sorted.put("SdkHttpMetadata", http);
    sorted.put("SdkResponseMetadata", Map.of("RequestId", requestId));
    return new LinkedHashMap<>(sorted);
  }

  /** The same for {@code lambda:invoke}, from the function's answer as text. */
  public static Map<String, @Nullable Object> ofInvocation(
      String payloadText, @Nullable Object payload, Instant time) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Amz-Executed-Version", "$LATEST");
    headers.put("x-amzn-Remapped-Content-Length", "0");
    headers.put("Connection", "keep-alive");
    headers.put(
        "Content-Length",
        String.valueOf(payloadText.getBytes(java.nio.charset.StandardCharsets.UTF_8).length));
    headers.put("X-Amzn-Trace-Id", "root=1-" + UUID.randomUUID() + ";sampled=0");
    headers.put("Content-Type", "application/json");
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("ExecutedVersion", "$LATEST");
    result.put("Payload", payload);
    result.put("StatusCode", 200);
    return with(result, headers, time);
  }
}
