package io.eventwright.runtime.rebuild;

import io.eventwright.runtime.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The live rows beside the built ones.
 *
 * @param rows how many stand in both at the same version
 * @param ahead how many the live ones lack, or have at an older version: they are about to come
 * @param behind the keys and subjects that the built ones lack, or have at an older version
 * @param different the keys and subjects that say something else at the same version
 * @param live SHA-256 over key, source, subject, version and content of what stands in both at the
 *     same version, in the live ones
 * @param built the same in the built ones
 */
public record Comparison(
    long rows, long ahead, List<String> behind, List<String> different, String live, String built) {
  public Comparison {
    behind = List.copyOf(behind);
    different = List.copyOf(different);
  }

  /** Whether what is built has seen all that the live one has, subject by subject. */
  public boolean versionsMatch() {
    return behind.isEmpty();
  }

  /** Whether it also says the same, as the hashes prove. */
  public boolean equal() {
    return versionsMatch() && live.equals(built);
  }

  /**
   * Compares.
   *
   * @param live read first: a writer writes the built one first, so what was there then is here now
   * @param built read after it
   */
  static Comparison of(Map<String, Rows.Seen> live, Map<String, Rows.Seen> built) {
    List<String> behind = new ArrayList<>();
    List<String> different = new ArrayList<>();
    StringBuilder liveText = new StringBuilder();
    StringBuilder builtText = new StringBuilder();
    long rows = 0;
    long newer = 0;
    for (Map.Entry<String, Rows.Seen> entry : live.entrySet()) {
      Rows.Seen row = entry.getValue();
      Rows.Seen other = built.get(entry.getKey());
      int order = other == null ? 1 : row.version().compareTo(other.version());
      if (other == null || order > 0) {
        behind.add(named(entry.getKey()));
      } else if (order < 0) {
        newer++;
      } else {
        rows++;
        append(liveText, entry.getKey(), row);
        append(builtText, entry.getKey(), other);
        if (!row.content().equals(other.content())) {
          different.add(named(entry.getKey()));
        }
      }
    }
    long missing = built.keySet().stream().filter(key -> !live.containsKey(key)).count();
    return new Comparison(
        rows, newer + missing, behind, different, hash(liveText), hash(builtText));
  }

  private static String named(String key) {
    return key.replace('\n', ' ');
  }

  private static void append(StringBuilder text, String key, Rows.Seen row) {
    text.append(key).append('\n').append(row.version()).append(' ').append(row.content());
    text.append('\n');
  }

  private static String hash(StringBuilder text) {
    return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
