package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaPath;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.SagaValue;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A step within a branch or a map whose compensation would need what an earlier step of the same
 * branch returned: an undo that is given it, a choice or a map that goes by it. Error: when the
 * block fails that is lost, so that the undo could not be called, or the choice would choose other
 * steps to undo than were done.
 */
final class LostInBranch implements Rule {

  @Override
  public String id() {
    return "lost-in-branch";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (SagaSource saga : system.source().sagas()) {
      Set<SagaStep> undone =
          new HashSet<>(SagaModel.all(SagaModel.undoable(saga.steps())).toList());
      new SagaWalk(
              system,
              (step, known) -> {
                if (undone.contains(step)) {
                  check(step, known, found);
                }
              })
          .through(saga);
    }
  }

  private void check(SagaStep step, SagaKnowledge known, Diagnostics found) {
    for (SagaPath path : neededAgain(step)) {
      if (known.local().contains(path.root())) {
        found.error(
            path.location(),
            id(),
            "Step "
                + step.name()
                + " takes "
                + path
                + ", which is made in the same branch and lost when the branch fails, and "
                + (step.inner().isEmpty()
                    ? "its undo would need it"
                    : "what is to be undone in it could not be told without it")
                + ". Let "
                + path.root()
                + " come before the branches, or let "
                + (step.inner().isEmpty()
                    ? "the step find it itself."
                    : "the steps in it decide."));
      }
    }
  }

  /** What a step's compensation is told, or goes by. */
  private static List<SagaPath> neededAgain(SagaStep step) {
    List<SagaPath> paths = new ArrayList<>();
    if (step instanceof SagaStep.Call call && call.undo() != null) {
      SagaStep.Callback callback = call.callback();
      for (SagaValue value : call.with().values()) {
        if (value instanceof SagaValue.At at) {
          boolean reference = at.path().root().equals(SagaPath.CALLBACK);
          paths.add(
              reference && callback != null && callback.by() != null ? callback.by() : at.path());
        }
      }
    }
    boolean undone = SagaModel.all(List.of(step)).anyMatch(each -> each.undo() != null);
    if (step instanceof SagaStep.Choice choice && undone) {
      choice.cases().forEach(each -> each.when().forEach(test -> paths.add(test.path())));
    } else if (step instanceof SagaStep.Each each && undone) {
      paths.add(each.over());
    }
    return paths;
  }
}
