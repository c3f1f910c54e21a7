package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example's events are the sample's: no second version of them may come about. */
class SampleDriftTest {
  @Test
  void eventsAreTheSamples() throws Exception {
    Map<String, String> sample = sample();
    Map<String, String> example = files(Path.of("src/main/events"));
    assertEquals(String.join("\n", sample.keySet()), String.join("\n", example.keySet()));
    sample.forEach((path, text) -> assertEquals(text, example.get(path), path));
  }

  private static Map<String, String> sample() throws IOException, URISyntaxException {
    URI uri =
        Objects.requireNonNull(
                SampleDriftTest.class.getResource("/samples/arcade/system.yaml"),
                "the sample arcade is not on the class path")
            .toURI();
    if (!uri.getScheme().equals("jar")) {
      return files(Path.of(uri).getParent());
    }
    try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
      return files(jar.getPath("/samples/arcade"));
    }
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        found.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
      }
    }
    return found;
  }
}
