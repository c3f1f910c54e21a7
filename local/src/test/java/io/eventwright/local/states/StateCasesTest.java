package io.eventwright.local.states;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.task.TaskOutcome;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A definition, an input, how it must end and, where it matters, by which events: one file each in
 * {@code cases}. A task fails with the error that its input names, else it returns its input.
 */
class StateCasesTest {
  @TestFactory
  Stream<DynamicTest> cases() throws IOException, URISyntaxException {
    Path folder = Path.of(StateCasesTest.class.getResource("cases").toURI());
    return Files.list(folder)
        .sorted()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    Map<?, ?> wanted = (Map<?, ?>) Json.parse(Files.readString(file));
    Map<?, ?> expected = (Map<?, ?>) wanted.get("expected");
    Machine machine =
        new Machine(
            Json.write(wanted.get("definition")),
            call ->
                call.arguments() instanceof Map<?, ?> map && map.get("fail") instanceof String error
                    ? Machine.failed(error)
                    : new TaskOutcome.Succeeded(call.arguments()));
    ExecutionView view = machine.run(Json.write(wanted.get("input")));
    assertEquals(expected.get("status"), view.status(), view::toString);
    assertEquals(
        expected.containsKey("output") ? Json.write(expected.get("output")) : null, view.output());
    assertEquals(expected.get("error"), view.error());
    assertEquals(expected.get("cause"), view.cause());
    if (wanted.get("events") instanceof List<?> events) {
      assertEquals(events, machine.events(view.arn()));
    }
  }
}
