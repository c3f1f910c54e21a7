package io.eventwright.local.function;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The native library of Lambda's runtime interface client. Left alone, each process unpacks it to
 * one and the same file, and one that starts meanwhile loads half of it and crashes; so it is
 * unpacked once, before any starts, and each is told where it is.
 */
final class ClientLibrary {

  /** The property by which the client takes a library that is unpacked already. */
  private static final String PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private static final Map<List<Path>, List<String>> KNOWN = new ConcurrentHashMap<>();

  private ClientLibrary() {}

  /** Options of a process with that client; none where there is no library for this machine. */
  static List<String> options(List<Path> interfaceClient) throws IOException {
    List<String> known = KNOWN.get(interfaceClient);
    if (known != null) {
      return known;
    }
    synchronized (KNOWN) {
      List<String> options = KNOWN.get(interfaceClient);
      if (options == null) {
        options = unpack(interfaceClient);
        KNOWN.put(List.copyOf(interfaceClient), options);
      }
      return options;
    }
  }

  private static List<String> unpack(List<Path> interfaceClient) throws IOException {
    String entry = "jni/libaws-lambda-jni." + platform() + ".so";
    for (Path path : interfaceClient) {
      if (!path.toString().endsWith(".jar")) {
        continue;
      }
      try (ZipFile jar = new ZipFile(path.toFile())) {
        ZipEntry library = jar.getEntry(entry);
        if (library != null) {
          Path file = Files.createTempFile("aws-lambda-jni", ".so");
          file.toFile().deleteOnExit();
          try (InputStream in = jar.getInputStream(library)) {
            Files.write(file, in.readAllBytes());
          }
          return List.of("-D" + PROPERTY + "=" + file);
        }
      }
    }
    return List.of();
  }

  private static String platform() throws IOException {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    boolean musl = false;
    Path libraries = Path.of("/lib");
    if (Files.isDirectory(libraries)) {
      try (var names = Files.newDirectoryStream(libraries, "ld-musl-*")) {
        musl = names.iterator().hasNext();
      }
    }
    return (musl ? "linux_musl-" : "linux-") + machine;
  }
}
