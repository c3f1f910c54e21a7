package io.eventwright.generator.load.system;

import io.eventwright.generator.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The template that was released last, which {@code events:release} keeps beside the input. */
public final class ReleasedTemplate {

  private static final String FOLDER = "released";

  /** Where it is, relative to the input folder. */
  public static final String PATH = FOLDER + "/template.yaml";

  private ReleasedTemplate() {}

  /** Its text; empty before the first release. */
  public static Optional<String> read(InputFolder input, Diagnostics found) throws IOException {
    byte[] content = input.read(FOLDER, List.of(".yaml"), found).get(PATH);
    return content == null
        ? Optional.empty()
        : Optional.of(new String(content, StandardCharsets.UTF_8));
  }
}
