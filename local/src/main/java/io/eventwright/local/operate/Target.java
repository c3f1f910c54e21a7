package io.eventwright.local.operate;

import io.eventwright.local.operate.lookup.Description;
import io.eventwright.local.operate.lookup.Places;
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
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
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

  @Option(
      names = "--description",
      hidden = true,
      description = "Where the generator has written who takes what and what is sensitive.")
  private @Nullable Path description;

  private @Nullable Clients clients;
  private @Nullable Settings settings;

  private Clients clients() {
    Clients known = clients;
    if (known == null) {
      known = new Clients(settings());
      clients = known;
    }
    return known;
  }

  private Settings settings() {
    Settings known = settings;
    if (known == null) {
      Map<String, String> variables = new LinkedHashMap<>(System.getenv());
      String local = local();
      System.err.println(
          "Stack " + stack + (local == null ? " on AWS" : " on the local cloud at " + local));
      if (local != null) {
        variables.put("AWS_ENDPOINT_URL", local);
        variables.putIfAbsent("AWS_ACCESS_KEY_ID", "operator");
        variables.putIfAbsent("AWS_SECRET_ACCESS_KEY", "local");
        variables.putIfAbsent("AWS_REGION", "us-east-1");
      }
      if (region != null) {
        variables.put("AWS_REGION", region);
      }
      known = new Settings(Map.copyOf(variables)::get);
      this.settings = known;
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

  FunctionCalls functions() {
    return new FunctionCalls(calls("lambda"));
  }

  TopicCalls topics() {
    return new TopicCalls(calls("sns"));
  }

  private SignedCalls calls(String service) {
    Settings here = settings();
    URI local = here.endpoint();
    String named = here.region();
    String region =
        named == null ? String.valueOf(new DefaultAwsRegionProviderChain().getRegion()) : named;
    AwsCredentialsProvider credentials =
        local == null
            ? DefaultCredentialsProvider.builder().build()
            : StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    String.valueOf(here.optional("AWS_ACCESS_KEY_ID")),
                    String.valueOf(here.optional("AWS_SECRET_ACCESS_KEY"))));
    return new SignedCalls(service, local, region, credentials);
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

  SfnClient stateMachines() {
    return clients().stepFunctions();
  }

  /** What the generator says of the system; nothing where it has not said it. */
  Description description() {
    return Description.read(description);
  }

  /** Where the system keeps what tells of events. */
  Places places() {
    Names names = names();
    return new Places(
        tables(),
        names.table("LogTable"),
        names.table("InboxTable"),
        names.findTable("ControlTable").orElse(null),
        names.findTable("OrderTable").orElse(null),
        names.findTable("ViewsTable").orElse(null));
  }

  Names names() {
    return new Names(stack, tables(), queues(), streams(), buckets());
  }
}
