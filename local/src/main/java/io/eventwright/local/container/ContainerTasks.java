package io.eventwright.local.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.engine.ClassPaths;
import io.eventwright.local.function.LogSink;
import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.iam.Access;
import io.eventwright.local.iam.Permissions;
import io.eventwright.local.json.Json;
import io.eventwright.local.states.task.TaskCall;
import io.eventwright.local.states.task.TaskOutcome;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code ecs:runTask.sync}: the task's {@code main} in a process of its own, with the
 * container's environment, held to the task's role, and stopped when nobody waits for it any more.
 */
public final class ContainerTasks implements AutoCloseable {

  private static final String FAILED = "States.TaskFailed";
  private static final String RULE = "rule/StepFunctionsGetEventsForECSTaskRule";

  private final ClassPaths classPaths;
  private final URI endpoint;
  private final String region;
  private final String account;
  private final Permissions permissions;
  private final LogSink log;
  private final Map<String, TaskDefinition> definitions = new LinkedHashMap<>();
  private final Set<TaskProcess> running = ConcurrentHashMap.newKeySet();

  /**
   * Containers of a stack.
   *
   * @param classPaths what a process runs on, in place of an image
   * @param endpoint the services
   */
  public ContainerTasks(
      ClassPaths classPaths,
      URI endpoint,
      String region,
      String account,
      Permissions permissions,
      LogSink log) {
    this.classPaths = classPaths;
    this.endpoint = endpoint;
    this.region = region;
    this.account = account;
    this.permissions = permissions;
    this.log = log;
  }

  /** Makes one known. */
  public void add(TaskDefinition definition) {
    definitions.put(definition.family(), definition);
  }

  /**
   * Runs a task.
   *
   * @param caller whose call it is, by access key id
   * @return its end, as Step Functions tells it; cancelled, the process is stopped
   */
  public CompletableFuture<TaskOutcome> run(TaskCall call, String caller, ObjectNode arguments) {
    TaskDefinition definition = find(arguments.path("TaskDefinition").asText());
    if (definition == null) {
      return failed(
          "ECS.ClientException", "TaskDefinition not found: " + arguments.get("TaskDefinition"));
    }
    String cluster = arguments.path("Cluster").asText();
    String arn = task(cluster);
    try {
      mayRun(caller, definition, cluster, arn);
    } catch (AwsFault e) {
      return failed("ECS.AccessDeniedException", String.valueOf(e.getMessage()));
    }
    TaskProcess process;
    try {
      process = TaskProcess.start(definition, classPaths, environment(definition, arguments), log);
    } catch (IOException e) {
      return failed("AmazonECS.Unknown", String.valueOf(e));
    }
    running.add(process);
    call.submitted().with(Json.toPlain(submitted(definition, cluster, arn, arguments)));
    CompletableFuture<TaskOutcome> outcome = new CompletableFuture<>();
    process
        .ended()
        .thenAccept(
            code -> {
              running.remove(process);
              outcome.complete(outcome(code, definition, cluster, arn));
            });
    outcome.whenComplete(
        (unused, failure) -> {
          if (outcome.isCancelled()) {
            process.stop();
          }
        });
    return outcome;
  }

  private @Nullable TaskDefinition find(String reference) {
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    int revision = name.indexOf(':');
    return definitions.get(revision < 0 ? name : name.substring(0, revision));
  }

  /** What Step Functions asks IAM for on behalf of the machine, before and while a task runs. */
  private void mayRun(String caller, TaskDefinition definition, String cluster, String task) {
    List<String> clusters = List.of(cluster);
    permissions.require(
        caller, Access.of("ecs:RunTask", definition.arn() + ":1").with("ecs:cluster", clusters));
    for (String role : List.of(definition.taskRole(), definition.executionRole())) {
      if (!role.isEmpty()) {
        permissions.require(
            caller,
            Access.of("iam:PassRole", role)
                .with("iam:PassedToService", List.of("ecs-tasks.amazonaws.com")));
      }
    }
    String rule = "arn:aws:events:" + region + ":" + account + ":" + RULE;
    for (String action : List.of("events:PutRule", "events:PutTargets", "events:DescribeRule")) {
      permissions.require(caller, Access.of(action, rule));
    }
    for (String action : List.of("ecs:DescribeTasks", "ecs:StopTask")) {
      permissions.require(caller, Access.of(action, task).with("ecs:cluster", clusters));
    }
  }

  private String task(String cluster) {
    return "arn:aws:ecs:%s:%s:task/%s/%s"
        .formatted(
            region,
            account,
            cluster.substring(cluster.lastIndexOf('/') + 1),
            UUID.randomUUID().toString().replace("-", ""));
  }

  private Map<String, String> environment(TaskDefinition definition, ObjectNode arguments) {
    Map<String, String> environment = new LinkedHashMap<>(definition.variables());
    for (JsonNode override : arguments.at("/Overrides/ContainerOverrides")) {
      if (override.path("Name").asText().equals(definition.container())) {
        override
            .path("Environment")
            .forEach(
                each -> environment.put(each.path("Name").asText(), each.path("Value").asText()));
      }
    }
    environment.put("AWS_ENDPOINT_URL", endpoint.toString());
    environment.put("AWS_REGION", region);
    environment.put("AWS_DEFAULT_REGION", region);
    environment.put("AWS_ACCESS_KEY_ID", definition.accessKeyId());
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    environment.put("TZ", ":UTC");
    return environment;
  }

  private static ObjectNode submitted(
      TaskDefinition definition, String cluster, String arn, ObjectNode arguments) {
    ObjectNode answer = Json.object();
    ObjectNode task = description(definition, cluster, arn, "PROVISIONING");
    task.set("Overrides", arguments.path("Overrides"));
    answer.putArray("Failures");
    answer.putArray("Tasks").add(task);
    return answer;
  }

  private static ObjectNode description(
      TaskDefinition definition, String cluster, String arn, String status) {
    ObjectNode task = Json.object();
    task.put("ClusterArn", cluster);
    task.put("DesiredStatus", status.equals("STOPPED") ? status : "RUNNING");
    task.put("LastStatus", status);
    task.put("LaunchType", "FARGATE");
    task.put("Memory", String.valueOf(definition.memory()));
    task.put("TaskArn", arn);
    task.put("TaskDefinitionArn", definition.arn() + ":1");
    return task;
  }

  private static TaskOutcome outcome(
      int code, TaskDefinition definition, String cluster, String arn) {
    ObjectNode task = description(definition, cluster, arn, "STOPPED");
    ArrayNode containers = task.putArray("Containers");
    ObjectNode container = containers.addObject();
    container.put("ExitCode", code);
    container.put("LastStatus", "STOPPED");
    container.put("Name", definition.container());
    container.put("TaskArn", arn);
    task.put("StopCode", "EssentialContainerExited");
    task.put("StoppedReason", "Essential container in task exited");
    return code == 0
        ? new TaskOutcome.Succeeded(Json.toPlain(task))
        : new TaskOutcome.Failed(FAILED, Json.write(task));
  }

  private static CompletableFuture<TaskOutcome> failed(String error, String cause) {
    return CompletableFuture.completedFuture(new TaskOutcome.Failed(error, cause));
  }

  /** How many run. */
  public int running() {
    return running.size();
  }

  /** Stops all that run. */
  @Override
  public void close() {
    Set.copyOf(running).forEach(TaskProcess::kill);
  }
}
