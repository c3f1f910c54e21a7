package io.eventwright.generator.load.system;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The user's own templates, in the folder {@code templates} beside {@code system.yaml}. */
public final class TemplateOverrides {

  private static final String FOLDER = "templates";

  private TemplateOverrides() {}

  /** Their texts, by the path of the template that each takes the place of. */
  public static Checked<SortedMap<String, String>> read(InputFolder input) throws IOException {
    Diagnostics found = new Diagnostics();
    SortedMap<String, String> texts = new TreeMap<>();
    input
        .read(FOLDER, List.of(".vm"), found)
        .forEach(
            (path, content) ->
                texts.put(
                    path.substring(FOLDER.length() + 1),
                    new String(content, StandardCharsets.UTF_8)));
    return Checked.of(texts, found);
  }

  /** How messages call the override of a template. */
  public static String named(InputFolder input, String template) {
    return input.named(FOLDER + "/" + template);
  }
}
