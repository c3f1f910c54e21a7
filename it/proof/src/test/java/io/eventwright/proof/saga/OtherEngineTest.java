package io.eventwright.proof.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.states.ExecutionView;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sample sagas in JSONPath, with each mishap in each place: balanced here, and taken down for
 * another engine to do the same.
 */
class OtherEngineTest {

  static List<SampleSaga> samples() throws Exception {
    return List.of(PurchaseScript.sample("jsonpath"), PayoutScript.sample("jsonpath"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  @DisplayName("row 40: a saga in JSONPath ends balanced too, whatever goes wrong")
  void endsBalanced(SampleSaga saga) throws IOException {
    Recordings recordings = new Recordings(saga.name() + "-jsonpath", definition(saga));
    assertEquals(End.DONE, run(saga, List.of(), recordings));
    for (String place : saga.places()) {
      for (Mishap mishap : Mishap.values()) {
        run(saga, List.of(new Fault(place, mishap, true)), recordings);
      }
    }
    recordings.write();
  }

  private static String definition(SampleSaga saga) throws IOException {
    String definition = String.valueOf(saga.script().definitions().get(saga.name()));
    Generated.forOthers(saga.name() + "-jsonpath.asl.json", definition);
    assertTrue(definition.contains("\"QueryLanguage\": \"JSONPath\""), definition);
    return Stage.substituted(definition);
  }

  private static End run(SampleSaga saga, List<Fault> faults, Recordings recordings) {
    Stage stage = new Stage(saga.script(), faults);
    stage.start(saga.event());
    stage.run();
    stage.record(faults.toString(), recordings);
    stage.mend();
    for (ExecutionView view : stage.views()) {
      if (!view.status().equals("SUCCEEDED")) {
        stage.requireUnbegun(view);
        stage.functions.redriveExecution(view.arn());
      }
    }
    stage.run();
    try {
      return saga.law().apply(stage);
    } catch (AssertionError e) {
      throw new AssertionError(faults + ": " + e.getMessage(), e);
    }
  }
}
