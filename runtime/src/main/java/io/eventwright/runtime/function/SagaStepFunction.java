package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.call.AttemptRunning;
import io.eventwright.runtime.commit.Handled;
import io.eventwright.runtime.commit.TryAgain;
import io.eventwright.runtime.commit.UndoGate;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.inbox.InboxRow;
import io.eventwright.runtime.intake.EventIntake;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.log.OutboxEvent;
import io.eventwright.runtime.log.VersionRow;
import io.eventwright.runtime.saga.Refused;
import io.eventwright.runtime.saga.StepRejected;
import io.eventwright.runtime.store.Keys;
import io.eventwright.runtime.time.Deadline;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The handler of a worker that serves saga steps. Its input is {@code {"saga": …, "execution": …,
 * "step": …, "direction": "do", "undo" or "settle", "event": <the event that started the saga>}},
 * perhaps with {@code "input": {"type": …, "dataschema": …, "data": …}} for a worker that takes a
 * record of its own, and with {@code "token"}, {@code "reference"}, {@code "entered"}, {@code
 * "retry"}, {@code "patience"} and perhaps {@code "heartbeat"} (seconds) for a step that waits for
 * an answer, where {@code step} is the step's own name also when its undo is asked for. What undoes
 * a service's step is a step of its own; with {@code "of"} it names that step, and does nothing
 * when it is not noted that it began. Its answer is {@code {"outcome": "applied" or "unchanged",
 * "version": …}}; a refusal is the error {@link io.eventwright.runtime.saga.Refused#ERROR_NAME}.
 *
 * <p>A repeated invocation gives the first one's outcome. The undo of a step that did not happen
 * does nothing, which is recorded, and the step, should it still come, is refused with the code
 * {@code undone}; so does that of a step whose worker refused. To settle a step does nothing by
 * itself: one that is not decided is refused from then on, and the answer is that of the step, so
 * that all runs of a saga that may run more than once at a time go on, or go back, from there.
 * While an attempt of it is within a call of a dependency, it is unavailable for that. The undo of
 * a worker that calls dependencies also runs when its step has begun its calls without changing
 * anything here, since it may have had an effect outside; a step that has not begun them cannot any
 * more. All of it is remembered for longer than an execution can last.
 */
public final class SagaStepFunction {
  private SagaStepFunction() {}

  /** Makes the handler, once; it is safe under many threads. */
  public static <T, S> RequestStreamHandler of(
      WorkerDefinition<T, S> definition, SystemRuntime runtime) {
    return of(definition, runtime, (input, decision) -> null);
  }

  /**
   * The same of a worker whose saga keeps the data of an event that it emits: the answer has them
   * as {@code returned}, the same ones however often it is asked.
   */
  public static <T, S> RequestStreamHandler returning(
      WorkerDefinition<T, S> definition, EventType<?> returns, SystemRuntime runtime) {
    return of(definition, runtime, new Emitted(runtime, definition.name(), returns.wireType()));
  }

  private static <T, S> RequestStreamHandler of(
      WorkerDefinition<T, S> definition, SystemRuntime runtime, SagaHandler.Returned returned) {
    WorkerRun<T, S> run = WorkerRun.ofSaga(runtime, definition);
    return Invocation.of(
        new SagaHandler(
            definition.name(),
            runtime,
            (input, event, deadline) -> {
              CallbackRow callback = input.callback(event, runtime.clock().instant());
              if (callback != null) {
                callback.write(runtime);
              }
              return new Step(
                      runtime,
                      key(input, input.text("step")),
                      input.has("of") ? key(input, input.text("of")) : null,
                      definition.callsOutside())
                  .run(run, input.text("direction"), event, deadline);
            },
            returned),
        runtime);
  }

  private static String key(SagaInput input, String step) throws Rejection {
    return Keys.join(input.text("saga"), input.text("execution"), step, "");
  }

  /** Finds what was emitted in the row that the decision added to the log. */
  private record Emitted(SystemRuntime runtime, String worker, String type)
      implements SagaHandler.Returned {
    @Override
    public @Nullable String of(SagaInput input, InboxRow decision) throws Rejection {
      String direction = input.text("direction");
      if (direction.equals("undo")) {
        return null;
      }
      Optional<String> emitted = emitted(decision);
      if (direction.equals("settle") && emitted.isEmpty()) {
        // No attempt will ever answer otherwise: every run goes back from here.
        throw new Refused("nothing-returned", missing());
      }
      return emitted.orElseThrow(() -> new IllegalStateException(missing()));
    }

    private String missing() {
      return "worker " + worker + " returns " + type + ", and has not emitted it";
    }

    private Optional<String> emitted(InboxRow decision) {
      String partition = decision.partition();
      return (partition == null || decision.outcome() != InboxRow.Outcome.APPLIED
              ? Optional.<VersionRow>empty()
              : runtime.log().at(partition, decision.version()))
          .stream()
              .flatMap(row -> row.events().stream())
              .filter(event -> event.envelope().type().equals(type))
              .map(OutboxEvent::data)
              .findFirst();
    }
  }

  /**
   * One invocation.
   *
   * @param key the inbox key without its direction
   * @param undoes the same of a service's step that this undoes, if it is noted that it began
   */
  private record Step(
      SystemRuntime runtime, String key, @Nullable String undoes, boolean callsOutside) {

    Handled run(WorkerRun<?, ?> worker, String direction, RawEvent event, Deadline deadline)
        throws Rejection, TryAgain, DependencyUnavailable {
      String hash = EventIntake.payloadHash(event);
      UndoGate gate = new UndoGate(runtime.commitsOfSagas());
      if (direction.equals("undo")) {
        if (!mayHaveHappened(gate.close(key + "do", hash, deadline), worker)) {
          return gate.nothingToUndo(key + "undo", hash, deadline);
        }
      } else if (direction.equals("settle")) {
        if (callsOutside
            && worker.lease(key + "do").isHeld()
            && runtime.commitsOfSagas().inbox().find(key + "do").isEmpty()) {
          // Perhaps another run's, and well: there is time to hear how it went.
          throw new TryAgain("the step that is to be settled may still be running", null);
        }
        return gate.settle(key + "do", hash, deadline);
      } else if (!direction.equals("do")) {
        throw new Rejection(Reason.NOT_AN_EVENT, "a step's direction is do, undo or settle");
      } else if (undoes != null
          && gate.close(undoes + "do", hash, deadline) != UndoGate.Known.TOOK_EFFECT) {
        return gate.nothingToUndo(key + "do", hash, deadline);
      }
      try {
        return worker.handle(key + direction, event, deadline);
      } catch (Refused | StepRejected e) {
        // Behind these names stands a row, and what was refused is not undone.
        throw new IllegalStateException("a worker refuses by its decision, not by throwing", e);
      }
    }

    private boolean mayHaveHappened(UndoGate.Known known, WorkerRun<?, ?> worker) throws TryAgain {
      if (known != UndoGate.Known.NOTHING_HERE) {
        return known == UndoGate.Known.TOOK_EFFECT;
      }
      try {
        return callsOutside && !worker.lease(key + "do").close();
      } catch (AttemptRunning e) {
        throw new TryAgain("the step that is to be undone may still be running", e);
      }
    }
  }
}
