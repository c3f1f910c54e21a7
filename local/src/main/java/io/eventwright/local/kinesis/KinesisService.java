package io.eventwright.local.kinesis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.gateway.AwsService;

/** Kinesis's API: which call is whose, and every answer in the form of its request. */
public final class KinesisService implements AwsService {

  private final StreamCalls streams;
  private final RecordCalls records;

  /** For those streams. */
  public KinesisService(KinesisStreams streams) {
    this.streams = new StreamCalls(streams);
    this.records = new RecordCalls(streams);
  }

  @Override
  public AwsResponse handle(AwsRequest request) {
    try {
      return Protocol.answer(request, answer(request.operation(), Protocol.read(request)));
    } catch (AwsFault fault) {
      return Protocol.fault(request, fault);
    }
  }

  private ObjectNode answer(String operation, ObjectNode body) {
    return switch (operation) {
      case "PutRecord" -> records.putRecord(body);
      case "PutRecords" -> records.putRecords(body);
      case "GetShardIterator" -> records.getShardIterator(body);
      case "GetRecords" -> records.getRecords(body);
      case "ListShards" -> streams.listShards(body);
      case "DescribeStream" -> streams.describeStream(body);
      case "DescribeStreamSummary" -> streams.describeStreamSummary(body);
      case "ListStreams" -> streams.listStreams(body);
      case "CreateStream" -> streams.createStream(body);
      case "DeleteStream" -> streams.deleteStream(body);
      case "SplitShard" -> streams.splitShard(body);
      case "MergeShards" -> streams.mergeShards(body);
      case "IncreaseStreamRetentionPeriod", "DecreaseStreamRetentionPeriod" ->
          streams.retain(body, operation.startsWith("Increase"));
      default -> throw new AwsFault(501, "NotImplemented", "Kinesis " + operation + " is not here");
    };
  }
}
