package io.eventwright.local.operate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Finds a stack's tables and queues by their logical ids. CloudFormation names what a template
 * leaves open {@code <stack>-<logical id>-<random>}; the local cloud {@code <stack>-<logical id>}.
 */
final class Names {

  private final String stack;
  private final DynamoDbClient tables;
  private final SqsClient queues;
  private final KinesisClient streams;
  private final S3Client buckets;

  Names(
      String stack,
      DynamoDbClient tables,
      SqsClient queues,
      KinesisClient streams,
      S3Client buckets) {
    this.stack = stack;
    this.tables = tables;
    this.queues = queues;
    this.streams = streams;
    this.buckets = buckets;
  }

  /** A worker's logical id, of its name or of the id itself. */
  static String consumer(String name) {
    StringBuilder id = new StringBuilder();
    for (String word : name.split("-")) {
      if (!word.isEmpty()) {
        id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return id.toString();
  }

  /** The physical name of a stream, when the stack has it. */
  Optional<String> stream(String logicalId) {
    return streams.listStreamsPaginator().streamNames().stream()
        .filter(name -> logicalId.equals(logicalId(name)))
        .findFirst();
  }

  /**
   * The name of a function.
   *
   * @param all of the account
   */
  String function(String logicalId, List<String> all) {
    return only(
        "function",
        logicalId,
        all.stream().filter(name -> logicalId.equals(logicalId(name))).toList());
  }

  /** The physical name of a table. */
  String table(String logicalId) {
    return only("table", logicalId, tables(logicalId));
  }

  /** The physical name of a table, when the stack has it. */
  Optional<String> findTable(String logicalId) {
    return tables(logicalId).stream().findFirst();
  }

  private List<String> tables(String logicalId) {
    return tables.listTablesPaginator().tableNames().stream()
        .filter(name -> logicalId.equals(logicalId(name)))
        .toList();
  }

  /** The name of a bucket, when the stack has it; CloudFormation writes it in lower case. */
  Optional<String> bucket(String logicalId) {
    String prefix = (stack + "-" + logicalId).toLowerCase(Locale.ROOT);
    return buckets.listBuckets().buckets().stream()
        .map(Bucket::name)
        .filter(name -> name.equals(prefix) || name.startsWith(prefix + "-"))
        .findFirst();
  }

  /** The URL of a queue. */
  String queue(String logicalId) {
    String url = queues().get(logicalId);
    if (url == null) {
      throw new IllegalArgumentException(
          "There is no queue %s in the stack %s. There are: %s"
              .formatted(logicalId, stack, String.join(", ", queues().keySet())));
    }
    return url;
  }

  /** Logical id to URL of every queue of the stack. */
  Map<String, String> queues() {
    Map<String, String> found = new TreeMap<>();
    queues.listQueuesPaginator(list -> list.queueNamePrefix(stack + "-")).queueUrls().stream()
        .forEach(url -> found.put(logicalId(url.substring(url.lastIndexOf('/') + 1)), url));
    found.remove("");
    return found;
  }

  /** Empty for what is not of this stack. */
  String logicalId(String name) {
    if (!name.startsWith(stack + "-")) {
      return "";
    }
    String rest = name.substring(stack.length() + 1);
    String plain = rest.endsWith(".fifo") ? rest.substring(0, rest.length() - 5) : rest;
    int random = plain.indexOf('-');
    return random < 0 ? plain : plain.substring(0, random);
  }

  private String only(String kind, String logicalId, List<String> found) {
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new IllegalArgumentException(
        found.isEmpty()
            ? "There is no %s %s in the stack %s. Is --stack right?"
                .formatted(kind, logicalId, stack)
            : "%s %s of the stack %s is not the only one: %s"
                .formatted(kind, logicalId, stack, String.join(", ", found)));
  }
}
