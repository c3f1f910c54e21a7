package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.SagaValue;
import io.eventwright.generator.model.source.SystemUnderCheck;

/**
 * A step within a branch or a map that has an undo and is given what an earlier step of the same
 * branch returned. Error: when the block fails that is lost, and the undo, which is given the same,
 * could not be called.
 */
final class LostInBranch implements Rule {

  @Override
  public String id() {
    return "lost-in-branch";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    system
        .source()
        .sagas()
        .forEach(
            saga ->
                new SagaWalk(
                        system,
                        (step, known) -> {
                          if (step.undo() != null) {
                            check(step, known, found);
                          }
                        })
                    .through(saga));
  }

  private void check(SagaStep step, SagaKnowledge known, Diagnostics found) {
    for (SagaValue value : step.with().values()) {
      if (value instanceof SagaValue.At at && known.local().contains(at.path().root())) {
        found.error(
            at.path().location(),
            id(),
            "Step "
                + step.name()
                + " takes "
                + at.path()
                + ", which is made in the same branch and lost when the branch fails, and its undo"
                + " would need it. Let "
                + at.path().root()
                + " come before the branches, or let the step find it itself.");
      }
    }
  }
}
