package io.eventwright.local.states.corpus;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Runs every recorded execution for real and compares status, output or error and cause, the
 * outputs of states, and the sequence of events. The folder is {@code -Dasl.corpus}, else {@code
 * ../shared/data/asl} next to the project; skipped, saying so, where there is none. {@code
 * -Dasl.show=<part of a name>} prints both sides.
 */
class AslCorpusTest {
  /** What holds today must hold tomorrow. */
  private static final double ENGINE_FLOOR = 1.0;

  private static final double SERVICE_FLOOR = 0.95;

  @Test
  void executionsEndAsTheServiceEndedThem() throws IOException {
    Path folder = folder();
    assumeTrue(folder != null, "no recordings: set -Dasl.corpus or provide shared/data/asl");
    List<Recording> recordings = recordings(folder);
    assumeTrue(!recordings.isEmpty(), "no recordings in the folder");
    int[] equal = new int[2];
    int[] all = new int[2];
    List<String> differing = new ArrayList<>();
    List<Recording> known = new ArrayList<>(recordings);
    Path usual = usualFolder();
    if (usual != null) {
      // Machines that a recording starts may be defined in another recording.
      known.addAll(recordings(usual));
    }
    for (Recording recording : recordings) {
      int kind = recording.needsServices() ? 1 : 0;
      all[kind]++;
      String difference = Replay.difference(recording, known);
      if (difference == null) {
        equal[kind]++;
      } else {
        differing.add(recording.name() + ": " + difference);
      }
    }
    differing.forEach(System.out::println);
    System.out.printf(
        "asl: %d of %d equal%nasl engine-only: %d of %d equal%nasl service: %d of %d equal%n",
        equal[0] + equal[1], all[0] + all[1], equal[0], all[0], equal[1], all[1]);
    boolean ours = System.getProperty("asl.corpus") == null;
    assertTrue(!ours || equal[0] >= ENGINE_FLOOR * all[0], "engine-only below the floor");
    assertTrue(!ours || equal[1] >= SERVICE_FLOOR * all[1], "service below the floor");
  }

  /** The comparison must be able to fail: every recording, changed a little, is no longer met. */
  @Test
  void aChangedRecordingIsToldApart() throws IOException {
    Path folder = folder();
    assumeTrue(folder != null, "no recordings: set -Dasl.corpus or provide shared/data/asl");
    List<Recording> recordings = recordings(folder);
    for (Recording recording : recordings) {
      for (Recording changed : Changes.of(recording)) {
        assertNotNull(Replay.difference(changed, recordings), () -> "not told apart: " + changed);
      }
    }
  }

  private static List<Recording> recordings(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(Recording::read)
          .filter(Recording::isExecution)
          .toList();
    }
  }

  private static @Nullable Path folder() {
    String given = System.getProperty("asl.corpus");
    if (given != null) {
      Path from = Path.of(given);
      return from.isAbsolute() || Files.isDirectory(from) ? from : Path.of("..").resolve(given);
    }
    return usualFolder();
  }

  private static @Nullable Path usualFolder() {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path candidate = up.resolve("shared/data/asl");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return null;
  }
}
