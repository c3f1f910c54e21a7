package io.eventwright.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.api.ApiServer;
import io.eventwright.local.delivery.Activity;
import io.eventwright.local.delivery.Destinations;
import io.eventwright.local.delivery.Workers;
import io.eventwright.local.dynamodb.DynamoDbService;
import io.eventwright.local.engine.DynamoDbProcess;
import io.eventwright.local.engine.ElasticMq;
import io.eventwright.local.events.EventBridge;
import io.eventwright.local.events.TargetDelivery;
import io.eventwright.local.events.TargetPermissions;
import io.eventwright.local.function.ClassLoaderHost;
import io.eventwright.local.function.FunctionDefinition;
import io.eventwright.local.function.FunctionHost;
import io.eventwright.local.function.InvocationResult;
import io.eventwright.local.function.ProcessHost;
import io.eventwright.local.gateway.Gateway;
import io.eventwright.local.gateway.RequestFilter;
import io.eventwright.local.gateway.Upstream;
import io.eventwright.local.iam.Permissions;
import io.eventwright.local.kinesis.KinesisService;
import io.eventwright.local.kinesis.KinesisStreams;
import io.eventwright.local.lambda.LambdaFunctions;
import io.eventwright.local.lambda.LambdaService;
import io.eventwright.local.lambda.MappingSettings;
import io.eventwright.local.lambda.RoleCheckedHost;
import io.eventwright.local.lambda.SourcePermissions;
import io.eventwright.local.orchestration.MachineTrust;
import io.eventwright.local.orchestration.TaskFaults;
import io.eventwright.local.s3.Buckets;
import io.eventwright.local.s3.S3Service;
import io.eventwright.local.schedule.Schedules;
import io.eventwright.local.secrets.SecretsService;
import io.eventwright.local.sqs.QueueDefinition;
import io.eventwright.local.sqs.Queues;
import io.eventwright.local.sqs.SqsService;
import io.eventwright.local.states.StepFunctions;
import io.eventwright.local.template.Parameters;
import io.eventwright.local.template.Problems;
import io.eventwright.local.template.Resource;
import io.eventwright.local.template.SecretsFile;
import io.eventwright.local.template.Stack;
import io.eventwright.local.template.StackLoader;
import io.eventwright.local.template.StackSettings;
import io.eventwright.local.traces.KeptSpan;
import io.eventwright.local.traces.TraceService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * A SAM template, up on this machine. Bringing it up is: open the endpoint; start the engines side
 * by side while the template is read; make tables and queues; make functions known; start what
 * feeds them.
 */
public final class Cloud implements AutoCloseable {

  private static final String ACCOUNT = "000000000000";
  private static final int REMEMBERED = 10_000;

  private final CloudSettings settings;
  private final Parts parts;
  private final Workers workers;
  private final Activity activity = new Activity();
  private final Destinations destinations = new Destinations();
  private final EventSources sources;
  private final Apis apis;
  private final Gateway gateway;
  private final Permissions permissions;
  private final Stack stack;
  private final LambdaFunctions functions;
  private final Queues queues;
  private final DynamoDbService tables;
  private final Buckets buckets;
  private final KinesisStreams streams;
  private final EventBridge bridge;
  private final Schedules schedules;
  private final Machines machines;
  private final SecretsService secrets;
  private final TraceService traces = new TraceService();
  private final Deque<JsonNode> events = new ConcurrentLinkedDeque<>();

  /**
   * Brings it up.
   *
   * @throws io.eventwright.local.template.TemplateException with every problem of the template
   */
  public static Cloud start(CloudSettings settings) throws IOException, InterruptedException {
    Files.createDirectories(settings.work());
    return new Cloud(settings);
  }

