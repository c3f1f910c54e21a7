package io.eventwright.local.states.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, the comparison ends with a difference and goes on to the next. */
class AnyRecordingTest {
  private static final String PASS =
      "{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'End': true}}}";
  private static final String EVENTS =
      "[['ExecutionStarted', null], ['PassStateEntered', 'A'], ['PassStateExited', 'A'],"
          + " ['ExecutionSucceeded', null]]";

  @TempDir Path folder;

  private Recording recording(String text) throws IOException {
    return Recording.read(Files.writeString(folder.resolve("r.json"), text.replace('\'', '"')));
  }

  private static String calls(String function, String resources) {
    return """
        {'definition': {'StartAt': 'A', 'States': {'A': {'Type': 'Task', 'End': true,
          'Resource': 'arn:aws:states:::lambda:invoke',
          'Parameters': {'FunctionName': '%s', 'Payload.$': '$'}, 'OutputPath': '$.Payload'}}},
         'input': {'x': 1}, 'resources': %s, 'events': [['ExecutionStarted', null],
          ['TaskStateEntered', 'A'], ['TaskScheduled', null], ['TaskStarted', null],
          ['TaskSucceeded', null], ['TaskStateExited', 'A'], ['ExecutionSucceeded', null]],
         'expected': {'status': 'SUCCEEDED', 'output': {'x': 1}}}
        """
        .formatted(function, resources);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1]",
        "{'definition': null}",
        "{'definition': []}",
        "{'definition': {'StartAt': 'A'}, 'recorded': 'long ago', 'resources': []}",
        "{'definition': " + PASS + "}",
        "{'definition': " + PASS + ", 'events': [1, null], 'expected': {'status': 'SUCCEEDED'}}",
        "{'definition': " + PASS + ", 'events': {}, 'expected': [], 'stateOutputs': [[]]}",
        "{'definition': " + PASS + ", 'resources': {'lambdas': {'f': 'g'}, 'queues': {}}}"
      })
  void whatIsNoRecordingIsNotEqual(String text) throws IOException {
    Recording recording = recording(text);
    assertTrue(recording.isExecution());
    assertNotNull(Replay.difference(recording, List.of()));
  }

  @Test
  void aRecordingWithoutInputOrTimeIsRun() throws IOException {
    assertNull(
        Replay.difference(
            recording(
                "{'definition': %s, 'events': %s, 'expected': {'status': 'SUCCEEDED', 'output': {}}}"
                    .formatted(PASS, EVENTS)),
            List.of()));
  }

  @Test
  void functionsAreFoundByNameAndArn() throws IOException {
    String known = "{'lambdas': {'f': {'handler_file': 'a/id_function.py'}}}";
    for (String name : List.of("f", "f:live", "arn:aws:lambda:r:1:function:f:$LATEST")) {
      assertNull(Replay.difference(recording(calls(name, known)), List.of()), name);
    }
  }

  @Test
  void aFunctionThatNobodyDescribedIsNotAnswered() throws IOException {
    String unknown = "{'lambdas': {'f': {'handler_file': 'a/nobody_knows.py'}}}";
    String difference = Replay.difference(recording(calls("f", unknown)), List.of());
    assertNotNull(difference);
    assertTrue(difference.contains("error Unsupported"), difference);
  }

  @Test
  void otherFilesAreNoExecutions() throws IOException {
    assertEquals(false, recording("{'about': 'these recordings'}").isExecution());
  }
}
