package io.eventwright.generator.emit.java.data;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.testing.GoldenFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is generated from each folder of schemas, and what is said about them. {@code DocumentsTest}
 * compiles the same and runs it.
 */
class TypesGoldenTest {

  @ParameterizedTest
  @ValueSource(strings = {"events", "shapes", "unions", "openapi", "names", "jsonschema2pojo"})
  void generatesWhatIsExpected(String name) throws IOException {
    CompiledSchemas compiled = DocumentsTest.compiled(name);
    List<GeneratedFile> files = new ArrayList<>();
    // Validators have goldens of their own.
    compiled.files.stream()
        .filter(file -> !file.path().endsWith("Validator.java"))
        .forEach(files::add);
    files.add(GeneratedFile.ofText("diagnostics.txt", said(compiled.diagnostics)));
    GoldenFolder.named("types/" + name).assertHolds(files);
  }

  private static String said(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(each -> each + "\n").collect(Collectors.joining());
  }
}
