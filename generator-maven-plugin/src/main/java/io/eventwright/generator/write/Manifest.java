package io.eventwright.generator.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which files a folder owes to us, each with the hash of what we wrote; sorted, so that the same
 * files give the same manifest.
 *
 * @param hashes SHA-256 in hexadecimal by relative path
 */
record Manifest(SortedMap<String, String> hashes) {

  /** Hidden, so that no build takes it for a source. */
  static final String NAME = ".eventwright-files";

  private static final int HASH_LENGTH = 64;

  Manifest {
    hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
  }

  /**
   * The manifest of a folder; empty when there is none. Lines that are none of ours are skipped.
   */
  static Manifest read(Path root) throws IOException {
    Path file = root.resolve(NAME);
    SortedMap<String, String> hashes = new TreeMap<>();
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (line.matches("[0-9a-f]{64} .+")) {
          hashes.put(line.substring(HASH_LENGTH + 1), line.substring(0, HASH_LENGTH));
        }
      }
    }
    return new Manifest(hashes);
  }

  /** This one's files and the other's; of a path in both, the other's hash. */
  Manifest with(Manifest other) {
    SortedMap<String, String> both = new TreeMap<>(hashes);
    both.putAll(other.hashes);
    return new Manifest(both);
  }

  String text() {
    return hashes.entrySet().stream()
        .map((Map.Entry<String, String> each) -> each.getValue() + " " + each.getKey() + "\n")
        .collect(Collectors.joining());
  }

  static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
