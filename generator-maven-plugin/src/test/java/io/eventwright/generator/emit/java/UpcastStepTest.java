package io.eventwright.generator.emit.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.Subscription;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpcastStepTest {
  private static final Subscription THREE_MAJORS =
      new Subscription("score", List.of(1, 2, 4), List.of());

  @Test
  void oneStepBetweenNeighbours() {
    assertEquals(
        List.of(
            new UpcastStep(new EventRef("score", 1), new EventRef("score", 2)),
            new UpcastStep(new EventRef("score", 2), new EventRef("score", 4))),
        UpcastStep.of(THREE_MAJORS));
    assertEquals(List.of(), UpcastStep.of(new Subscription("score", List.of(2), List.of())));
  }

  @Test
  void stepsAreChained() {
    assertEquals(
        "new b.ScoreV1ToV2().then(new b.ScoreV2ToV4())",
        UpcastStep.chain(new SystemNames("s", "b"), UpcastStep.of(THREE_MAJORS)).toString());
  }
}
