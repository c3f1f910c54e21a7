package io.eventwright.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.function.InvocationResult;
import io.eventwright.local.json.Json;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which records of a batch failed (AWS Lambda, "Implementing partial batch responses"). */
final class BatchResponse {

  private BatchResponse() {}

  /**
   * The failed ones. A response that is not as it must be, or names a record that was not in the
   * batch, fails the whole batch.
   */
  static Set<String> failed(InvocationResult result, boolean reports, Set<String> all) {
    if (result.failed()) {
      return all;
    }
    if (!reports || result.payload().length == 0) {
      return Set.of();
    }
    JsonNode response;
    try {
      response = Json.parse(result.payload());
    } catch (IllegalArgumentException e) {
      return all;
    }
    JsonNode failures = response.path("batchItemFailures");
    if (failures.isMissingNode() || failures.isNull()) {
      return Set.of();
    }
    Set<String> failed = new LinkedHashSet<>();
    for (JsonNode failure : failures) {
      String identifier = failure.path("itemIdentifier").asText("");
      if (!all.contains(identifier)) {
        return all;
      }
      failed.add(identifier);
    }
    return failed;
  }
}
