package io.eventwright.generator.pipeline;

import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.write.WriteResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a run did, one line for each thing. */
final class Summary {

  private Summary() {}

  /** What was understood. */
  static String of(EventSystem system) {
    List<String> parts = new ArrayList<>();
    count(parts, system.events().stream().map(EventContract::name).distinct().count(), "event");
    count(parts, system.entities().size(), "entity", "entities");
    count(parts, system.workers().size(), "worker");
    count(parts, system.sagas().size(), "saga");
    count(parts, system.projections().size(), "projection");
    return "System " + system.name() + ": " + String.join(", ", parts);
  }

  /** What was done to one folder. */
  static List<String> of(Output output, WriteResult result, GenerationRequest request) {
    List<String> lines = new ArrayList<>();
    String folder = request.named(output.folder());
    if (result.written().isEmpty() && result.removed().isEmpty()) {
      lines.add(output.name() + ": nothing changed in " + folder);
    } else {
      lines.add(
          output.name()
              + ": "
              + result.written().size()
              + " written, "
              + result.unchanged()
              + " unchanged, "
              + result.removed().size()
              + " removed in "
              + folder);
    }
    result
        .kept()
        .forEach(
            path ->
                lines.add(
                    output.name()
                        + ": "
                        + folder
                        + "/"
                        + path
                        + " is no longer generated, but was edited, so it is still there; remove"
                        + " it"));
    return lines;
  }

  /** Which first versions were written. */
  static List<String> ofStubs(List<String> written, Path sources, GenerationRequest request) {
    String folder = request.named(sources);
    return written.isEmpty()
        ? List.of("No class is missing")
        : written.stream()
            .map(path -> "Wrote " + folder + "/" + path + "; it is yours now")
            .toList();
  }

  private static void count(List<String> parts, long count, String noun) {
    count(parts, count, noun, noun + "s");
  }

  private static void count(List<String> parts, long count, String one, String many) {
    if (count > 0) {
      parts.add(count + " " + (count == 1 ? one : many));
    }
  }
}
