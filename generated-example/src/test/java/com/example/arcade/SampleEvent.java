package com.example.arcade;

import static java.util.Objects.requireNonNull;

import io.eventwright.runtime.event.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An event that the build has made of a schema: {@code events:sample} writes them to {@code
 * target/samples}, for each version of each event.
 *
 * @param name where it lies, such as {@code deposit-received/1.0/invalid/required-playerId.json}
 * @param json the whole event
 */
record SampleEvent(String name, String json) {
  private static final Path SAMPLES = Path.of("target/samples");

  /** Events that their schemas accept, of some types or of all. */
  static List<SampleEvent> valid(String... types) {
    return in("valid", List.of(types));
  }

  /** Events that their schemas refuse. */
  static List<SampleEvent> invalid() {
    return in("invalid", List.of());
  }

  /** The keyword that it breaks: its name begins with it. */
  String keyword() {
    return name.replaceFirst(".*/", "").replaceFirst("[-.].*", "");
  }

  /** The generated constant of its major: {@code event.OrderPlaced.V1} for order-placed/1.0. */
  EventType<?> type() {
    String[] path = name.split("[/.]");
    StringBuilder type = new StringBuilder(SampleEvent.class.getPackageName() + ".event.");
    for (String word : path[0].split("-")) {
      type.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    try {
      return (EventType<?>) Class.forName(type.toString()).getField("V" + path[1]).get(null);
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException("no such constant is generated", missing);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  private static List<SampleEvent> in(String folder, List<String> types) {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files
          .filter(file -> requireNonNull(file.getParent()).endsWith(folder))
          .map(SAMPLES::relativize)
          .filter(file -> types.isEmpty() || types.contains(file.getName(0).toString()))
          .sorted()
          .map(SampleEvent::read)
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException("mvn generate-test-resources makes the samples", missing);
    }
  }

  private static SampleEvent read(Path file) {
    try {
      return new SampleEvent(
          file.toString().replace('\\', '/'), Files.readString(SAMPLES.resolve(file)));
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }
}
