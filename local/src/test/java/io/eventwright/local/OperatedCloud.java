package io.eventwright.local;

import io.eventwright.local.delivery.Pace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Tables and queues that a person operates on; nothing consumes them. */
public final class OperatedCloud {

  private OperatedCloud() {}

  /** What the generator would say of it. */
  public static Path description() {
    return TestCloud.resource("operate.json");
  }

  /** Brings it up as the stack {@code operated}. */
  public static Cloud start() throws IOException, InterruptedException {
    return Cloud.start(
        new CloudSettings(
            TestCloud.resource("operate.yaml"),
            TestCloud.classPaths(),
            Path.of("target", "eventwright"),
            Path.of("target", "secrets.yaml"),
            0,
            "us-east-1",
            "operated",
            Map.of(),
            new Pace(60),
            false,
            (function, line) -> {}));
  }
}
