package io.eventwright.generator.validate;

import com.fasterxml.jackson.core.JsonFactory;
import com.google.re2j.Pattern;
import io.eventwright.generator.emit.java.validator.ValidatorEmitter;
import io.eventwright.generator.emit.java.validator.ValidatorTarget;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.runtime.json.Validator;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The very validators that a generated system runs, ready to judge documents in this process. */
public final class CompiledSchemas {

  private static final String PACKAGE = "io.eventwright.compiled";

  private CompiledSchemas() {}

  /**
   * A validator for each of some schemas, all compiled in one run.
   *
   * @param set where the schemas are in
   * @param keys which of them
   * @return the validators by schema, in the order given
   * @throws CompilationRefused when this Java has no compiler, or by a fault of the generator
   */
  public static Map<SchemaKey, Validator> of(SchemaSet set, Collection<SchemaKey> keys) {
    List<ValidatorTarget> targets = new ArrayList<>();
    for (SchemaKey key : keys) {
      targets.add(new ValidatorTarget(key, PACKAGE, "Validator" + targets.size()));
    }
    ClassLoader classes =
        InMemoryJava.compile(
            new ValidatorEmitter(set).emit(targets),
            classPath(),
            List.of("-nowarn"),
            Validator.class.getClassLoader());
    Map<SchemaKey, Validator> validators = new LinkedHashMap<>();
    for (ValidatorTarget target : targets) {
      validators.put(target.root(), instance(classes, target));
    }
    return validators;
  }

  private static Validator instance(ClassLoader classes, ValidatorTarget target) {
    try {
      return (Validator)
          classes
              .loadClass(target.packageName() + "." + target.className())
              .getField("INSTANCE")
              .get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the emitter promises a constant INSTANCE", e);
    }
  }

  /**
   * What generated validators refer to; inside Maven the plugin's own class path is no property.
   */
  private static String classPath() {
    return Stream.of(Validator.class, Pattern.class, JsonFactory.class, NullMarked.class)
        .map(CompiledSchemas::origin)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
