package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaPath;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Two steps of one saga with one name, one with a name that the state machine keeps for itself, or
 * a step that is its own undo. Error: a step is remembered by its name, so the second would do
 * nothing, or would write over what the machine remembers.
 */
final class RepeatedStep implements Rule {

  /** Variables of the machine itself; {@code states} is Step Functions' own. */
  private static final List<String> TAKEN =
      List.of(SagaPath.EVENT, SagaPath.EXECUTION, SagaPath.CALLBACK, "failure", "states");

  /** Each flow of a machine has a variable of its own for what waits for a person. */
  private static final String PARKED = "parked";

  /** What a map counts its items with. */
  private static final String INDEX = "-index";

  /** What the undo of a step without a worker is remembered by. */
  private static final String UNDO = "-undo";

  @Override
  public String id() {
    return "repeated-step";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    system.source().sagas().forEach(saga -> new Names(saga, found).check());
  }

  private final class Names {

    private final SagaSource saga;
    private final Diagnostics found;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> flows = new HashSet<>();

    Names(SagaSource saga, Diagnostics found) {
      this.saga = saga;
      this.found = found;
    }

    void check() {
      for (SagaStep step : SagaModel.all(saga.steps()).toList()) {
        if (step instanceof SagaStep.PointOfNoReturn) {
          continue;
        }
        claim(step.name(), step);
        if (step instanceof SagaStep.Each each) {
          claim(each.item(), step);
          claim(each.item() + INDEX, step);
          flow(each.name(), step);
        } else if (step instanceof SagaStep.Parallel parallel) {
          parallel.branches().forEach(branch -> flow(step.name() + "-" + branch.name(), step));
        }
        SagaStep.Named undo = step.undo();
        if (undo != null && !(step instanceof SagaStep.Call)) {
          claim(step.name() + UNDO, step);
        }
        if (undo != null
            && step instanceof SagaStep.Call call
            && undo.value().equals(call.worker().value())) {
          found.error(
              undo.location(),
              id(),
              "Step "
                  + step.name()
                  + " is its own undo, so doing and undoing it would be the same. Name another"
                  + " worker.");
        }
      }
    }

    private void claim(String name, SagaStep step) {
      String variable = variable(name);
      if (TAKEN.contains(variable) || variable.startsWith(PARKED)) {
        found.error(
            step.location(),
            id(),
            "The name "
                + name
                + " is taken in saga "
                + saga.name().value()
                + ": "
                + String.join(", ", TAKEN)
                + " and all that begins with parked are the state machine's own. Give the step, or"
                + " the item, another one.");
      } else if (!seen.add(variable)) {
        found.error(
            step.location(),
            id(),
            "Saga "
                + saga.name().value()
                + " has the name "
                + name
                + " twice; steps and items of a map have one name each, an item takes <item>-index"
                + " too, and a step without a worker <step>-undo. Give the second another one, such"
                + " as "
                + name
                + "-again: { worker: "
                + name
                + " }.");
      }
    }

    /** Branches and maps name their own states: {@code a-b} with c is {@code a} with b-c. */
    private void flow(String label, SagaStep step) {
      boolean own = flows.add(label);
      if (!own | !flows.add("undo-" + label)) {
        found.error(
            step.location(),
            id(),
            "Saga "
                + saga.name().value()
                + " has two blocks whose states would be called after "
                + label
                + ". Give the step or its branch another name.");
      }
    }

    /** {@code charge-wallet} and {@code chargeWallet} are one. */
    private static String variable(String name) {
      StringBuilder variable = new StringBuilder();
      for (String word : name.split("-")) {
        variable.append(
            variable.isEmpty() || word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
      }
      return variable.toString();
    }
  }
}
