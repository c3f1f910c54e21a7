package io.eventwright.local.kinesis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.json.Json;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls that make, describe and reshape streams. A stream is active as soon as it is made. */
final class StreamCalls {

  private static final int LEAST_HOURS = 24;
  private static final int MOST_HOURS = 8760;

  private final KinesisStreams streams;

  StreamCalls(KinesisStreams streams) {
    this.streams = streams;
  }

  ObjectNode createStream(ObjectNode body) {
    String name = body.path("StreamName").asText("");
    if (!name.matches("[a-zA-Z0-9_.-]{1,128}")) {
      throw new AwsFault(400, "ValidationException", "Value '" + name + "' at 'streamName'");
    }
    boolean onDemand =
        body.path("StreamModeDetails").path("StreamMode").asText().equals("ON_DEMAND");
    int shards = onDemand ? 4 : Lookup.number(body, "ShardCount", 1, 1, 500);
    streams.create(
        new StreamDefinition(
            name, streams.arn(name), shards, onDemand, Duration.ofHours(LEAST_HOURS), false));
    return Json.object();
  }

  ObjectNode deleteStream(ObjectNode body) {
    streams.delete(Lookup.stream(streams, body));
    return Json.object();
  }

  ObjectNode listStreams(ObjectNode body) {
    String after = body.path("ExclusiveStartStreamName").asText(body.path("NextToken").asText(""));
    int limit = Lookup.number(body, "Limit", 100, 1, 10_000);
    ObjectNode response = Json.object();
    response.putArray("StreamNames");
    boolean more = false;
    for (KinesisStream stream : streams.all()) {
      String name = stream.definition().name();
      if (name.compareTo(after) > 0) {
        if (response.path("StreamNames").size() == limit) {
          more = true;
          break;
        }
        response.withArray("StreamNames").add(name);
        response.withArray("StreamSummaries").add(summary(stream));
        response.put("NextToken", name);
      }
    }
    if (!more) {
      response.remove("NextToken");
    }
    return response.put("HasMoreStreams", more);
  }

  private static ObjectNode summary(KinesisStream stream) {
    StreamDefinition definition = stream.definition();
    ObjectNode summary = Json.object();
    summary.put("StreamName", definition.name()).put("StreamARN", definition.arn());
    summary.put("StreamStatus", "ACTIVE");
    summary
        .putObject("StreamModeDetails")
        .put("StreamMode", definition.onDemand() ? "ON_DEMAND" : "PROVISIONED");
    return summary.put("StreamCreationTimestamp", stream.created().toEpochMilli());
  }

  private static ObjectNode description(KinesisStream stream) {
    ObjectNode description = summary(stream);
    description.put("RetentionPeriodHours", stream.retention().toHours());
    description.putArray("EnhancedMonitoring").addObject().putArray("ShardLevelMetrics");
    return description.put("EncryptionType", stream.definition().encrypted() ? "KMS" : "NONE");
  }

  ObjectNode describeStreamSummary(ObjectNode body) {
    KinesisStream stream = Lookup.stream(streams, body);
    long open = stream.shards().stream().filter(shard -> shard.closedAt() == null).count();
    ObjectNode description = description(stream);
    description.put("OpenShardCount", open).put("ConsumerCount", 0);
    ObjectNode response = Json.object();
    response.set("StreamDescriptionSummary", description);
    return response;
  }

  ObjectNode describeStream(ObjectNode body) {
    KinesisStream stream = Lookup.stream(streams, body);
    int limit = Lookup.number(body, "Limit", 100, 1, 10_000);
    List<Shard> shards = after(stream, body.path("ExclusiveStartShardId").asText(""));
    ObjectNode description = description(stream);
    description.putArray("Shards");
    shards.stream().limit(limit).forEach(s -> description.withArray("Shards").add(shard(s)));
    description.put("HasMoreShards", shards.size() > limit);
    ObjectNode response = Json.object();
    response.set("StreamDescription", description);
    return response;
  }

  ObjectNode listShards(ObjectNode body) {
    String token = body.path("NextToken").asText("");
    int bar = token.indexOf('|');
    KinesisStream stream =
        bar < 0 ? Lookup.stream(streams, body) : Lookup.stream(streams, token.substring(0, bar));
    String start =
        bar < 0 ? body.path("ExclusiveStartShardId").asText("") : token.substring(bar + 1);
    int limit = Lookup.number(body, "MaxResults", 1000, 1, 10_000);
    List<Shard> shards = after(stream, start);
    ObjectNode response = Json.object();
    response.putArray("Shards");
    shards.stream().limit(limit).forEach(s -> response.withArray("Shards").add(shard(s)));
    if (shards.size() > limit) {
      response.put("NextToken", stream.definition().name() + "|" + shards.get(limit - 1).id());
    }
    return response;
  }

  private static List<Shard> after(KinesisStream stream, String id) {
    List<Shard> later = new ArrayList<>(stream.shards());
    later.removeIf(shard -> shard.id().compareTo(id) <= 0);
    return later;
  }

  private static ObjectNode shard(Shard shard) {
    ObjectNode described = Json.object().put("ShardId", shard.id());
    if (!shard.parents().isEmpty()) {
      described.put("ParentShardId", shard.parents().get(0));
    }
    if (shard.parents().size() > 1) {
      described.put("AdjacentParentShardId", shard.parents().get(1));
    }
    range(shard, described);
    ObjectNode numbers = described.putObject("SequenceNumberRange");
    numbers.put("StartingSequenceNumber", shard.first());
    String closed = shard.closedAt();
    if (closed != null) {
      numbers.put("EndingSequenceNumber", closed);
    }
    return described;
  }

  static ObjectNode child(Shard shard) {
    ObjectNode child = Json.object().put("ShardId", shard.id());
    shard.parents().forEach(child.putArray("ParentShards")::add);
    range(shard, child);
    return child;
  }

  private static void range(Shard shard, ObjectNode into) {
    into.putObject("HashKeyRange")
        .put("StartingHashKey", shard.range().first().toString())
        .put("EndingHashKey", shard.range().last().toString());
  }

  ObjectNode splitShard(ObjectNode body) {
    KinesisStream stream = Lookup.stream(streams, body);
    String at = body.path("NewStartingHashKey").asText("");
    if (!SequenceNumbers.valid(at)) {
      throw new AwsFault(400, "InvalidArgumentException", "NewStartingHashKey " + at);
    }
    stream.split(Lookup.shard(stream, body.path("ShardToSplit").asText()), new BigInteger(at));
    return Json.object();
  }

  ObjectNode mergeShards(ObjectNode body) {
    KinesisStream stream = Lookup.stream(streams, body);
    stream.merge(
        Lookup.shard(stream, body.path("ShardToMerge").asText()),
        Lookup.shard(stream, body.path("AdjacentShardToMerge").asText()));
    return Json.object();
  }

  ObjectNode retain(ObjectNode body, boolean increase) {
    KinesisStream stream = Lookup.stream(streams, body);
    int hours = Lookup.number(body, "RetentionPeriodHours", 0, LEAST_HOURS, MOST_HOURS);
    long now = stream.retention().toHours();
    if (increase ? hours < now : hours > now) {
      throw new AwsFault(
          400,
          "InvalidArgumentException",
          "Requested retention period %d is on the wrong side of the current %d"
              .formatted(hours, now));
    }
    stream.retain(Duration.ofHours(hours));
    return Json.object();
  }
}
