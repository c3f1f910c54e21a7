package io.eventwright.generator.testing;

import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.validate.CompilationRefused;
import io.eventwright.generator.validate.InMemoryJava;
import java.util.Collection;
import java.util.List;

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
    try {
      return InMemoryJava.compile(
          files,
          System.getProperty("java.class.path"),
          List.of("-Xlint:all,-processing,-classfile", "-Werror"),
          InMemoryCompiler.class.getClassLoader());
    } catch (CompilationRefused refused) {
      throw new AssertionError(refused.getMessage(), refused);
    }
  }
}
