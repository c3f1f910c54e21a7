package io.eventwright.local.template;

import io.eventwright.local.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The secrets of a developer's own machine: a mapping of names, each to a text, or to keys and
 * texts as the console keeps them. Read anew each time, so that a change is a rotation.
 *
 * @param file need not be there
 */
public record SecretsFile(Path file) {

  /** As people write it: relative to where they are. */
  public String shown() {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = file.toAbsolutePath().normalize();
    return (absolute.startsWith(here) ? here.relativize(absolute) : absolute)
        .toString()
        .replace('\\', '/');
  }

  /**
   * Every secret in it; none if it is not there.
   *
   * @throws IOException if it cannot be read, in words that quote nothing of it
   */
  public Map<String, String> read() throws IOException {
    if (!Files.exists(file)) {
      return Map.of();
    }
    Object content;
    try {
      content = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    } catch (YamlEngineException e) {
      // Its words quote the line, which is a secret.
      throw new IOException(shown() + " is no YAML");
    }
    if (content != null && !(content instanceof Map)) {
      throw new IOException(shown() + " is no mapping of names to secrets");
    }
    Map<String, String> secrets = new LinkedHashMap<>();
    if (content instanceof Map<?, ?> members) {
      members.forEach((name, value) -> secrets.put(String.valueOf(name), text(value)));
    }
    return secrets;
  }

  private static String text(@Nullable Object value) {
    return value instanceof Map<?, ?> || value instanceof Iterable<?>
        ? Json.write(value)
        : String.valueOf(value);
  }
}
