package io.eventwright.local.kinesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.gateway.Gateway;
import io.eventwright.local.json.Json;
import io.eventwright.local.sample.Clients;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamMode;

/** The service by itself, on a clock that is moved: no test waits. */
class KinesisServiceTest {

  private final TickingClock clock = new TickingClock();
  private Gateway gateway;
  private KinesisClient kinesis;

  @BeforeEach
  void open() throws IOException {
    gateway = new Gateway(0);
    gateway.serve(
        "kinesis",
        new KinesisService(
            new KinesisStreams(
                clock, name -> "arn:aws:kinesis:us-east-1:000000000000:stream/" + name)));
    kinesis = Clients.of(KinesisClient.builder(), gateway.endpoint(), "test");
    kinesis.createStream(create -> create.streamName("scores").shardCount(2));
  }

  @AfterEach
  void close() {
    kinesis.close();
    gateway.close();
  }

  private PutRecordResponse put(String key, String data) {
    return kinesis.putRecord(
        put -> put.streamName("scores").partitionKey(key).data(SdkBytes.fromUtf8String(data)));
  }

  private String iterator(String shard, ShardIteratorType type) {
    return kinesis
        .getShardIterator(get -> get.streamName("scores").shardId(shard).shardIteratorType(type))
        .shardIterator();
  }

  private GetRecordsResponse read(String iterator) {
    clock.move(Duration.ofMillis(200)); // five reads a second
    return kinesis.getRecords(get -> get.shardIterator(iterator));
  }

  private static List<String> texts(GetRecordsResponse response) {
    return response.records().stream().map(record -> record.data().asUtf8String()).toList();
  }

