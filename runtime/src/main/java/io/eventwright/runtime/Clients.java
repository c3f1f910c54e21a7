package io.eventwright.runtime;

import io.eventwright.runtime.secret.SecretStore;
import io.eventwright.runtime.secret.SecretsManager;
import io.eventwright.runtime.trace.Post;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The only place that opens clients: each when it is first asked for, on the JVM's own HTTP client,
 * which starts quickest. Safe under many threads.
 */
public final class Clients {
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration SOCKET = Duration.ofSeconds(5);
  private static final Duration CALL = Duration.ofSeconds(12);

  /** Functions must not wait long for their traces. */
  private static final Duration SPANS = Duration.ofSeconds(1);

  /** A local cloud on a busy machine is slow, and not down. */
  private static final Duration LOCAL = Duration.ofSeconds(30);

  private final Settings settings;
  private final List<ExecutionInterceptor> interceptors;
  private final Lazy<DynamoDbClient> dynamoDb;
  private final Lazy<AwsCredentialsProvider> elsewhere =
      new Lazy<>(() -> DefaultCredentialsProvider.builder().build());
  private final Lazy<EventBridgeClient> eventBridge = new Lazy<>(this::openEventBridge);
  private final Lazy<SqsClient> sqs = new Lazy<>(this::openSqs);
  private final Lazy<S3Client> s3 = new Lazy<>(this::openS3);

  private final Lazy<LambdaClient> lambda = new Lazy<>(this::openLambda);
  private final Lazy<SfnClient> stepFunctions;
  private final Lazy<KinesisClient> kinesis = new Lazy<>(this::openKinesis);
  private final Lazy<SecretStore> secrets = new Lazy<>(this::openSecrets);

  public Clients(Settings settings) {
    this(settings, List.of());
  }

  /**
   * Clients whose calls pass by interceptors.
   *
   * @param interceptors see every call, in order: for tests and for tracing
   */
  public Clients(Settings settings, List<ExecutionInterceptor> interceptors) {
    this.settings = settings;
    this.interceptors = List.copyOf(interceptors);
    this.dynamoDb = new Lazy<>(this::openDynamoDb);
    this.stepFunctions = new Lazy<>(this::openStepFunctions);
  }

  /**
   * Clients that speak to tables of the caller's own, and to nothing else: for tests of thousands
   * of runs.
   *
   * @param tables keeps what DynamoDB promises
   */
  public Clients(Settings settings, DynamoDbClient tables) {
    this.settings = settings;
    this.interceptors = List.of();
    this.dynamoDb = new Lazy<>(() -> tables);
    this.stepFunctions = new Lazy<>(this::openStepFunctions);
  }

  /**
   * The same, with state machines of the caller's own beside the tables.
   *
   * @param machines take what their tasks are answered
   */
  public Clients(Settings settings, DynamoDbClient tables, SfnClient machines) {
    this.settings = settings;
    this.interceptors = List.of();
    this.dynamoDb = new Lazy<>(() -> tables);
    this.stepFunctions = new Lazy<>(() -> machines);
  }

  /**
   * Takes spans by OTLP.
   *
   * @param traces X-Ray's endpoint, which is signed for, or a collector's
   */
  public Post spans(URI traces) {
    if (!String.valueOf(traces.getHost()).startsWith("xray.")) {
      return new SignedPost(traces, "xray", SPANS, null, null);
    }
    URI elsewhere = settings.endpoint();
    return new SignedPost(
        elsewhere == null ? traces : elsewhere.resolve(traces.getRawPath()),
        "xray",
        elsewhere == null ? SPANS : LOCAL,
        credentials(),
        settings.region());
  }

  /**
   * Takes what browsers are shown, by AppSync Events' HTTP.
   *
   * @param api such as {@code https://….appsync-api.eu-central-1.amazonaws.com/event}
   */
  public Post pushes(URI api) {
    URI elsewhere = settings.endpoint();
    return new SignedPost(
        elsewhere == null ? api : elsewhere.resolve(api.getRawPath()),
        "appsync",
        elsewhere == null ? SOCKET : LOCAL,
        credentials(),
        settings.region());
  }

