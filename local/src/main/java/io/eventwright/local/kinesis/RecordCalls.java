package io.eventwright.local.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.json.Json;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls that write and read records. */
final class RecordCalls {

  private static final int MOST_ENTRIES = 500;
  private static final int MEBIBYTE = 1024 * 1024;
  private static final int LARGEST_REQUEST = 10 * MEBIBYTE;
  private static final int MOST_READ = 10_000;
  private static final long LARGEST_READ = 10L * MEBIBYTE;

  private final KinesisStreams streams;

  RecordCalls(KinesisStreams streams) {
    this.streams = streams;
  }

  ObjectNode putRecord(ObjectNode body) {
    KinesisStream stream = Lookup.stream(streams, body);
    Entry entry = entry(stream, body);
    KinesisStream.Placed placed = stream.put(entry.partitionKey(), entry.hashKey(), entry.data());
    return placed(stream, placed).put("EncryptionType", encryption(stream));
  }

  ObjectNode putRecords(ObjectNode body) {
    KinesisStream stream = Lookup.stream(streams, body);
    JsonNode records = body.path("Records");
    if (records.isEmpty() || records.size() > MOST_ENTRIES) {
      throw invalid(
          "1 validation error detected: Value at 'records' failed to satisfy constraint: Member must"
              + " have length less than or equal to 500 and greater than or equal to 1");
    }
    // The request as a whole is checked before any record is taken.
    List<Entry> entries = new java.util.ArrayList<>();
    long size = 0;
    for (JsonNode record : records) {
      Entry entry = entry(stream, record);
      size += entry.data().length + HashKeys.bytes(entry.partitionKey());
      entries.add(entry);
    }
    if (size > LARGEST_REQUEST) {
      throw new AwsFault(
          400, "InvalidArgumentException", "Records size exceeds 10 MB limit: " + size);
    }
    ObjectNode response = Json.object();
    int failed = 0;
    for (Entry entry : entries) {
      try {
        KinesisStream.Placed placed =
            stream.put(entry.partitionKey(), entry.hashKey(), entry.data());
        response.withArray("Records").add(placed(stream, placed));
      } catch (AwsFault fault) {
        failed++;
        response
            .withArray("Records")
            .addObject()
            .put("ErrorCode", fault.code())
            .put("ErrorMessage", fault.getMessage());
      }
    }
    return response.put("FailedRecordCount", failed).put("EncryptionType", encryption(stream));
  }

  private record Entry(String partitionKey, @Nullable BigInteger hashKey, byte[] data) {}

  private static Entry entry(KinesisStream stream, JsonNode record) {
    String partitionKey = record.path("PartitionKey").asText("");
    if (partitionKey.isEmpty() || partitionKey.length() > 256) {
      throw invalid("Value at 'partitionKey' must have length from 1 to 256");
    }
    if (!record.has("Data")) {
      throw invalid("Value null at 'data' must not be null");
    }
    byte[] data = Protocol.bytes(record.path("Data"));
    if (data.length > stream.largestRecord()) {
      throw invalid(
          "Value at 'data' failed to satisfy constraint: Member must have length less than or equal"
              + " to "
              + stream.largestRecord());
    }
    String explicit = record.path("ExplicitHashKey").asText("");
    if (explicit.isEmpty()) {
      return new Entry(partitionKey, null, data);
    }
    if (!SequenceNumbers.valid(explicit) || new BigInteger(explicit).compareTo(HashKeys.LAST) > 0) {
      throw new AwsFault(400, "InvalidArgumentException", "Invalid ExplicitHashKey. " + explicit);
    }
    return new Entry(partitionKey, new BigInteger(explicit), data);
  }

  private static AwsFault invalid(String message) {
    return new AwsFault(400, "ValidationException", message);
  }

  private static ObjectNode placed(KinesisStream stream, KinesisStream.Placed placed) {
    return Json.object().put("ShardId", placed.shardId()).put("SequenceNumber", placed.sequence());
  }

