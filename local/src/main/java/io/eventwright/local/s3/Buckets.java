package io.eventwright.local.s3;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.delivery.Destination;
import io.eventwright.local.delivery.Message;
import io.eventwright.local.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Every bucket and what is in it. A change of one object is one step, as at S3. */
public final class Buckets implements Destination {

  /** Under this attribute a message to a bucket says its key. */
  private static final String KEY = "key";

  private final BiConsumer<String, ObjectNode> told;
  private final String account;
  private final AtomicLong sequencer = new AtomicLong();
  private final Map<String, BucketDefinition> definitions = new ConcurrentHashMap<>();
  private final Map<String, ConcurrentSkipListMap<String, StoredObject>> objects =
      new ConcurrentHashMap<>();

  /**
   * No buckets yet.
   *
   * @param told EventBridge, given the bucket's ARN and the detail of {@code Object Created}
   */
  public Buckets(String account, BiConsumer<String, ObjectNode> told) {
    this.account = account;
    this.told = told;
  }

  /** Makes buckets. */
  public void create(Collection<BucketDefinition> all) {
    for (BucketDefinition bucket : all) {
      definitions.put(bucket.name(), bucket);
      objects.put(bucket.name(), new ConcurrentSkipListMap<>());
    }
  }

  /** Empties every bucket. */
  public void reset() {
    objects.values().forEach(Map::clear);
  }

  /** Whether what is in it can be neither changed nor removed. */
  boolean isLocked(String bucket) {
    BucketDefinition definition = definitions.get(bucket);
    return definition != null && definition.locked();
  }

  /** The names of all buckets, sorted. */
  SortedSet<String> names() {
    return new TreeSet<>(objects.keySet());
  }

  ConcurrentSkipListMap<String, StoredObject> in(String bucket) {
    ConcurrentSkipListMap<String, StoredObject> found = objects.get(bucket);
    if (found == null) {
      throw new S3Fault(404, "NoSuchBucket", "The specified bucket does not exist");
    }
    return found;
  }

  StoredObject get(String bucket, String key) {
    StoredObject found = in(bucket).get(key);
    if (found == null) {
      throw new S3Fault(404, "NoSuchKey", "The specified key does not exist.");
    }
    return found;
  }

  /** Puts an object, where its conditions hold. */
  void put(String bucket, String key, StoredObject object, Conditions conditions, String reason) {
    in(bucket)
        .compute(
            key,
            (unused, there) -> {
              conditions.requireForPut(there);
              if (there != null && isLocked(bucket)) {
                throw new S3Fault(501, "NotImplemented", "Versions are not here");
              }
              return object;
            });
    tell(bucket, key, object, reason);
  }

  private void tell(String bucket, String key, StoredObject object, String reason) {
    BucketDefinition definition = definitions.get(bucket);
    if (definition == null || !definition.tellsEventBridge()) {
      return;
    }
    ObjectNode detail = Json.object().put("version", "0");
    detail.putObject("bucket").put("name", bucket);
    detail
        .putObject("object")
        .put("key", key)
        .put("size", object.content().length)
        .put("etag", object.etag())
        .put("sequencer", String.format("%018X", sequencer.incrementAndGet()));
    detail.put("request-id", UUID.randomUUID().toString()).put("requester", account);
    detail.put("source-ip-address", "127.0.0.1").put("reason", reason);
    told.accept("arn:aws:s3:::" + bucket, detail);
  }

  /** What a service of ours puts, such as a stream's abandoned records. */
  @Override
  public void send(String arn, Message message) {
    String bucket = arn.substring(arn.lastIndexOf(':') + 1);
    @Nullable String key = message.attributes().get(KEY);
    if (!objects.containsKey(bucket)) {
      throw new Refused("NO_RESOURCE", "there is no bucket " + arn);
    }
    byte[] content = message.body().getBytes(StandardCharsets.UTF_8);
    StoredObject object =
        new StoredObject(
            content, StoredObject.md5(content), "application/json", Map.of(), Instant.now());
    put(
        bucket,
        key == null ? UUID.randomUUID().toString() : key,
        object,
        Conditions.NONE,
        "PutObject");
  }
}
