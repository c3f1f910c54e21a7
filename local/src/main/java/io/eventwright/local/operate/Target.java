package io.eventwright.local.operate;

import io.eventwright.runtime.Clients;
import io.eventwright.runtime.Settings;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Which system a command is about: the local cloud's, or one on AWS. */
final class Target {

  @Option(
      names = "--stack",
      required = true,
      description = "The stack's name: every table's and queue's name begins with it.")
  private String stack = "";

  @Option(
      names = "--endpoint",
      description = "The local cloud's endpoint; without it AWS, with the usual credentials.")
  private @Nullable String endpoint;

  @Option(
      names = "--endpoint-file",
      hidden = true,
      description = "Where a running local cloud leaves its endpoint.")
  private @Nullable Path endpointFile;

  @Option(names = "--region", description = "The region; without it the usual one.")
  private @Nullable String region;

  private @Nullable Clients clients;

  private Clients clients() {
    Clients known = clients;
    if (known == null) {
      Map<String, String> settings = new LinkedHashMap<>(System.getenv());
      String local = local();
      System.err.println(
          "Stack " + stack + (local == null ? " on AWS" : " on the local cloud at " + local));
      if (local != null) {
        settings.put("AWS_ENDPOINT_URL", local);
        settings.putIfAbsent("AWS_ACCESS_KEY_ID", "operator");
        settings.putIfAbsent("AWS_SECRET_ACCESS_KEY", "local");
        settings.putIfAbsent("AWS_REGION", "us-east-1");
      }
      if (region != null) {
        settings.put("AWS_REGION", region);
      }
      known = new Clients(new Settings(Map.copyOf(settings)::get));
      clients = known;
    }
    return known;
  }

  /** The endpoint that was given, or that of a local cloud that is still up; null for AWS. */
  private @Nullable String local() {
    if (endpoint != null || endpointFile == null) {
      return endpoint;
    }
    try {
      URI left = URI.create(Files.readString(endpointFile).strip());
      new Socket(left.getHost(), left.getPort()).close();
      return left.toString();
    } catch (IOException e) {
      return null;
    }
  }

  DynamoDbClient tables() {
    return clients().dynamoDb();
  }

  SqsClient queues() {
    return clients().sqs();
  }

  KinesisClient streams() {
    return clients().kinesis();
  }

  EventBridgeClient bridge() {
    return clients().eventBridge();
  }

  /** The stack's name, which its bus has, too. */
  String stack() {
    return stack;
  }

  S3Client buckets() {
    return clients().s3();
  }

  Names names() {
    return new Names(stack, tables(), queues(), streams(), buckets());
  }
}
