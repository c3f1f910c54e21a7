package io.eventwright.local.states;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParallelTest {
  private static final String TASK =
      "{\"StartAt\": \"%1$s\", \"States\": {\"%1$s\": {\"Type\": \"Task\", \"Resource\":"
          + " \"arn:aws:states:::lambda:invoke\", \"End\": true}}}";

  /** Both tasks are answered before either branch is known to have ended. */
  @Test
  void branchesThatEndAtTheSameTimeEndItOnce() {
    Machine machine =
        new Machine(
            """
            {"StartAt": "Both", "States": {
              "Both": {"Type": "Parallel", "Branches": [%s, %s], "Next": "After"},
              "After": {"Type": "Succeed"}}}"""
                .formatted(TASK.formatted("One"), TASK.formatted("Other")));
    ExecutionView view = machine.run("{}");
    List<String> events = machine.events(view.arn());
    assertEquals(
        1, events.stream().filter("ParallelStateExited"::equals).count(), events::toString);
    assertEquals(1, events.stream().filter("SucceedStateEntered"::equals).count());
  }
}