  /** Secrets, by AWS Secrets Manager. */
  public SecretStore secrets() {
    return secrets.get();
  }

  private SecretStore openSecrets() {
    URI elsewhere = settings.endpoint();
    String region = settings.region() == null ? "us-east-1" : settings.region();
    URI service =
        elsewhere == null
            ? URI.create(
                "https://" + ServiceMetadata.of("secretsmanager").endpointFor(Region.of(region)))
            : elsewhere;
    SignedPost post =
        new SignedPost(
            service, "secretsmanager", elsewhere == null ? SOCKET : LOCAL, credentials(), region);
    return new SecretsManager(post::exchange);
  }

  /** The tables. */
  public DynamoDbClient dynamoDb() {
    return dynamoDb.get();
  }

  /** The bus. */
  public EventBridgeClient eventBridge() {
    return eventBridge.get();
  }

  /** The queues. */
  public SqsClient sqs() {
    return sqs.get();
  }

  /** The event source mappings. */
  public LambdaClient lambda() {
    return lambda.get();
  }

  private LambdaClient openLambda() {
    return configured(LambdaClient.builder()).build();
  }

  /** The streams. */
  public KinesisClient kinesis() {
    return kinesis.get();
  }

  private KinesisClient openKinesis() {
    return configured(KinesisClient.builder()).build();
  }

  /** State machines. */
  public SfnClient stepFunctions() {
    return stepFunctions.get();
  }

  private SfnClient openStepFunctions() {
    return configured(SfnClient.builder()).build();
  }

  /** Objects. */
  public S3Client s3() {
    return s3.get();
  }

  private S3Client openS3() {
    // By path where there is an endpoint of its own: a bucket's name is no host there.
    return configured(S3Client.builder()).forcePathStyle(settings.endpoint() != null).build();
  }

  private DynamoDbClient openDynamoDb() {
    return configured(DynamoDbClient.builder()).build();
  }

  private EventBridgeClient openEventBridge() {
    return configured(EventBridgeClient.builder()).build();
  }

  private SqsClient openSqs() {
    return configured(SqsClient.builder()).build();
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
      B builder) {
    URI endpoint = settings.endpoint();
    // Asked again while the first is still answered, a call has its effect twice.
    Duration call = endpoint == null ? CALL : LOCAL;
    ClientOverrideConfiguration.Builder configuration =
        ClientOverrideConfiguration.builder()
            .apiCallTimeout(call)
            .addExecutionInterceptor(new CallsInTime(call))
            .retryStrategy(RetryMode.STANDARD);
    interceptors.forEach(configuration::addExecutionInterceptor);
    builder
        .credentialsProvider(credentials())
        .overrideConfiguration(configuration.build())
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(endpoint == null ? CONNECT : LOCAL)
                .socketTimeout(endpoint == null ? SOCKET : LOCAL));
    String region = settings.region();
    if (region != null) {
      builder.region(Region.of(region));
    }
    return endpoint == null ? builder : builder.endpointOverride(endpoint);
  }

  /**
   * Asked for at each call: a client may be older than the credentials, when it was restored from a
   * snapshot.
   */
  private AwsCredentialsProvider credentials() {
    return () -> {
      String key = settings.optional("AWS_ACCESS_KEY_ID");
      String secret = settings.optional("AWS_SECRET_ACCESS_KEY");
      if (key == null || secret == null) {
        return elsewhere.get().resolveCredentials();
      }
      String token = settings.optional("AWS_SESSION_TOKEN");
      return token == null
          ? AwsBasicCredentials.create(key, secret)
          : AwsSessionCredentials.create(key, secret, token);
    };
  }

  /** A value made when first asked for, once. */
  private static final class Lazy<V> {
    private final Supplier<V> maker;
    private volatile @Nullable V made;

    Lazy(Supplier<V> maker) {
      this.maker = maker;
    }

    V get() {
      V known = made;
      if (known == null) {
        synchronized (this) {
          known = made;
          if (known == null) {
            known = maker.get();
            made = known;
          }
        }
      }
      return known;
    }
  }
}
