package io.eventwright.runtime.function;

import static io.eventwright.runtime.store.Attributes.optionalText;
import static io.eventwright.runtime.store.Attributes.requiredText;
import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.event.Consumed;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.http.HttpResponse;
import io.eventwright.runtime.http.Problem;
import io.eventwright.runtime.intake.EventIntake;
import io.eventwright.runtime.json.JsonBoolean;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.route.RequestData;
import io.eventwright.runtime.route.RouteAction;
import io.eventwright.runtime.route.RouteDefinition;
import io.eventwright.runtime.saga.Refused;
import io.eventwright.runtime.store.Timestamps;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/**
 * Hands an answer to the step of a saga that waits for it: 200 once it has it, and again for the
 * same answer; 409 when it does not wait any more, or was answered otherwise; 404 when it has not
 * asked.
 */
record AnswerWork<T>(RouteDefinition route, RouteAction.Answer<T> action, SystemRuntime runtime) {

  static <T> RouteFunction.Work of(
      RouteDefinition route, RouteAction.Answer<T> action, SystemRuntime runtime) {
    AnswerWork<T> work = new AnswerWork<>(route, action, runtime);
    EventIntake<T> intake = new EventIntake<>(consumed(action.body()));
    return WaitingStep.reaching(
        (request, deadline) -> {
          WaitingStep.requireAllowed(action.allowed(), request);
          RawEvent answer =
              RequestData.event(route, action.body(), request, Timestamps.now(runtime.clock()));
          intake.read(answer);
          return work.answer(
              CallbackRow.key(
                  action.saga(), action.step(), RequestData.value(action.reference(), request)),
              answer);
        });
  }

  private static <T> List<Consumed<?, T>> consumed(EventType<T> type) {
    return List.of(Consumed.asIs(type));
  }

  private HttpResponse answer(String key, RawEvent answer) throws Problem {
    Map<String, AttributeValue> row = WaitingStep.row(key, runtime);
    String hash = EventIntake.payloadHash(answer);
    String token = requiredText(row, "token");
    try {
      send(token, answer.data() instanceof JsonObject data ? data : null);
    } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException late) {
      if (hash.equals(optionalText(row, "answered"))) {
        return answered().with("idempotency-replayed", "true");
      }
      throw WaitingStep.over();
    }
    // So that a caller who has not heard may ask again.
    WaitingStep.put(key, token, "answered", text(hash), runtime);
    return answered();
  }

  private void send(String token, @Nullable JsonObject data) {
    JsonObject said = data == null ? JsonObject.empty() : data;
    boolean no =
        action.approval() && said.get("approved") instanceof JsonBoolean yes && !yes.value();
    if (no) {
      runtime
          .clients()
          .stepFunctions()
          .sendTaskFailure(
              failure ->
                  failure
                      .taskToken(token)
                      .error(Refused.ERROR_NAME)
                      .cause("not-approved: it was not approved"));
    } else {
      runtime
          .clients()
          .stepFunctions()
          .sendTaskSuccess(success -> success.taskToken(token).output(said.toString()));
    }
  }

  private static HttpResponse answered() {
    return HttpResponse.json(
        200, JsonObject.builder().put("outcome", new JsonString("answered")).build().toString());
  }
}
