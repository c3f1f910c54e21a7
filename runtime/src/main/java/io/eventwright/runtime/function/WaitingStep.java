package io.eventwright.runtime.function;

import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.commit.TryAgain;
import io.eventwright.runtime.http.HttpRequest;
import io.eventwright.runtime.http.Problem;
import io.eventwright.runtime.route.RouteAction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What routes meet that speak to a saga's step which waits for an answer. */
final class WaitingStep {
  private WaitingStep() {}

  /**
   * Refuses callers whose token does not say so. A claim that is a list comes as {@code [one two]},
   * as API Gateway writes it.
   *
   * @throws Problem 403
   */
  static void requireAllowed(RouteAction.@Nullable Claim allowed, HttpRequest request)
      throws Problem {
    if (allowed == null) {
      return;
    }
    String said = request.caller().claims().getOrDefault(allowed.name(), "");
    List<String> all = List.of(said.replaceAll("^\\[|]$", "").split("[,\\s]+"));
    if (!said.equals(allowed.value()) && !all.contains(allowed.value())) {
      throw Problem.of(
          403, "not-allowed", "Not allowed", "the caller's token does not allow this answer");
    }
  }

  /**
   * Its row in the control table, as it is now.
   *
   * @throws Problem 404 when nothing has ever waited there
   */
  static Map<String, AttributeValue> row(String key, SystemRuntime runtime) throws Problem {
    Map<String, AttributeValue> row =
        runtime
            .clients()
            .dynamoDb()
            .getItem(
                get ->
                    get.tableName(runtime.settings().controlTable())
                        .key(Map.of("pk", text(key)))
                        .consistentRead(true))
            .item();
    if (row == null || row.isEmpty()) {
      throw Problem.of(404, "not-found", "Not found", "nothing waits for this answer");
    }
    return row;
  }

  /**
   * Puts something into its row, unless the row is another attempt's or another execution's by now:
   * then it is as it should be.
   *
   * @param token of the attempt that the row was read for
   */
  static void put(
      String key, String token, String name, AttributeValue value, SystemRuntime runtime) {
    try {
      runtime
          .clients()
          .dynamoDb()
          .updateItem(
              update ->
                  update
                      .tableName(runtime.settings().controlTable())
                      .key(Map.of("pk", text(key)))
                      .updateExpression("SET #name = :value")
                      .conditionExpression("#token = :token")
                      .expressionAttributeNames(Map.of("#name", name, "#token", "token"))
                      .expressionAttributeValues(Map.of(":value", value, ":token", text(token))));
    } catch (ConditionalCheckFailedException e) {
      // Nothing of the row is this one's to change any more.
      return;
    }
  }

  /** The same work; where a service does not answer now, the request may be repeated: 503. */
  static RouteFunction.Work reaching(RouteFunction.Work work) {
    return (request, deadline) -> {
      try {
        return work.serve(request, deadline);
      } catch (SdkException e) {
        throw new TryAgain("what waits could not be reached", e);
      }
    };
  }

  /** 409: it waits no more. */
  static Problem over() {
    return Problem.of(
        409,
        "not-waiting",
        "Not waiting any more",
        "it was answered before, or the time for an answer is over");
  }
}