  private static String encryption(KinesisStream stream) {
    return stream.definition().encrypted() ? "KMS" : "NONE";
  }

  ObjectNode getShardIterator(ObjectNode body) {
    KinesisStream stream = Lookup.stream(streams, body);
    Shard shard = Lookup.shard(stream, body.path("ShardId").asText());
    String type = body.path("ShardIteratorType").asText();
    String from =
        switch (type) {
          case "TRIM_HORIZON" -> shard.first();
          case "LATEST" -> shard.latest();
          case "AT_TIMESTAMP" -> shard.at(timestamp(body));
          case "AT_SEQUENCE_NUMBER" -> given(body, stream);
          case "AFTER_SEQUENCE_NUMBER" -> SequenceNumbers.after(given(body, stream));
          default -> throw invalid("Value '" + type + "' at 'shardIteratorType' is not known");
        };
    return Json.object().put("ShardIterator", iterator(stream, shard.id(), from).text());
  }

  private static Instant timestamp(ObjectNode body) {
    if (!body.path("Timestamp").isNumber()) {
      throw new AwsFault(
          400, "InvalidArgumentException", "Must specify timestamp for AT_TIMESTAMP");
    }
    return Instant.ofEpochMilli(body.path("Timestamp").asLong());
  }

  private static String given(ObjectNode body, KinesisStream stream) {
    String number = body.path("StartingSequenceNumber").asText("");
    if (!SequenceNumbers.valid(number)) {
      throw new AwsFault(
          400,
          "InvalidArgumentException",
          "StartingSequenceNumber %s used in GetShardIterator on stream %s is invalid."
              .formatted(number, stream.definition().name()));
    }
    return SequenceNumbers.pad(number);
  }

  private ShardIterator iterator(KinesisStream stream, String shard, String from) {
    return new ShardIterator(stream.definition().name(), shard, from, streams.clock().millis());
  }

  ObjectNode getRecords(ObjectNode body) {
    ShardIterator iterator = ShardIterator.of(body.path("ShardIterator").asText(), streams.clock());
    KinesisStream stream = Lookup.stream(streams, iterator.stream());
    Shard shard = Lookup.shard(stream, iterator.shard());
    int limit = Lookup.number(body, "Limit", MOST_READ, 1, MOST_READ);
    if (!shard.admitsRead()) {
      throw new AwsFault(
          400,
          "ProvisionedThroughputExceededException",
          "Rate exceeded for shard %s in stream %s"
              .formatted(shard.id(), stream.definition().name()));
    }
    List<StreamRecord> found = shard.from(iterator.from(), limit, LARGEST_READ);
    ObjectNode response = Json.object();
    response.putArray("Records");
    long bytes = 0;
    String next = iterator.from();
    for (StreamRecord record : found) {
      bytes += record.size();
      next = SequenceNumbers.after(record.sequence());
      response.withArray("Records").add(record(stream, record));
    }
    shard.readBytes(bytes);
    String closed = shard.closedAt();
    if (closed == null || !shard.isReadTo(next)) {
      response.put("NextShardIterator", iterator(stream, shard.id(), next).text());
    } else {
      for (Shard child : stream.children(shard)) {
        response.withArray("ChildShards").add(StreamCalls.child(child));
      }
    }
    return response.put("MillisBehindLatest", behind(shard, next));
  }

  private long behind(Shard shard, String next) {
    List<StreamRecord> waiting = shard.from(next, 1, LARGEST_READ);
    return waiting.isEmpty()
        ? 0
        : Math.max(0, streams.clock().millis() - waiting.get(0).arrived().toEpochMilli());
  }

  private static ObjectNode record(KinesisStream stream, StreamRecord record) {
    return Json.object()
        .put("SequenceNumber", record.sequence())
        .put("ApproximateArrivalTimestamp", record.arrived().toEpochMilli())
        .put("Data", record.data())
        .put("PartitionKey", record.partitionKey())
        .put("EncryptionType", encryption(stream));
  }
}
