package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.Environment;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.time.CallLimit;
import io.eventwright.runtime.trace.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A handler whose calls end, and whose spans are sent, before its invocation ends. */
final class Invocation implements RequestStreamHandler {
  private final RequestStreamHandler handler;
  private final Traces traces;

  private Invocation(RequestStreamHandler handler, Traces traces) {
    this.handler = handler;
    this.traces = traces;
  }

  static RequestStreamHandler of(RequestStreamHandler handler, SystemRuntime runtime) {
    return new Invocation(handler, runtime.traces());
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Traces.Scope invocation = traces.invocation(header(context));
    CallLimit.Scope calls = CallLimit.until(LambdaTime.of(context));
    try {
      handler.handleRequest(input, output, context);
    } finally {
      calls.close();
      invocation.close();
    }
  }

  /** Where an instance serves many at once only the context knows; older runtimes only the rest. */
  private static @Nullable String header(Context context) {
    String header = context.getXrayTraceId();
    if (header == null) {
      header = System.getProperty("com.amazonaws.xray.traceHeader");
    }
    return header == null ? Environment.get("_X_AMZN_TRACE_ID") : header;
  }
}
