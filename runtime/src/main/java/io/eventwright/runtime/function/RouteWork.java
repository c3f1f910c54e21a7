package io.eventwright.runtime.function;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.commit.Handled;
import io.eventwright.runtime.commit.RequestProcessor;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.http.HttpResponse;
import io.eventwright.runtime.http.Problem;
import io.eventwright.runtime.inbox.InboxRow;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.route.RequestData;
import io.eventwright.runtime.route.RouteAction;
import io.eventwright.runtime.route.RouteDefinition;
import io.eventwright.runtime.seal.Seals;
import io.eventwright.runtime.store.Keys;
import io.eventwright.runtime.store.Timestamps;

/** What routes do that change something: each request counts once, however often it comes. */
final class RouteWork {
  /** Finds the whole journey in the log, as {@code correlationid} does in events. */
  static final String CORRELATION = "correlation-id";

  private static final String REPLAYED = "idempotency-replayed";

  private RouteWork() {}

  /** 202 once the event is stored, from where the relay publishes it. */
  static <T> RouteFunction.Work publishing(
      String consumer,
      RouteDefinition route,
      RouteAction.Publish<T> action,
      SystemRuntime runtime) {
    RequestProcessor<T> processor =
        new RequestProcessor<>(consumer, action.type(), action.about(), runtime.commits());
    return (request, deadline) -> {
      RawEvent raw =
          sealed(
              runtime,
              action.type(),
              RequestData.event(route, action.type(), request, Timestamps.now(runtime.clock())));
      String id = raw.envelope().id();
      runtime.traces().journey(id);
      Handled handled = processor.accept(raw, deadline);
      JsonObject body =
          JsonObject.builder()
              .put("eventId", new JsonString(processor.eventId(id)))
              .put("type", new JsonString(action.type().wireType()))
              .put("correlationId", new JsonString(id))
              .build();
      return answer(202, body, id, handled);
    };
  }

  /** 200 with what the worker decided; a refusal is a problem, the same whenever it is asked. */
  static <T, S> RouteFunction.Work calling(
      String consumer,
      RouteDefinition route,
      RouteAction.Call<T, S> action,
      SystemRuntime runtime) {
    WorkerRun<?, ?> worker = new WorkerRun<>(runtime, action.worker(), false);
    return (request, deadline) -> {
      RawEvent raw =
          sealed(
              runtime,
              action.body(),
              RequestData.event(route, action.body(), request, Timestamps.now(runtime.clock())));
      String id = raw.envelope().id();
      runtime.traces().journey(id);
      Handled handled = worker.handle(Keys.join(consumer, id), raw, deadline);
      InboxRow decision = handled.decision();
      if (decision.outcome() == InboxRow.Outcome.REFUSED) {
        throw Problem.of(
                409, String.valueOf(decision.code()), "Refused", String.valueOf(decision.reason()))
            .with(CORRELATION, id);
      }
      boolean applied = decision.outcome() == InboxRow.Outcome.APPLIED;
      JsonObject body =
          JsonObject.builder()
              .put("outcome", new JsonString(applied ? "applied" : "unchanged"))
              .put("version", JsonNumber.of(decision.version()))
              .put("correlationId", new JsonString(id))
              .build();
      return answer(200, body, id, handled).with("etag", "\"" + decision.version() + "\"");
    };
  }

  /**
   * As it would come over the bus, so that nothing is kept of what is sensitive, not even its hash.
   * What does not say whose it is breaks its schema, as the intake is going to say.
   */
  private static RawEvent sealed(SystemRuntime runtime, EventType<?> type, RawEvent raw) {
    try {
      return new RawEvent(
          raw.envelope(), runtime.seals().seal(type.sealing(), type.sealed(), raw.data()));
    } catch (Seals.NoSubject e) {
      return raw;
    }
  }

  private static HttpResponse answer(int status, JsonObject body, String id, Handled handled) {
    HttpResponse response = HttpResponse.json(status, body.toString()).with(CORRELATION, id);
    return handled.duplicate() ? response.with(REPLAYED, "true") : response;
  }
}
