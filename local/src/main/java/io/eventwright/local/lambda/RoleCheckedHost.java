package io.eventwright.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.function.FunctionDefinition;
import io.eventwright.local.function.FunctionHost;
import io.eventwright.local.function.InvocationResult;
import io.eventwright.local.iam.Permissions;
import io.eventwright.local.template.Resource;
import io.eventwright.local.template.Stack;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lambda tells of a function's invocations by the function's own role: it writes its log, and where
 * it is traced its segments. A role that does not allow it loses them without a word on AWS; here
 * that is told.
 */
public final class RoleCheckedHost implements FunctionHost {

  private final FunctionHost host;
  private final Stack stack;
  private final Permissions permissions;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /** Before that host. */
  public RoleCheckedHost(FunctionHost host, Stack stack, Permissions permissions) {
    this.host = host;
    this.stack = stack;
    this.permissions = permissions;
  }

  @Override
  public InvocationResult invoke(FunctionDefinition function, byte[] payload, String requestId)
      throws InterruptedException {
    if (told.add(function.name())) {
      stack.find(function.logicalId()).ifPresent(resource -> tell(function, resource));
    }
    return host.invoke(function, payload, requestId);
  }

  private void tell(FunctionDefinition function, Resource resource) {
    String group = text(resource.properties().tree("LoggingConfig"), "LogGroup");
    String stream =
        stack
            .settings()
            .arn(
                "logs",
                "log-group:%s:log-stream:$LATEST"
                    .formatted(group.isEmpty() ? "/aws/lambda/" + function.name() : group));
    permissions.allowsAs(function.accessKeyId(), "logs:CreateLogStream", stream);
    permissions.allowsAs(function.accessKeyId(), "logs:PutLogEvents", stream);
    if (resource.properties().text("Tracing", "").equals("Active")
        || text(resource.properties().tree("TracingConfig"), "Mode").equals("Active")) {
      permissions.allowsAs(function.accessKeyId(), "xray:PutTraceSegments", "*");
      permissions.allowsAs(function.accessKeyId(), "xray:PutTelemetryRecords", "*");
    }
  }

  private static String text(@Nullable JsonNode tree, String name) {
    return tree == null ? "" : tree.path(name).asText();
  }

  @Override
  public int kill(FunctionDefinition function) {
    return host.kill(function);
  }

  @Override
  public void retire() {
    host.retire();
  }

  @Override
  public void close() {
    host.close();
  }
}