  @Test
  void whatIsPutIsReadInOrderFromTheShardOfItsKey() {
    Map<String, List<String>> expected = new HashMap<>();
    Map<String, String> shards = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      String key = "player-" + i % 7;
      String shard = put(key, key + " " + i).shardId();
      assertEquals(shards.computeIfAbsent(key, k -> shard), shard, key);
      expected.computeIfAbsent(shard, s -> new ArrayList<>()).add(key + " " + i);
    }
    assertEquals(2, expected.size(), "seven keys that lie in one half would prove nothing");
    expected.forEach(
        (shard, texts) ->
            assertEquals(texts, texts(read(iterator(shard, ShardIteratorType.TRIM_HORIZON)))));
  }

  @Test
  void aRecordHasWhatTheServiceAdds() {
    PutRecordResponse placed = put("a", "one");
    Record record =
        read(iterator(placed.shardId(), ShardIteratorType.TRIM_HORIZON)).records().get(0);
    assertEquals(placed.sequenceNumber(), record.sequenceNumber());
    assertEquals(56, record.sequenceNumber().length());
    assertEquals("a", record.partitionKey());
    assertEquals(Instant.parse("2026-11-01T10:00:00.123Z"), record.approximateArrivalTimestamp());
  }

  @Test
  void theHashOfTheKeyIsThatOfTheService() {
    // MD5 of "a" is 0cc175b9c0f1b6a831c399e269772661: the lower half; of "b" 92eb5ffe…: the upper.
    assertEquals("shardId-000000000000", put("a", "").shardId());
    assertEquals("shardId-000000000001", put("b", "").shardId());
    String last = BigInteger.TWO.pow(128).subtract(BigInteger.ONE).toString();
    assertEquals(
        "shardId-000000000001",
        kinesis
            .putRecord(
                put ->
                    put.streamName("scores")
                        .partitionKey("a")
                        .explicitHashKey(last)
                        .data(SdkBytes.fromUtf8String("x")))
            .shardId());
    List<Shard> shards = kinesis.listShards(list -> list.streamName("scores")).shards();
    assertEquals("0", shards.get(0).hashKeyRange().startingHashKey());
    assertEquals(last, shards.get(1).hashKeyRange().endingHashKey());
    assertEquals(
        new BigInteger(shards.get(0).hashKeyRange().endingHashKey()).add(BigInteger.ONE),
        new BigInteger(shards.get(1).hashKeyRange().startingHashKey()));
  }

  @Test
  void everyTypeOfIteratorBeginsWhereItShould() {
    String shard = put("a", "0").shardId();
    clock.move(Duration.ofSeconds(10));
    PutRecordResponse one = put("a", "1");
    Instant time = clock.instant();
    clock.move(Duration.ofSeconds(10));
    put("a", "2");
    String latest = iterator(shard, ShardIteratorType.LATEST);
    put("a", "3");
    assertEquals(
        List.of("0", "1", "2", "3"), texts(read(iterator(shard, ShardIteratorType.TRIM_HORIZON))));
    assertEquals(List.of("3"), texts(read(latest)));
    assertEquals(List.of("1", "2", "3"), texts(read(at(shard, one.sequenceNumber(), true))));
    assertEquals(List.of("2", "3"), texts(read(at(shard, one.sequenceNumber(), false))));
    String byTime =
        kinesis
            .getShardIterator(
                get ->
                    get.streamName("scores")
                        .shardId(shard)
                        .shardIteratorType(ShardIteratorType.AT_TIMESTAMP)
                        .timestamp(time))
            .shardIterator();
    assertEquals(List.of("1", "2", "3"), texts(read(byTime)));
  }

  private String at(String shard, String sequence, boolean included) {
    ShardIteratorType type =
        included ? ShardIteratorType.AT_SEQUENCE_NUMBER : ShardIteratorType.AFTER_SEQUENCE_NUMBER;
    return kinesis
        .getShardIterator(
            get ->
                get.streamName("scores")
                    .shardId(shard)
                    .shardIteratorType(type)
                    .startingSequenceNumber(sequence))
        .shardIterator();
  }

  @Test
  void aReaderGoesOnFromPageToPageAndKnowsHowFarBehindItIs() {
    String shard = "shardId-000000000000";
    for (int i = 0; i < 5; i++) {
      put("a", String.valueOf(i));
    }
    clock.move(Duration.ofSeconds(3));
    String first = iterator(shard, ShardIteratorType.TRIM_HORIZON);
    GetRecordsResponse page = kinesis.getRecords(get -> get.shardIterator(first).limit(3));
    assertEquals(List.of("0", "1", "2"), texts(page));
    assertEquals(3000, page.millisBehindLatest());
    GetRecordsResponse rest = read(page.nextShardIterator());
    assertEquals(List.of("3", "4"), texts(rest));
    assertEquals(0, rest.millisBehindLatest());
    assertEquals(List.of(), texts(read(rest.nextShardIterator())));
  }

  @Test
  void anIteratorLivesFiveMinutes() {
    String iterator = iterator("shardId-000000000000", ShardIteratorType.LATEST);
    clock.move(Duration.ofMinutes(5).plusMillis(1));
    assertThrows(
        ExpiredIteratorException.class, () -> kinesis.getRecords(g -> g.shardIterator(iterator)));
    assertThrows(
        InvalidArgumentException.class, () -> kinesis.getRecords(g -> g.shardIterator("AAAA")));
  }

  @Test
  void recordsAreGoneAfterTheRetention() {
    String shard = put("a", "old").shardId();
    clock.move(Duration.ofHours(20));
    put("a", "new");
    clock.move(Duration.ofHours(5));
    assertEquals(List.of("new"), texts(read(iterator(shard, ShardIteratorType.TRIM_HORIZON))));
    kinesis.increaseStreamRetentionPeriod(i -> i.streamName("scores").retentionPeriodHours(168));
    clock.move(Duration.ofHours(100));
    assertEquals(List.of("new"), texts(read(iterator(shard, ShardIteratorType.TRIM_HORIZON))));
  }

  @Test
  void aShardTakesAThousandRecordsASecondAndAMegabyte() {
    List<PutRecordsRequestEntry> entries =
        IntStream.range(0, 500).mapToObj(i -> entry("a", new byte[10])).toList();
    assertEquals(0, putAll(entries).failedRecordCount());
    assertEquals(0, putAll(entries).failedRecordCount());
    PutRecordsResponse over = putAll(entries);
    assertEquals(500, over.failedRecordCount());
    assertEquals("ProvisionedThroughputExceededException", over.records().get(0).errorCode());
    clock.move(Duration.ofMillis(100));
    assertEquals(400, putAll(entries).failedRecordCount(), "a tenth of a second is a hundred");
    clock.move(Duration.ofSeconds(1));
    List<PutRecordsRequestEntry> large =
        IntStream.range(0, 5).mapToObj(i -> entry("a", new byte[300 * 1024])).toList();
    assertEquals(2, putAll(large).failedRecordCount());
    PutRecordResponse other = put("b", "the other shard is not held up");
    assertEquals("shardId-000000000001", other.shardId());
  }

  private PutRecordsResponse putAll(List<PutRecordsRequestEntry> entries) {
    return kinesis.putRecords(put -> put.streamName("scores").records(entries));
  }

  private static PutRecordsRequestEntry entry(String key, byte[] data) {
    return PutRecordsRequestEntry.builder()
        .partitionKey(key)
        .data(SdkBytes.fromByteArray(data))
        .build();
  }

  @Test
  void aShardIsReadFiveTimesASecond() {
    String iterator = iterator("shardId-000000000000", ShardIteratorType.LATEST);
    KinesisClient impatient =
        KinesisClient.builder()
            .applyMutation(
                b -> b.overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1))))
            .applyMutation(b -> b.endpointOverride(gateway.endpoint()))
            .region(software.amazon.awssdk.regions.Region.US_EAST_1)
            .credentialsProvider(
                () -> software.amazon.awssdk.auth.credentials.AwsBasicCredentials.create("a", "b"))
            .httpClient(software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient.create())
            .build();
    try (impatient) {
      for (int i = 0; i < 5; i++) {
        impatient.getRecords(get -> get.shardIterator(iterator));
      }
      assertThrows(
          ProvisionedThroughputExceededException.class,
          () -> impatient.getRecords(get -> get.shardIterator(iterator)));
      clock.move(Duration.ofMillis(200));
      impatient.getRecords(get -> get.shardIterator(iterator));
    }
  }

  @Test
  void whatIsTooLargeIsRefusedWhole() {
    KinesisException record =
        assertThrows(
            KinesisException.class,
            () ->
                kinesis.putRecord(
                    put ->
                        put.streamName("scores")
                            .partitionKey("a")
                            .data(SdkBytes.fromByteArray(new byte[1024 * 1024 + 1]))));
    assertEquals("ValidationException", record.awsErrorDetails().errorCode());
    List<PutRecordsRequestEntry> many =
        IntStream.range(0, 501).mapToObj(i -> entry("a", new byte[1])).toList();
    assertThrows(KinesisException.class, () -> putAll(many));
    List<PutRecordsRequestEntry> heavy =
        IntStream.range(0, 11).mapToObj(i -> entry("a", new byte[1024 * 1024])).toList();
    assertThrows(InvalidArgumentException.class, () -> putAll(heavy));
    assertEquals(
        List.of(), texts(read(iterator("shardId-000000000000", ShardIteratorType.TRIM_HORIZON))));
  }

  @Test
  void aShardThatIsSplitEndsAndItsChildrenGoOn() {
    put("a", "before");
    kinesis.splitShard(
        split ->
            split
                .streamName("scores")
                .shardToSplit("shardId-000000000000")
                .newStartingHashKey(BigInteger.TWO.pow(124).toString()));
    PutRecordResponse after = put("a", "after");
    assertEquals("shardId-000000000002", after.shardId(), "0cc1… is below 1000…");
    GetRecordsResponse end = read(iterator("shardId-000000000000", ShardIteratorType.TRIM_HORIZON));
    assertEquals(List.of("before"), texts(end));
    assertNull(end.nextShardIterator());
    assertEquals(2, end.childShards().size());
    List<Shard> shards = kinesis.listShards(list -> list.streamName("scores")).shards();
    assertNotNull(shards.get(0).sequenceNumberRange().endingSequenceNumber());
    assertEquals("shardId-000000000000", shards.get(2).parentShardId());
    kinesis.mergeShards(
        merge ->
            merge
                .streamName("scores")
                .shardToMerge("shardId-000000000002")
                .adjacentShardToMerge("shardId-000000000003"));
    assertEquals("shardId-000000000004", put("a", "merged").shardId());
    assertThrows(
        ResourceInUseException.class,
        () ->
            kinesis.mergeShards(
                merge ->
                    merge
                        .streamName("scores")
                        .shardToMerge("shardId-000000000002")
                        .adjacentShardToMerge("shardId-000000000003")));
  }

  @Test
  void streamsAreDescribedListedAndDeleted() {
    kinesis.createStream(
        create ->
            create
                .streamName("moves")
                .streamModeDetails(mode -> mode.streamMode(StreamMode.ON_DEMAND)));
    assertEquals(List.of("moves", "scores"), kinesis.listStreams().streamNames());
    assertEquals(
        4,
        kinesis
            .describeStreamSummary(describe -> describe.streamName("moves"))
            .streamDescriptionSummary()
            .openShardCount());
    assertEquals(
        2,
        kinesis
            .describeStream(describe -> describe.streamName("scores"))
            .streamDescription()
            .shards()
            .size());
    String token = kinesis.listShards(list -> list.streamName("moves").maxResults(3)).nextToken();
    assertEquals(1, kinesis.listShards(list -> list.nextToken(token)).shards().size());
    assertThrows(
        ResourceInUseException.class,
        () -> kinesis.createStream(create -> create.streamName("scores").shardCount(1)));
    kinesis.deleteStream(delete -> delete.streamName("scores"));
    assertThrows(ResourceNotFoundException.class, () -> put("a", "x"));
  }

  @Test
  void jsonIsSpokenToo() throws IOException, InterruptedException {
    ObjectNode put = Json.object().put("StreamName", "scores").put("PartitionKey", "a");
    ObjectNode placed = json("PutRecord", put.put("Data", "aGVsbG8="));
    assertEquals("shardId-000000000000", placed.path("ShardId").asText());
    String iterator =
        json(
                "GetShardIterator",
                Json.object()
                    .put("StreamName", "scores")
                    .put("ShardId", "shardId-000000000000")
                    .put("ShardIteratorType", "AT_TIMESTAMP")
                    .put("Timestamp", clock.millis() / 1000.0))
            .path("ShardIterator")
            .asText();
    ObjectNode read = json("GetRecords", Json.object().put("ShardIterator", iterator));
    assertEquals("aGVsbG8=", read.at("/Records/0/Data").asText());
    assertEquals("1793527200.123", read.at("/Records/0/ApproximateArrivalTimestamp").asText());
    AwsResponse refused =
        gateway.dispatch(
            AwsRequest.json(
                "Kinesis_20131202.PutRecord",
                "kinesis",
                "test",
                Json.object().put("StreamName", "nobody")));
    assertEquals(400, refused.status());
    assertTrue(refused.json().path("__type").asText().equals("ResourceNotFoundException"));
  }

  private ObjectNode json(String operation, ObjectNode body)
      throws IOException, InterruptedException {
    AwsResponse response =
        gateway.dispatch(AwsRequest.json("Kinesis_20131202." + operation, "kinesis", "test", body));
    assertEquals(200, response.status(), () -> response.json().toString());
    return response.json();
  }
}
