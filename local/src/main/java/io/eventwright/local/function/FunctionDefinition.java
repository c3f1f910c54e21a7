package io.eventwright.local.function;

import io.eventwright.local.delivery.Pace;
import io.eventwright.local.iam.Identities;
import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function as its template declares it.
 *
 * @param logicalId its name in the template
 * @param name its physical name
 * @param arn its ARN, unqualified
 * @param handler the handler's class, without a method
 * @param timeout after which an invocation fails
 * @param memory in MiB
 * @param concurrency how many environments it may have at once
 * @param variables the template's environment variables
 * @param role its role's ARN
 * @param accessKeyId whom its calls come from: each function has its own
 * @param onEvent what happens to asynchronous invocations
 */
public record FunctionDefinition(
    String logicalId,
    String name,
    String arn,
    String handler,
    Duration timeout,
    int memory,
    int concurrency,
    Map<String, String> variables,
    String role,
    String accessKeyId,
    AsynchronousSettings onEvent) {

  /** What Lambda allows an account that never asked for more; here a guard against run-away. */
  private static final int MOST_ENVIRONMENTS = 50;

  /** Copies the variables. */
  public FunctionDefinition {
    variables = Map.copyOf(variables);
  }

  /** Reads a function's properties; what it cannot honour is noted as a problem. */
  public static FunctionDefinition of(Resource resource) {
    Properties properties = resource.properties();
    properties.without(
        "FunctionName",
        "Description",
        "Runtime",
        "CodeUri",
        "Code",
        "Architectures",
        "Tracing",
        "TracingConfig",
        "Tags",
        "SnapStart",
        "AutoPublishAlias",
        "LoggingConfig",
        "KmsKeyArn",
        "PermissionsBoundary",
        "EphemeralStorage",
        "RecursiveLoop",
        "RuntimeManagementConfig",
        "AutoPublishAliasAllProperties",
        "PropagateTags",
        "Policies");
    if (!properties.text("PackageType", "Zip").equals("Zip")) {
      properties.problem("PackageType", "unsupported-property", "must be Zip to run locally");
    }
    String handler = properties.requiredText("Handler");
    int method = handler.indexOf("::");
    Map<String, String> variables = new LinkedHashMap<>();
    properties
        .part("Environment")
        .part("Variables")
        .all()
        .forEach((name, value) -> variables.put(name, String.valueOf(value)));
    return new FunctionDefinition(
        resource.logicalId(),
        resource.name(),
        resource.arn(),
        method < 0 ? handler : handler.substring(0, method),
        Duration.ofSeconds(properties.number("Timeout", 3)),
        properties.number("MemorySize", 128),
        properties.number("ReservedConcurrentExecutions", MOST_ENVIRONMENTS),
        variables,
        properties.text("Role", ""),
        Identities.accessKeyId(resource.arn()),
        AsynchronousSettings.of(properties));
  }

  /**
   * The same, told how much sooner waiting ends here, so that its own waits end as soon; and that a
   * table which answers late, as on a busy machine, is not down.
   */
  public FunctionDefinition at(Pace pace) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("EVENTWRIGHT_SPEED", String.valueOf(pace.factor()));
    told.put("EVENTWRIGHT_BREAKER_STORE_MILLIS", "60000");
    told.putAll(variables);
    return new FunctionDefinition(
        logicalId,
        name,
        arn,
        handler,
        timeout,
        memory,
        concurrency,
        told,
        role,
        accessKeyId,
        onEvent);
  }

  /** Everything that Lambda sets, and the template's variables. */
  public Map<String, String> environment(String endpoint, String region) {
    Map<String, String> environment = new LinkedHashMap<>(variables);
    environment.put("AWS_ENDPOINT_URL", endpoint);
    environment.put("AWS_REGION", region);
    environment.put("AWS_DEFAULT_REGION", region);
    environment.put("AWS_ACCESS_KEY_ID", accessKeyId);
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    environment.put("AWS_LAMBDA_FUNCTION_NAME", name);
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(memory));
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + name);
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", logicalId);
    environment.put("_HANDLER", handler);
    environment.put("TZ", ":UTC");
    return environment;
  }

  /**
   * What happens to invocations nobody waits for.
   *
   * @param retries after the first attempt
   * @param oldest how long an event is tried
   * @param onFailure an ARN, or null
   * @param onSuccess an ARN, or null
   * @param deadLetters an ARN, or null
   */
  public record AsynchronousSettings(
      int retries,
      Duration oldest,
      @Nullable String onFailure,
      @Nullable String onSuccess,
      @Nullable String deadLetters) {

    /** Lambda's defaults where the template says nothing. */
    static AsynchronousSettings of(Properties function) {
      Properties invoke = function.part("EventInvokeConfig");
      Properties destinations = invoke.part("DestinationConfig");
      Properties failure = destinations.part("OnFailure").without("Type");
      Properties success = destinations.part("OnSuccess").without("Type");
      Properties sam = function.part("DeadLetterQueue").without("Type");
      Properties plain = function.part("DeadLetterConfig");
      String deadLetters = sam.text("TargetArn");
      return new AsynchronousSettings(
          invoke.number("MaximumRetryAttempts", 2),
          Duration.ofSeconds(invoke.number("MaximumEventAgeInSeconds", 21_600)),
          failure.text("Destination"),
          success.text("Destination"),
          deadLetters == null ? plain.text("TargetArn") : deadLetters);
    }
  }
}
