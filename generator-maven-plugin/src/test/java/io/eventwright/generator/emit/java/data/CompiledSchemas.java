package io.eventwright.generator.emit.java.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.type.RootType;
import io.eventwright.generator.emit.java.type.TypeModel;
import io.eventwright.generator.load.schema.LoaderOptions;
import io.eventwright.generator.load.schema.SchemaLoader;
import io.eventwright.generator.load.schema.SchemaSource;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.generator.testing.InMemoryCompiler;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.Validator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Schemas of a folder as classes that run. */
final class CompiledSchemas {

  private static final JsonFactory JSON = new JsonFactory();

  final List<GeneratedFile> files;
  final List<Diagnostic> diagnostics;
  final @Nullable TypeModel model;
  private final ClassLoader classes;

  private CompiledSchemas(Checked<JavaData> data) {
    this.files = data.value().files();
    this.diagnostics = data.diagnostics();
    this.model = data.value().model();
    this.classes = InMemoryCompiler.compile(files);
  }

  /** Files that are generated already. */
  CompiledSchemas(List<GeneratedFile> files) {
    this.files = files;
    this.diagnostics = List.of();
    this.model = null;
    this.classes = InMemoryCompiler.compile(files);
  }

  /** Every schema of a folder, each file a root named by its path. */
  static CompiledSchemas of(Path folder, String basePackage) throws IOException {
    return new CompiledSchemas(generate(folder, basePackage, LoaderOptions.forEvents()));
  }

  /** All schemas of a folder, linked. */
  static SchemaSet schemas(Path folder, LoaderOptions options) throws IOException {
    List<SchemaSource> sources = new ArrayList<>();
    for (Path file : files(folder, path -> path.toString().matches(".*\\.(json|yaml)"))) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      sources.add(SchemaSource.ofFile(name, Files.readAllBytes(file)));
    }
    return SchemaLoader.load(sources, options).value();
  }

  static Checked<JavaData> generate(Path folder, String basePackage, LoaderOptions options)
      throws IOException {
    SchemaSet set = schemas(folder, options);
    Diagnostics found = new Diagnostics();
    List<RootType> roots = FolderRoots.of(set, basePackage, found);
    Checked<JavaData> data =
        found.take(
            new JavaTypesEmitter(set, new JavaNames(basePackage), roots, List.of(), "schemas")
                .emit());
    return Checked.of(data.value(), found);
  }

  static List<Path> files(Path folder, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).filter(wanted).sorted().toList();
    }
  }

  /** The folder of cases: one folder of schemas each. */
  static CompiledSchemas ofCase(String name) throws IOException {
    return of(Path.of("src/test/resources/schemas", name), "com.example." + name);
  }

  /** The validator of that name. */
  Validator validator(String className) {
    return (Validator) constant(className);
  }

  private Object constant(String className) {
    try {
      return classes.loadClass(className).getField("INSTANCE").get(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** A class by name. */
  Class<?> type(String className) throws ClassNotFoundException {
    return classes.loadClass(className);
  }

  /** The codec of a class. */
  @SuppressWarnings("unchecked") // Tests treat all records alike.
  Codec<Object> codec(String className) {
    return (Codec<Object>) constant(className + "Codec");
  }

  /** Reads bytes, token by token. */
  static Object read(Codec<Object> codec, byte[] document) throws IOException {
    try (JsonParser parser =
        Json.parser(document, io.eventwright.runtime.json.JsonLimits.DEFAULT)) {
      parser.nextToken();
      return codec.read(parser);
    }
  }

  /** Reads a value in memory. */
  static Object read(Codec<Object> codec, JsonValue document) throws IOException {
    JsonParser parser = Json.parser(document);
    parser.nextToken();
    return codec.read(parser);
  }

  /** Writes as bytes. */
  static byte[] write(Codec<Object> codec, Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = JSON.createGenerator(bytes)) {
      codec.write(value, generator);
    }
    return bytes.toByteArray();
  }
}