  private Cloud(CloudSettings settings) throws IOException, InterruptedException {
    this.settings = settings;
    parts = new Parts(settings.log());
    workers = parts.open(new Workers());
    try {
      gateway = parts.open(new Gateway(settings.port()));
      CompletableFuture<DynamoDbProcess> dynamoDb = parts.start(this::startDynamoDb, workers);
      CompletableFuture<ElasticMq> elasticMq =
          parts.start(
              () -> ElasticMq.start(gateway.endpoint(), settings.region(), ACCOUNT), workers);

      Problems problems = new Problems(settings.template().getFileName().toString());
      stack = new StackLoader(stackSettings(), problems).load(settings.template());
      Blueprint blueprint =
          Blueprint.of(stack, settings.template().toAbsolutePath().getParent(), problems);
      permissions = Permissions.of(stack, line -> settings.log().line("permissions", line));
      functions =
          new LambdaFunctions(
              parts.open(new RoleCheckedHost(host(), stack, permissions)),
              destinations,
              workers,
              activity,
              settings.pace(),
              settings.log());
      blueprint.functions().forEach(each -> functions.add(each.at(settings.pace())));
      gateway.filter(permissions);
      List<MappingSettings> mappings = new ArrayList<>();
      for (Resource mapping : blueprint.mappings()) {
        MappingSettings source = MappingSettings.of(mapping, functions);
        if (source != null) {
          SourcePermissions.check(mapping, source, permissions);
          mappings.add(source);
        }
      }
      MachineTrust.check(stack, permissions);
      stack.resources().forEach(resource -> resource.properties().finish());
      problems.throwIfAny();

      Upstream tableEngine = new Upstream(Parts.await(dynamoDb).endpoint());
      tables = new DynamoDbService(tableEngine);
      tables.create(blueprint.tables(), stack.settings());
      Upstream queueEngine = new Upstream(Parts.await(elasticMq).endpoint());
      queues = new Queues(queueEngine);
      queues.create(blueprint.queues());
      SqsService sqs = new SqsService(queueEngine, queues, settings.pace());

      streams =
          new KinesisStreams(
              Clock.systemUTC(), name -> stack.settings().arn("kinesis", "stream/" + name));
      streams.create(blueprint.streams());

      TargetDelivery delivery =
          new TargetDelivery(
              destinations,
              new TargetPermissions(permissions),
              workers,
              activity,
              settings.pace(),
              settings.log());
      bridge = new EventBridge(stack.settings(), delivery, workers, activity, this::remember);
      schedules =
          new Schedules(stack.settings(), workers, activity, settings.pace(), bridge, delivery);
      Ground ground =
          new Ground(
              settings, ACCOUNT, parts, workers, activity, destinations, gateway, permissions);
      machines = Machines.open(ground, blueprint, functions);

      destinations.add("events", bridge);
      gateway.serve("events", bridge);
      destinations.add("sqs", queues);
      destinations.add("kinesis", streams);
      gateway.serve("kinesis", new KinesisService(streams));
      buckets =
          new Buckets(
              ACCOUNT, (bucket, detail) -> bridge.tell("aws.s3", "Object Created", bucket, detail));
      buckets.create(blueprint.buckets());
      destinations.add("s3", buckets);
      gateway.serve("s3", new S3Service(buckets));
      destinations.add("lambda", functions);
      gateway.serve("dynamodb", tables);
      gateway.serve("xray", traces);
      secrets = new SecretsService(stack.settings(), new SecretsFile(settings.secrets()));
      gateway.serve("secretsmanager", secrets);
      for (FunctionDefinition function : blueprint.functions()) {
        for (String missing : secrets.missingOf(function.variables().values())) {
          settings.log().line(function.logicalId(), missing);
        }
      }
      gateway.serve("sqs", sqs);
      sources = new EventSources(ground, functions, queues, sqs, tables, streams);
      gateway.serve("lambda", new LambdaService(functions, sources.switches()));
      blueprint.buses().forEach(bridge::addBus);
      blueprint.rules().forEach(bridge::addRule);
      blueprint.archives().forEach(bridge::addArchive);
      machines.create(stack, blueprint, ground);
      mappings.forEach(sources::add);
      blueprint.rules().forEach(schedules::add);
      blueprint.schedules().forEach(schedules::add);
      Connections.open(ground, blueprint, queues);
      apis = Apis.open(ground, blueprint, functions);
      sources.start();
    } catch (Throwable e) {
      close();
      throw e;
    }
  }

  private FunctionHost host() {
    return settings.processes()
        ? new ProcessHost(
            settings.classPaths(), gateway.endpoint(), settings.region(), settings.log())
        : new ClassLoaderHost(
            settings.classPaths(), gateway.endpoint(), settings.region(), settings.log());
  }

  private StackSettings stackSettings() {
    return new StackSettings(
        settings.stackName(),
        settings.region(),
        ACCOUNT,
        gateway.endpoint(),
        Parameters.of(settings.parameters(), settings.region(), ACCOUNT));
  }

