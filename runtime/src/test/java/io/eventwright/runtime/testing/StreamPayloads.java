package io.eventwright.runtime.testing;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What Lambda hands over for Kinesis. */
public final class StreamPayloads {
  private static final String SHARD = "shardId-000000000000";

  private StreamPayloads() {}

  /** One record of a shard: its number, and its bytes. */
  public record Entry(int number, byte[] data) {
    /** Its sequence number. */
    public String sequence() {
      return sequenceOf(number);
    }
  }

  /** The sequence number of the record of that number. */
  public static String sequenceOf(int number) {
    return "49%054d".formatted(number);
  }

  /** Texts as the records of a shard, numbered from 0. */
  public static List<Entry> entries(String... texts) {
    List<Entry> entries = new ArrayList<>();
    for (String text : texts) {
      entries.add(new Entry(entries.size(), text.getBytes(StandardCharsets.UTF_8)));
    }
    return entries;
  }

  /** A batch without windows. */
  public static byte[] batch(List<Entry> entries) {
    return ("{" + records(entries) + "}").getBytes(StandardCharsets.UTF_8);
  }

  /** A batch of a window from 10:00:00 to 10:00:10. */
  public static byte[] window(List<Entry> entries, String state, boolean last) {
    return window(entries, state, last, false);
  }

  /** A batch of that window, which may be the last since its state is too large. */
  public static byte[] window(List<Entry> entries, String state, boolean last, boolean early) {
    return ("{"
            + records(entries)
            + ",\"window\":{\"start\":\"2026-11-23T10:00:00Z\",\"end\":\"2026-11-23T10:00:10Z\"},"
            + "\"state\":"
            + state
            + ",\"shardId\":\""
            + SHARD
            + "\",\"eventSourceARN\":\"arn:aws:kinesis:eu-central-1:000000000000:stream/s\","
            + "\"isFinalInvokeForWindow\":"
            + last
            + ",\"isWindowTerminatedEarly\":"
            + early
            + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String records(List<Entry> entries) {
    List<String> records = new ArrayList<>();
    for (Entry entry : entries) {
      records.add(
          """
          {"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"p","sequenceNumber":"%s",\
          "data":"%s","approximateArrivalTimestamp":1763892000.5},"eventSource":"aws:kinesis",\
          "eventVersion":"1.0","eventID":"%s:%s","eventName":"aws:kinesis:record",\
          "awsRegion":"eu-central-1","eventSourceARN":"arn:aws:kinesis:eu-central-1:0:stream/s"}"""
              .formatted(
                  entry.sequence(),
                  Base64.getEncoder().encodeToString(entry.data()),
                  SHARD,
                  entry.sequence()));
    }
    return "\"Records\":[" + String.join(",", records) + "]";
  }

  /**
   * Feeds a shard as Lambda does, with a batch at a time: from the failed record on again, and
   * halved when the function throws.
   *
   * @return how many invocations it took
   */
  public static int feed(RequestStreamHandler handler, List<Entry> shard, int batch)
      throws IOException {
    int done = 0;
    int invocations = 0;
    int size = batch;
    while (done < shard.size()) {
      if (++invocations > shard.size() * 60 + 60) {
        throw new AssertionError("the shard never came to an end, at " + done);
      }
      List<Entry> entries = shard.subList(done, Math.min(shard.size(), done + size));
      try {
        List<String> failed = Payloads.failures(handler, batch(entries), TestContext.of(30_000));
        int from = done;
        done = failed.isEmpty() ? done + entries.size() : from + indexOf(entries, failed.get(0));
        size = batch;
      } catch (RuntimeException e) {
        size = Math.max(1, entries.size() / 2);
      }
    }
    return invocations;
  }

  private static int indexOf(List<Entry> entries, String sequence) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).sequence().equals(sequence)) {
        return i;
      }
    }
    throw new AssertionError("the answer names a record that was not in the batch: " + sequence);
  }
}
