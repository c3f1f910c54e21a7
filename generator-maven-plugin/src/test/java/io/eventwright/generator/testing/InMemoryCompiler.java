package io.eventwright.generator.testing;

import io.eventwright.generator.model.GeneratedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles generated sources against the test's class path, as a strict user would. */
public final class InMemoryCompiler {
  private InMemoryCompiler() {}

  /**
   * The classes, ready to be loaded.
   *
   * @throws AssertionError with the compiler's words and the sources' lines when one does not
   *     compile without a warning
   */
  public static ClassLoader compile(Collection<GeneratedFile> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (Classes classes = new Classes(compiler.getStandardFileManager(diagnostics, null, null))) {
      List<String> options =
          List.of(
              "-proc:none",
              "--release",
              "17",
              "-Xlint:all,-processing,-classfile",
              "-Werror",
              "-classpath",
              System.getProperty("java.class.path"));
      List<Source> sources = files.stream().map(Source::new).toList();
      boolean compiled =
          compiler.getTask(null, classes, diagnostics, options, null, sources).call();
      if (!compiled) {
        throw new AssertionError(
            diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(Object::toString)
                .collect(Collectors.joining("\n")));
      }
      return classes.loader();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(GeneratedFile file) {
      super(URI.create("string:///" + file.path()), Kind.SOURCE);
      text = file.text();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Compiled extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Compiled(String className) {
      super(URI.create("bytes:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }

  private static final class Classes extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, Compiled> compiled = new HashMap<>();

    Classes(StandardJavaFileManager standard) {
      super(standard);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        JavaFileManager.Location location,
        String className,
        JavaFileObject.Kind kind,
        FileObject sibling) {
      return compiled.computeIfAbsent(className, Compiled::new);
    }

    ClassLoader loader() {
      return new ClassLoader(InMemoryCompiler.class.getClassLoader()) {
        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
          Compiled found = compiled.get(name);
          if (found == null) {
            throw new ClassNotFoundException(name);
          }
          byte[] bytes = found.bytes.toByteArray();
          return defineClass(name, bytes, 0, bytes.length);
        }
      };
    }
  }
}
