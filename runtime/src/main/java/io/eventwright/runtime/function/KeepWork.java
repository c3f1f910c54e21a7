package io.eventwright.runtime.function;

import static io.eventwright.runtime.store.Attributes.number;
import static io.eventwright.runtime.store.Attributes.requiredText;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.http.HttpRequest;
import io.eventwright.runtime.http.HttpResponse;
import io.eventwright.runtime.http.Problem;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.route.RequestData;
import io.eventwright.runtime.route.RouteAction;
import io.eventwright.runtime.route.RouteDefinition;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/**
 * Tells the step of a saga that its answer is still to come: 200 when it goes on waiting, with the
 * seconds within which it wants to be told again; 409 when it does not wait any more; 404 when it
 * has not asked. It completes nothing, and may be repeated at will.
 */
record KeepWork(RouteDefinition route, RouteAction.Keep action, SystemRuntime runtime) {

  static RouteFunction.Work of(
      RouteDefinition route, RouteAction.Keep action, SystemRuntime runtime) {
    KeepWork work = new KeepWork(route, action, runtime);
    return WaitingStep.reaching((request, deadline) -> work.keep(request));
  }

  private HttpResponse keep(HttpRequest request) throws Problem {
    WaitingStep.requireAllowed(action.allowed(), request);
    RequestData.requireOwn(route, request);
    String key =
        CallbackRow.key(
            action.saga(), action.step(), RequestData.value(action.reference(), request));
    Map<String, AttributeValue> row = WaitingStep.row(key, runtime);
    String token = requiredText(row, "token");
    try {
      runtime.clients().stepFunctions().sendTaskHeartbeat(beat -> beat.taskToken(token));
    } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException late) {
      throw WaitingStep.over();
    }
    Duration heartbeat = CallbackRow.heartbeat(row);
    if (heartbeat != null) {
      // Its name stays its own for as long as it is heard of; only then, so that a silent step that
      // is kept no more does not hold it.
      long until = runtime.clock().instant().plus(CallbackRow.held(heartbeat)).getEpochSecond();
      WaitingStep.put(key, token, "until", number(until), runtime);
    }
    return kept(heartbeat);
  }

  private static HttpResponse kept(@Nullable Duration heartbeat) {
    JsonObject.Builder body = JsonObject.builder().put("outcome", new JsonString("kept"));
    if (heartbeat != null) {
      body.put("againWithinSeconds", JsonNumber.of(heartbeat.toSeconds()));
    }
    return HttpResponse.json(200, body.build().toString());
  }
}