  private DynamoDbProcess startDynamoDb() throws IOException, InterruptedException {
    return DynamoDbProcess.start(
        settings.classPaths().dynamoDb(), settings.work().resolve("dynamodb-local.log"));
  }

  /** The endpoint for every client. */
  public URI endpoint() {
    return gateway.endpoint();
  }

  /** The APIs, each with its URL. */
  public List<ApiServer> apis() {
    return apis.all();
  }

  /** An API by its logical id. */
  public ApiServer api(String logicalId) {
    return apis.get(logicalId);
  }

  /** Where clients listen to channels. */
  public URI realtime() {
    return apis.realtime();
  }

  /** What is up. */
  public Stack stack() {
    return stack;
  }

  /** Invokes a function by logical id, name or ARN, and waits. */
  public InvocationResult invoke(String function, byte[] payload) throws InterruptedException {
    FunctionDefinition found = function(function);
    return functions.invoke(found, payload);
  }

  /**
   * Kills every environment of a function, in the middle of whatever it does.
   *
   * @return how many there were
   */
  public int kill(String function) {
    return functions.kill(function(function));
  }

  FunctionDefinition function(String reference) {
    FunctionDefinition found = functions.find(reference);
    if (found == null) {
      throw new IllegalArgumentException("there is no function " + reference);
    }
    return found;
  }

  /** The latest events that the buses took, oldest first, each as its targets saw it. */
  public List<JsonNode> events() {
    return List.copyOf(events);
  }

  /** The latest spans that functions made, in the order in which they were sent. */
  public List<KeptSpan> spans() {
    return traces.spans();
  }

  private void remember(String bus, JsonNode event) {
    events.add(event);
    if (events.size() > REMEMBERED) {
      events.poll();
    }
  }

  /**
   * Stops or resumes feeding a function from all its queues and streams, as when its consumer is
   * down.
   */
  public void feed(String function, boolean on) {
    sources.feed(function(function), on);
  }

  /** What feeds functions. */
  EventSources sources() {
    return sources;
  }

  /** How many messages are in a queue, by its logical id: visible, hidden and delayed. */
  public long depth(String queue) throws IOException, InterruptedException {
    QueueDefinition found =
        stack.find(queue).map(resource -> queues.find(resource.ref())).orElse(null);
    if (found == null) {
      throw new IllegalArgumentException("there is no queue " + queue);
    }
    return queues.depth(found);
  }

  /** Fires a rule's or scheduler's schedule now, by its logical id. */
  public void runSchedule(String logicalId) {
    schedules.fire(logicalId);
  }

  /** What goes wrong in tasks of state machines. */
  public TaskFaults taskFaults() {
    return machines.faults();
  }

  /** The interpreter, with every state machine of the stack. */
  public StepFunctions stateMachines() {
    return machines.functions();
  }

  /** Puts a filter in front of every call; closing what it gives takes it out. */
  public RequestFilter.Placed filter(RequestFilter filter) {
    return gateway.filter(filter);
  }

  /**
   * Waits until nothing is under way: queues with a consumer empty, streams read, functions at
   * rest.
   *
   * @return false if the time ran out
   */
  public boolean awaitIdle(Duration atMost) throws InterruptedException {
    return activity.awaitIdle(atMost);
  }

  /** What the template allows, and what was made use of. */
  public Permissions permissions() {
    return permissions;
  }

  /** Secrets, of the user's file or of a test. */
  public SecretsService secrets() {
    return secrets;
  }

  /** What is under way, for a person to read; empty if nothing is. */
  public List<String> busyWith() {
    return activity.busyWith();
  }

  /**
   * Empties tables, streams and queues, stops executions that wait for an answer, and ends
   * functions' environments: what a function knows by heart (settings it read once, a breaker's
   * state) is of the time before. Call it when idle: work under way writes afterwards.
   */
  public void reset() throws IOException, InterruptedException {
    machines.reset();
    functions.retire();
    // Before what is paused is fed again: else its messages would be handled once more.
    for (QueueDefinition queue : queues.all()) {
      queues.purge(queue);
    }
    sources.reset();
    tables.reset();
    buckets.reset();
    streams.clear();
    events.clear();
    traces.clear();
    secrets.reset();
    bridge.clearArchives();
  }

  @Override
  public void close() {
    parts.close();
  }
}
