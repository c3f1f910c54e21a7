package io.eventwright.generator.emit.java.system;

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
}
