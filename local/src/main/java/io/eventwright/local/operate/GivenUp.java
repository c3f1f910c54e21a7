package io.eventwright.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A batch of a stream's records that Lambda gave up, as it left it in a bucket (AWS Lambda, "Retain
 * discarded batch records for a Kinesis Data Streams event source").
 *
 * @param bucket where it is
 * @param key of the object
 * @param consumer logical id of the worker, such as {@code RecordScore}
 * @param records the Kinesis records, in their order; empty where Lambda could not keep them
 */
record GivenUp(String bucket, String key, String consumer, List<JsonNode> records) {

  private static final String BUCKET = "FailedRecordsBucket";
  private static final String FOLDER = "aws/lambda/";

  /** All that lie there, oldest first of each shard. */
  static List<GivenUp> all(Target target) {
    List<GivenUp> found = new ArrayList<>();
    S3Client buckets = target.buckets();
    target
        .names()
        .bucket(BUCKET)
        .ifPresent(
            bucket ->
                buckets
                    .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(FOLDER))
                    .contents()
                    .forEach(
                        object ->
                            found.add(
                                of(
                                    bucket,
                                    object.key(),
                                    buckets
                                        .getObjectAsBytes(
                                            get -> get.bucket(bucket).key(object.key()))
                                        .asUtf8String()))));
    return found;
  }

  private static GivenUp of(String bucket, String key, String text) {
    JsonNode notice = Json.parse(text);
    String function = notice.path("requestContext").path("functionArn").asText();
    List<JsonNode> records = new ArrayList<>();
    String payload = notice.path("payload").asText();
    if (!payload.isEmpty()) {
      Json.parse(payload).path("Records").forEach(records::add);
    }
    return new GivenUp(bucket, key, consumer(function), List.copyOf(records));
  }

  /** {@code arn:…:function:<stack>-<logical id>Function[-random][:version]}. */
  private static String consumer(String arn) {
    String name = arn.substring(arn.indexOf(":function:") + ":function:".length());
    int end = name.lastIndexOf("Function");
    return end < 0 ? name : name.substring(name.lastIndexOf('-', end) + 1, end);
  }

  /** Puts the records into their stream again, then takes the object away: none is lost. */
  void returnTo(String stream, KinesisClient streams, S3Client buckets) {
    for (JsonNode record : records) {
      JsonNode kinesis = record.path("kinesis");
      byte[] data = Base64.getDecoder().decode(kinesis.path("data").asText());
      streams.putRecord(
          put ->
              put.streamName(stream)
                  .partitionKey(kinesis.path("partitionKey").asText())
                  .data(SdkBytes.fromByteArray(data)));
    }
    buckets.deleteObject(delete -> delete.bucket(bucket).key(key));
  }
}
