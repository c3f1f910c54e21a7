package io.eventwright.local.junit;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Starts the cloud in a class loader of its own: its engines never meet the user's class path. */
final class Isolated {

  private static final String CONTROL = "io.eventwright.local.CloudControl";

  private Isolated() {}

  static LocalCloud start(Map<String, String> options) {
    Path file = Path.of(Objects.requireNonNull(options.get("file")));
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException(
          file.toAbsolutePath()
              + " is missing. The goal events:engines writes it: run `mvn process-test-classes` once.");
    }
    List<LogLine> log = new CopyOnWriteArrayList<>();
    BiConsumer<String, String> sink = (function, line) -> log.add(new LogLine(function, line));
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      URLClassLoader loader =
          new URLClassLoader("local cloud", classPath(file), ClassLoader.getPlatformClassLoader());
      thread.setContextClassLoader(loader);
      Object control =
          loader
              .loadClass(CONTROL)
              .getConstructor(Map.class, BiConsumer.class)
              .newInstance(options, sink);
      return new LocalCloud(calls(control), (AutoCloseable) control, log);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalStateException(
          "The local cloud did not come up:\n" + cause.getMessage(), cause);
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalStateException("The local cloud did not come up: " + e, e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @SuppressWarnings("unchecked") // the control is of another loader, its interfaces are the JDK's
  private static BiFunction<String, Object[], @Nullable Object> calls(Object control) {
    return (BiFunction<String, Object[], @Nullable Object>) control;
  }

  private static URL[] classPath(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    List<URL> urls = new ArrayList<>();
    for (String entry :
        properties.getProperty("local.classpath", "").split(java.io.File.pathSeparator)) {
      try {
        urls.add(Path.of(entry).toUri().toURL());
      } catch (MalformedURLException e) {
        throw new IOException(entry, e);
      }
    }
    return urls.toArray(URL[]::new);
  }

  /**
   * Clients that a test or a function makes without saying where to go find the cloud here, not the
   * account that the machine may have credentials for.
   */
  static void pointClients(LocalCloud cloud) {
    System.setProperty("aws.endpointUrl", cloud.endpoint().toString());
    System.setProperty("aws.region", "us-east-1");
    System.setProperty("aws.accessKeyId", "LOCALTEST");
    System.setProperty("aws.secretAccessKey", "local");
  }
}
