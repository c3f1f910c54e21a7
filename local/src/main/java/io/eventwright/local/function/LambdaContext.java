package io.eventwright.local.function;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's {@code Context}, as the interface that the function's own class loader knows, which is
 * not ours.
 */
final class LambdaContext implements InvocationHandler {

  private final Class<?> type;
  private final FunctionDefinition function;
  private final String requestId;
  private final Instant deadline;
  private final LogSink log;

  private LambdaContext(
      Class<?> type, FunctionDefinition function, String requestId, Instant deadline, LogSink log) {
    this.type = type;
    this.function = function;
    this.requestId = requestId;
    this.deadline = deadline;
    this.log = log;
  }

  static Object of(
      Class<?> type, FunctionDefinition function, String requestId, Instant deadline, LogSink log) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        new LambdaContext(type, function, requestId, deadline, log));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "getAwsRequestId" -> requestId;
      case "getLogGroupName" -> "/aws/lambda/" + function.name();
      case "getLogStreamName" -> function.logicalId();
      case "getFunctionName" -> function.name();
      case "getFunctionVersion" -> "$LATEST";
      case "getInvokedFunctionArn" -> function.arn();
      case "getMemoryLimitInMB" -> function.memory();
      case "getRemainingTimeInMillis" ->
          (int) Math.max(0, Duration.between(Instant.now(), deadline).toMillis());
      case "getLogger" -> logger();
      case "toString" -> "Context of " + function.name() + ", request " + requestId;
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> arguments != null && proxy == arguments[0];
      default -> null; // identity, client context, trace and tenant ids: none here
    };
  }

  private Object logger() {
    Class<?> loggerType;
    try {
      loggerType =
          Class.forName(
              "com.amazonaws.services.lambda.runtime.LambdaLogger", false, type.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
    return Proxy.newProxyInstance(
        loggerType.getClassLoader(),
        new Class<?>[] {loggerType},
        (proxy, method, arguments) -> {
          if (method.getName().equals("log") && arguments != null) {
            String text =
                arguments[0] instanceof byte[] bytes
                    ? new String(bytes, StandardCharsets.UTF_8)
                    : String.valueOf(arguments[0]);
            text.lines().forEach(line -> log.line(function.logicalId(), line));
          }
          return null;
        });
  }
}
