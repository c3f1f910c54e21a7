package io.eventwright.generator.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds test data that is not part of the project: in {@code shared/data} beside it. */
public final class SharedData {

  private SharedData() {}

  /** A folder of the data; the test is skipped, with the reason, when it is not there. */
  public static Path folder(String name) {
    Path around = Path.of("").toAbsolutePath();
    while (around != null) {
      Path folder = around.resolve("shared").resolve("data").resolve(name);
      if (Files.isDirectory(folder)) {
        return folder;
      }
      around = around.getParent();
    }
    assumeTrue(false, "skipped: shared/data/" + name + " is not beside the project");
    throw new IllegalStateException();
  }
}
