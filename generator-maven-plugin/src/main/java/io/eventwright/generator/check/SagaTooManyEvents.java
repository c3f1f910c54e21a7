package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaPath;
import io.eventwright.generator.model.SagaRetry;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.quota.Quotas;
import java.util.List;
import java.util.Map;

/**
 * A saga whose execution may write more events into its history than one may have, by its lists'
 * {@code maxItems}, when every step and then every undo is tried as often as it may be. Error: the
 * service would end it half-way, without compensation.
 */
final class SagaTooManyEvents implements Rule {

  /** Beyond every limit, and small enough to be multiplied. */
  private static final long MOST = Integer.MAX_VALUE;

  @Override
  public String id() {
    return "saga-too-many-events";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    long most = Quotas.known().of("stepfunctions.history-events");
    for (SagaSource saga : system.source().sagas()) {
      Map<SagaPath, Long> items = ListSizes.of(saga, system);
      History history = new History(items, saga.language() == SagaModel.Language.JSONPATH);
      long events =
          history.beside()
              + history.forward(saga.steps())
              + history.backward(SagaModel.undoable(saga.steps()));
      if (events > most) {
        found.error(
            saga.name().location(),
            id(),
            "Saga "
                + saga.name().value()
                + " may write "
                + events
                + " events into the history of one execution, when everything is tried as often as"
                + " it may be, done and undone, and an execution may have "
                + most
                + ". Lower maxItems of the lists that it goes through, retry less, or let each item"
                + " begin a saga of its own by an event.");
      }
    }
  }

  /**
   * Events of the history: a state is entered and exited, and an attempt is scheduled, started and
   * ended; one that waits is submitted as well (Step Functions API reference, HistoryEvent).
   *
   * @param items of the lists that are gone through
   * @param says whether states of their own say what others say by variables and expressions
   */
  private record History(Map<SagaPath, Long> items, boolean says) {

    private static final long STATE = 2;
    private static final long ATTEMPT = 3;
    private static final long WAITING_ATTEMPT = 4;

    /** A parallel or a map starts and ends beside its state; so does each item. */
    private static final long BLOCK = 4;

    private static final long ITEM = 2;

    /** The event is looked at and taken by states, and another says what failed. */
    long beside() {
      return says ? 3 * STATE : 0;
    }

    long forward(List<SagaStep> steps) {
      return steps.stream().mapToLong(this::forward).reduce(0, History::sum);
    }

    long backward(List<SagaStep> steps) {
      return steps.stream().mapToLong(this::backward).reduce(0, History::sum);
    }

    private long forward(SagaStep step) {
      if (step instanceof SagaStep.Call call) {
        long tried = 1 + SagaRetry.SERVICE_ERRORS.times() + times(call.retry());
        return STATE + looks() + tried * (call.callback() == null ? ATTEMPT : WAITING_ATTEMPT);
      }
      if (step instanceof SagaStep.Task task) {
        // It is prepared and written down before it runs, and its answer is read.
        return 4 * STATE
            + 2 * looks()
            + (1L + times(task.retry())) * WAITING_ATTEMPT
            + 2 * (1L + SagaRetry.OWN_STORE.times()) * ATTEMPT;
      }
      if (step instanceof SagaStep.Nested || step instanceof SagaStep.Approval) {
        return 2 * STATE + looks() + (1L + SagaRetry.OWN_STORE.times()) * WAITING_ATTEMPT;
      }
      if (step instanceof SagaStep.Choice choice) {
        return STATE + choice.inner().stream().mapToLong(this::forward).max().orElse(0);
      }
      if (step instanceof SagaStep.Parallel parallel) {
        return sum(
            BLOCK, parallel.inner().stream().mapToLong(this::forward).reduce(0, History::sum));
      }
      if (step instanceof SagaStep.Each each) {
        return all(each, forward(each.steps()));
      }
      if (step instanceof SagaStep.PointOfNoReturn) {
        return 0;
      }
      if (step instanceof SagaStep.Wait) {
        return BLOCK + 2 * STATE;
      }
      // In a block what has an undo is noted before it is called.
      long states = step.undo() == null ? 1 : 2;
      return states * (STATE + (1L + SagaRetry.OWN_STORE.times()) * ATTEMPT);
    }

    private long backward(SagaStep step) {
      if (step.undo() != null) {
        long tried = 1 + SagaRetry.SERVICE_ERRORS.times() + SagaRetry.PERSISTENT.times();
        // A container's task is closed first, and looked at.
        long closing =
            step instanceof SagaStep.Task
                ? 2 * STATE + (1L + SagaRetry.OWN_STORE.times()) * ATTEMPT
                : 0;
        return closing + STATE + tried * ATTEMPT;
      }
      if (SagaModel.all(List.of(step)).allMatch(each -> each.undo() == null)) {
        return 0;
      }
      if (step instanceof SagaStep.Choice choice) {
        return STATE + choice.inner().stream().mapToLong(this::backward).max().orElse(0);
      }
      if (step instanceof SagaStep.Each each) {
        // A list is turned by its indexes.
        return 2 * looks() + all(each, backward(each.steps()));
      }
      return sum(BLOCK, step.inner().stream().mapToLong(this::backward).reduce(0, History::sum));
    }

    /** A state looks whether an answer is there. */
    private long looks() {
      return says ? STATE : 0;
    }

    /** Each item is taken by a state, and ends in one. */
    private long all(SagaStep.Each each, long once) {
      long item = ITEM + 2 * STATE + once;
      return sum(BLOCK, Math.min(MOST, items.getOrDefault(each.over(), 0L) * Math.min(item, MOST)));
    }

    private static long times(List<SagaRetry> retries) {
      return retries.stream().mapToLong(SagaRetry::times).sum();
    }

    private static long sum(long one, long other) {
      return Math.min(MOST, one + other);
    }
  }
}
