package io.eventwright.local.function;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Map;

/** One environment: a class loader with a handler object, made once, called often. */
final class LoadedFunction implements AutoCloseable {

  private static final String ENVIRONMENT = "io.eventwright.runtime.Environment";
  private static final String STREAM_HANDLER =
      "com.amazonaws.services.lambda.runtime.RequestStreamHandler";
  private static final String CONTEXT = "com.amazonaws.services.lambda.runtime.Context";

  private final ApplicationLoader loader;
  private final Object handler;
  private final Method handle;
  private final Class<?> contextType;

  private LoadedFunction(
      ApplicationLoader loader, Object handler, Method handle, Class<?> contextType) {
    this.loader = loader;
    this.handler = handler;
    this.handle = handle;
    this.contextType = contextType;
  }

  /** Loads the handler's class, hands its environment over, makes the handler. */
  static LoadedFunction load(
      FunctionDefinition function, Map<String, String> environment, ApplicationLoader loader)
      throws Throwable {
    Thread.currentThread().setContextClassLoader(loader);
    handOver(environment, loader);
    Class<?> type = loader.loadClass(function.handler());
    Class<?> contextType = loader.loadClass(CONTEXT);
    Class<?> streamHandler = loader.loadClass(STREAM_HANDLER);
    if (!streamHandler.isAssignableFrom(type)) {
      throw new IllegalStateException(
          function.handler()
              + " does not implement "
              + STREAM_HANDLER
              + "; the local cloud hands functions the raw payload only");
    }
    try {
      Object handler = type.getDeclaredConstructor().newInstance();
      Method handle =
          streamHandler.getMethod(
              "handleRequest", InputStream.class, OutputStream.class, contextType);
      return new LoadedFunction(loader, handler, handle, contextType);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  /** A JVM has one environment; code that reads it through the runtime gets its own. */
  private static void handOver(Map<String, String> environment, ApplicationLoader loader)
      throws ReflectiveOperationException {
    Class<?> type;
    try {
      type = loader.loadClass(ENVIRONMENT);
    } catch (ClassNotFoundException e) {
      return; // a function without the runtime reads no variables of ours
    }
    type.getMethod("override", Map.class).invoke(null, environment);
  }

  /** One invocation on this thread; whatever the handler throws comes through as it is. */
  byte[] handle(
      FunctionDefinition function, byte[] payload, String requestId, Instant deadline, LogSink log)
      throws Throwable {
    Thread.currentThread().setContextClassLoader(loader);
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    Object context = LambdaContext.of(contextType, function, requestId, deadline, log);
    try {
      handle.invoke(handler, new ByteArrayInputStream(payload), response, context);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
    return response.toByteArray();
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
