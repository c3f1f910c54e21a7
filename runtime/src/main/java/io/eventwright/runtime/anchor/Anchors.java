package io.eventwright.runtime.anchor;

import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Heads in a locked bucket: objects {@code heads/<day>/<time>-<part>.jsonl}, a line for each
 * entity. A name is used once, and the bucket lets nobody change or remove what it has.
 *
 * @param s3 where the bucket is
 * @param bucket its name
 */
public record Anchors(S3Client s3, String bucket) {
  private static final String FOLDER = "heads/";
  private static final int HEADS_A_PART = 5_000;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd/HHmmssSSS").withZone(ZoneOffset.UTC);

  /**
   * Keeps the head of every entity.
   *
   * @return how many
   */
  public long keep(LogHeads heads, Instant now) {
    List<String> lines = new ArrayList<>();
    long[] counts = new long[2];
    heads.each(
        head -> {
          lines.add(line(head));
          counts[0]++;
          if (lines.size() == HEADS_A_PART) {
            put(now, counts[1]++, lines);
          }
        });
    if (!lines.isEmpty()) {
      put(now, counts[1], lines);
    }
    return counts[0];
  }

  private void put(Instant now, long part, List<String> lines) {
    String key = "%s%s-%04d.jsonl".formatted(FOLDER, NAME.format(now), part);
    s3.putObject(
        put -> put.bucket(bucket).key(key).ifNoneMatch("*").contentType("application/jsonl"),
        RequestBody.fromString(String.join("\n", lines) + "\n"));
    lines.clear();
  }

  private static String line(Head head) {
    return JsonObject.builder()
        .put("entity", new JsonString(head.partition()))
        .put("version", JsonNumber.of(head.version()))
        .put("hash", new JsonString(head.hash()))
        .build()
        .toString();
  }

  /** The farthest head that was ever kept of each entity. */
  public Map<String, Head> farthest() {
    Map<String, Head> farthest = new LinkedHashMap<>();
    s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(FOLDER)).contents().stream()
        .map(object -> object.key())
        .sorted()
        .forEach(
            key ->
                s3.getObjectAsBytes(get -> get.bucket(bucket).key(key))
                    .asUtf8String()
                    .lines()
                    .map(Anchors::head)
                    .forEach(
                        head ->
                            farthest.merge(
                                head.partition(),
                                head,
                                (known, next) -> next.version() > known.version() ? next : known)));
    return farthest;
  }

  private static Head head(String line) {
    try {
      JsonObject object = (JsonObject) Json.parse(line);
      return new Head(text(object, "entity"), number(object), text(object, "hash"));
    } catch (JsonParseFailure e) {
      throw new IllegalStateException("an anchor that is no JSON: " + line, e);
    }
  }

  private static long number(JsonObject object) {
    return Long.parseLong(String.valueOf(object.get("version")));
  }

  private static String text(JsonObject object, String name) {
    JsonValue value = object.get(name);
    return value instanceof JsonString text ? text.value() : "";
  }
}
