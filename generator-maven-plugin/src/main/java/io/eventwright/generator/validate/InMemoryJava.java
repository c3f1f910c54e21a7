package io.eventwright.generator.validate;

import io.eventwright.generator.model.GeneratedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
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

/** Compiles generated sources without touching the disk, and loads what comes out. */
public final class InMemoryJava {

  private InMemoryJava() {}

  /**
   * The classes, ready to be loaded.
   *
   * @param files sources, by the paths of their packages
   * @param classPath what they are compiled against, in the form of the option {@code -classpath}
   * @param options further options of {@code javac}
   * @param parent the loader that knows what they refer to
   * @throws CompilationRefused when the compiler does, or when this Java has none
   */
  public static ClassLoader compile(
      Collection<GeneratedFile> files, String classPath, List<String> options, ClassLoader parent) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new CompilationRefused("This Java has no compiler. Run Maven on a JDK.");
    }
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> all = new ArrayList<>(List.of("-proc:none", "--release", "17"));
    all.addAll(options);
    all.addAll(List.of("-classpath", classPath));
    try (Classes classes = new Classes(compiler.getStandardFileManager(diagnostics, null, null))) {
      List<Source> sources = files.stream().map(Source::new).toList();
      if (!compiler.getTask(null, classes, diagnostics, all, null, sources).call()) {
        throw new CompilationRefused(
            diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(Object::toString)
                .collect(Collectors.joining("\n")));
      }
      return classes.loader(parent);
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

    ClassLoader loader(ClassLoader parent) {
      return new ClassLoader(parent) {
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
