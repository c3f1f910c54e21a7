package io.eventwright.local.engine;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Which jars and folders each part runs on, as {@code events:engines} left them in {@code
 * target/eventwright/local.properties}.
 *
 * @param dynamoDb DynamoDB Local with what it needs, native libraries among them
 * @param interfaceClient AWS's Lambda runtime interface client with what it needs
 * @param application the project's own classes and its runtime modules: loaded anew per function
 * @param libraries third-party jars of the functions: loaded once
 */
public record ClassPaths(
    List<Path> dynamoDb, List<Path> interfaceClient, List<Path> application, List<Path> libraries) {

  /** Copies its lists. */
  public ClassPaths {
    dynamoDb = List.copyOf(dynamoDb);
    interfaceClient = List.copyOf(interfaceClient);
    application = List.copyOf(application);
    libraries = List.copyOf(libraries);
  }

  /** Reads the file that the goal wrote. */
  public static ClassPaths read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new ClassPaths(
        split(properties.getProperty("dynamodb.classpath", "")),
        split(properties.getProperty("interface-client.classpath", "")),
        split(properties.getProperty("functions.application", "")),
        split(properties.getProperty("functions.libraries", "")));
  }

  /** The entries of a class path as it stands on a command line. */
  public static List<Path> split(String classPath) {
    List<Path> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      if (!entry.isEmpty()) {
        entries.add(Path.of(entry));
      }
    }
    return entries;
  }

  /** For a class loader. */
  public static URL[] urls(List<Path> entries) {
    List<URL> urls = new ArrayList<>();
    for (Path entry : entries) {
      try {
        urls.add(entry.toUri().toURL());
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException("not a class path entry: " + entry, e);
      }
    }
    return urls.toArray(URL[]::new);
  }

  /** For a command line. */
  public static String join(List<Path> entries) {
    return String.join(File.pathSeparator, entries.stream().map(Path::toString).toList());
  }
}
