package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The constants of a class. What makes them is one method of the class file, which has its 64 kB,
 * too: those beyond go into nested classes.
 */
final class Constants {

  /** Bytes of code that may make the constants of one class; what is reckoned is an upper bound. */
  private static final int LARGEST = 30_000;

  private final Map<String, CodeBlock> known = new LinkedHashMap<>();
  private final Set<String> taken = new LinkedHashSet<>(Set.of("INSTANCE"));
  private final List<List<FieldSpec>> classes = new ArrayList<>();
  private int size;

  Constants() {
    classes.add(new ArrayList<>());
  }

  /** A constant's name, which is like the one wished for; the same for the same value. */
  CodeBlock constant(TypeName type, String wish, CodeBlock value) {
    return known.computeIfAbsent(type + " " + value, each -> add(type, upperSnake(wish), value));
  }

  private CodeBlock add(TypeName type, String wish, CodeBlock value) {
    int weight = 20 + value.toString().length() / 1_000;
    if (size + weight > LARGEST) {
      classes.add(new ArrayList<>());
      size = 0;
    }
    size += weight;
    String name = wish;
    for (int i = 2; !taken.add(name); i++) {
      name = wish + "_" + i;
    }
    boolean own = classes.size() == 1;
    FieldSpec.Builder field =
        FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL).initializer(value);
    if (own) {
      field = FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
      field.initializer(value);
    }
    classes.get(classes.size() - 1).add(field.build());
    return own ? CodeBlock.of("$L", name) : CodeBlock.of("Constants$L.$L", classes.size(), name);
  }

  private static String upperSnake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }

  /** Those of the class itself. */
  List<FieldSpec> own() {
    return classes.get(0);
  }

  /** The classes of all others. */
  List<TypeSpec> nested() {
    List<TypeSpec> nested = new ArrayList<>();
    for (int i = 1; i < classes.size(); i++) {
      nested.add(
          TypeSpec.classBuilder("Constants" + (i + 1))
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .addFields(classes.get(i))
              .build());
    }
    return nested;
  }
}
