package io.eventwright.generator.emit.java.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.emit.stub.StubEmitter;
import io.eventwright.generator.testing.GoldenFolder;
import org.junit.jupiter.api.Test;

class SystemJavaGoldenTest {
  private final SystemJava java =
      new SystemJava(
          ArcadeModel.system(),
          new ConventionalTypes(ArcadeModel.system()),
          "src/main/events/system.yaml");

  @Test
  void everythingButWhatSchemasMake() {
    GoldenFolder.named("system-java").assertHolds(new SystemJavaEmitter(java).emit());
  }

  @Test
  void stubs() {
    GoldenFolder.named("stubs").assertHolds(new StubEmitter(java).emit());
  }

  @Test
  void linesAreNotTooLong() {
    new SystemJavaEmitter(java)
        .emit()
        .forEach(
            file ->
                file.text()
                    .lines()
                    .filter(line -> !line.startsWith("import"))
                    .forEach(line -> assertTrue(line.length() <= 100, file.path() + ": " + line)));
  }
}
