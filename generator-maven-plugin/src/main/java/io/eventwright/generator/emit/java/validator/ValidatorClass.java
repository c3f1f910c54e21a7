package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.runtime.json.JsonString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The methods and constants of one validator. A call asked for is a method that will be there; what
 * a class file cannot hold goes into nested classes.
 */
final class ValidatorClass {

  /** A class file has 65,535 constants; a schema takes some dozens. */
  private static final int UNITS_IN_A_CLASS = 400;

  private record Request(MethodKind kind, Unit unit) {}

  /** The contents of the class itself, or of one nested in it. */
  private static final class Part {
    final Map<Unit, List<MethodSpec>> methods = new LinkedHashMap<>();
    final Map<String, String> constantNames = new LinkedHashMap<>();
    final Set<String> taken = new LinkedHashSet<>();
    final List<FieldSpec> constants = new ArrayList<>();
  }

  private final SchemaSet set;
  private final DynamicScopes scopes;
  private final ClassName type;
  private final MethodNames names = new MethodNames();
  private final Map<Unit, Integer> units = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final Set<Request> requested = new LinkedHashSet<>();
  private final Deque<Request> open = new ArrayDeque<>();
  private int currentPart;

  ValidatorClass(SchemaSet set, DynamicScopes scopes, ClassName type) {
    this.set = set;
    this.scopes = scopes;
    this.type = type;
    parts.add(new Part());
  }

  SchemaNode node(Unit unit) {
    return set.node(unit.key());
  }

  String name(Unit unit) {
    return names.of(unit);
  }

  Unit child(SchemaKey key, Unit from) {
    return scopes.enter(key, from);
  }

  Unit follow(Keyword.DynamicReference reference, Unit from) {
    return scopes.follow(reference, from);
  }

  /** An expression for a schema's verdict on a value. */
  CodeBlock call(MethodKind kind, Unit start, CodeBlock value, @Nullable String seen) {
    Unit unit = start;
    for (Keyword.Reference next = onlyReference(unit); next != null; next = onlyReference(unit)) {
      unit = child(next.target(), unit);
    }
    SchemaNode node = node(unit);
    if (node.refusesAll()) {
      return CodeBlock.of("false");
    }
    if (node.acceptsAll()) {
      return CodeBlock.of("true");
    }
    if (seen == null || !Evaluation.speaksOf(this, unit)) {
      return CodeBlock.of("$L($L)", method(MethodKind.TEST, unit), value);
    }
    return CodeBlock.of("$L($L, $L)", method(kind, unit), value, seen);
  }

  /** A statement that reports what a schema finds in a value; empty when it finds nothing ever. */
  CodeBlock callCheck(Unit unit, CodeBlock value, CodeBlock found) {
    SchemaNode node = node(unit);
    if (node.refusesAll()) {
      return CodeBlock.of("$L.refuse();\n", found);
    }
    if (node.acceptsAll()) {
      return CodeBlock.of("");
    }
    Keyword.Reference reference = onlyReference(unit);
    if (reference != null) {
      Unit target = child(reference.target(), unit);
      CodeBlock place =
          CodeBlock.of(
              "$L.at($L).in($L)",
              found,
              Literals.string(Places.path(reference)),
              Literals.string(target.key().toString()));
      return callCheck(target, value, place);
    }
    return CodeBlock.of("$L($L, $L);\n", method(MethodKind.CHECK, unit), value, found);
  }

  /** A statement that collects what a schema says of a value that fits it. */
  CodeBlock callAnnotate(Unit unit, CodeBlock value, CodeBlock found) {
    return node(unit).keywords().isEmpty()
        ? CodeBlock.of("")
        : CodeBlock.of("$L($L, $L);\n", method(MethodKind.ANNOTATE, unit), value, found);
  }

  /** A schema that is nothing but a reference needs no method: what it names is called instead. */
  private Keyword.@Nullable Reference onlyReference(Unit unit) {
    Keyword.Reference reference = null;
    for (Keyword keyword : node(unit).keywords()) {
      if (keyword instanceof Keyword.Reference found) {
        reference = found;
      } else if (!(keyword instanceof Keyword.Annotation)) {
        return null;
      }
    }
    return reference;
  }

  /** The method's name, with its class where that is another. */
  CodeBlock method(MethodKind kind, Unit unit) {
    int part = part(unit);
    Request request = new Request(kind, unit);
    if (requested.add(request)) {
      open.add(request);
    }
    CodeBlock method = CodeBlock.of("$L$L", kind.prefix(), names.of(unit));
    return part == currentPart ? method : CodeBlock.of("$T.$L", partName(part), method);
  }

  private ClassName partName(int part) {
    return part == 0 ? type : type.nestedClass("Part" + (part + 1));
  }

  private int part(Unit unit) {
    int position = units.computeIfAbsent(unit, each -> units.size());
    int part = position / UNITS_IN_A_CLASS;
    while (parts.size() <= part) {
      parts.add(new Part());
    }
    return part;
  }

  /** A constant of the class that is being written, under a name like the one wished for. */
  CodeBlock constant(TypeName constantType, String wish, CodeBlock value) {
    Part part = parts.get(currentPart);
    String key = constantType + " " + value;
    String known = part.constantNames.get(key);
    if (known == null) {
      known = upperSnake(wish);
      for (int i = 2; !part.taken.add(known); i++) {
        known = upperSnake(wish) + "_" + i;
      }
      part.constantNames.put(key, known);
      part.constants.add(
          FieldSpec.builder(constantType, known, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer(value)
              .build());
    }
    return CodeBlock.of("$L", known);
  }

  /** A string of any length as an expression. */
  CodeBlock text(String text) {
    if (text.length() <= 16_000) {
      return CodeBlock.of("$L", Literals.string(text));
    }
    return CodeBlock.of("$T.text($L)", RuntimeTypes.CONSTANTS, Literals.json(new JsonString(text)));
  }

  private static String upperSnake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }

  /** Writes all methods that calls have asked for, and those these ask for. */
  void addTo(TypeSpec.Builder target) {
    while (!open.isEmpty()) {
      Request request = open.remove();
      currentPart = part(request.unit());
      parts
          .get(currentPart)
          .methods
          .computeIfAbsent(request.unit(), unit -> new ArrayList<>())
          .addAll(methods(request));
    }
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      TypeSpec.Builder builder =
          i == 0
              ? target
              : TypeSpec.classBuilder(partName(i))
                  .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
      part.constants.forEach(builder::addField);
      for (Unit unit : units.keySet()) {
        part.methods.getOrDefault(unit, List.of()).forEach(builder::addMethod);
      }
      if (i > 0) {
        target.addType(builder.build());
      }
    }
  }

  private List<MethodSpec> methods(Request request) {
    return switch (request.kind()) {
      case TEST, TRACK -> new VerdictMethods(this, request.unit(), request.kind()).write();
      case JOIN -> new TrackingMethods(this, request.unit()).join();
      case GATHER -> new TrackingMethods(this, request.unit()).gather();
      case COVERS -> new TrackingMethods(this, request.unit()).covers();
      case ANNOTATE -> new AnnotateMethods(this, request.unit()).write();
      case CHECK -> new CheckMethods(this, request.unit()).write();
    };
  }
}
