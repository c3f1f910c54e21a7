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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The methods and constants of one validator. A call asked for is a method that will be there, here
 * or in the class that owns the schema; what a class file cannot hold goes into nested classes.
 */
final class ValidatorClass {

  /** A class file has 65,535 constants; a schema takes some dozens. */
  private static final int UNITS_IN_A_CLASS = 400;

  private record Request(MethodKind kind, Unit unit) {}

  /** The contents of the class itself, or of one nested in it. */
  private static final class Part {
    final Map<Unit, List<MethodSpec>> methods = new LinkedHashMap<>();
    final Constants constants = new Constants();
    final List<TypeSpec> nested = new ArrayList<>();
  }

  private final ValidatorSet all;
  private final Unit head;
  private final ClassName type;
  private final MethodNames names;
  private final Map<Unit, Integer> units = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final Set<Request> requested = new LinkedHashSet<>();
  private final Map<MethodKind, MethodSpec> headMethods = new LinkedHashMap<>();
  private final Deque<Request> open = new ArrayDeque<>();
  private int currentPart;

  ValidatorClass(ValidatorSet all, Unit head, ClassName type) {
    this.all = all;
    this.head = head;
    this.type = type;
    this.names = new MethodNames(head);
    parts.add(new Part());
    part(head);
  }

  ClassName type() {
    return type;
  }

  Unit head() {
    return head;
  }

  SchemaNode node(Unit unit) {
    return all.node(unit);
  }

  String name(Unit unit) {
    return names.of(unit);
  }

  Unit child(SchemaKey key, Unit from) {
    return all.scopes().enter(key, from);
  }

  Unit follow(Keyword.DynamicReference reference, Unit from) {
    return all.scopes().follow(reference, from);
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

  private Keyword.@Nullable Reference onlyReference(Unit unit) {
    return Owners.onlyReference(node(unit));
  }

  /** A statement that reports what a schema finds in a value; empty when it finds nothing ever. */
  CodeBlock check(Unit from, Unit to, CodeBlock value, PlaceCode place) {
    return callCheck(to, value, place.entering(from, to));
  }

  private CodeBlock callCheck(Unit unit, CodeBlock value, PlaceCode place) {
    SchemaNode node = node(unit);
    if (node.refusesAll()) {
      return CodeBlock.of("$L.refuse();\n", place.code(false));
    }
    if (node.acceptsAll()) {
      return CodeBlock.of("");
    }
    Keyword.Reference reference = onlyReference(unit);
    if (reference != null) {
      Unit target = child(reference.target(), unit);
      return callCheck(target, value, place.following(reference, target));
    }
    CodeBlock method = method(MethodKind.CHECK, unit);
    return CodeBlock.of("$L($L, $L);\n", method, value, place.code(all.isHead(unit)));
  }

  /** A statement that collects what a schema says of a value that fits it. */
  CodeBlock annotate(Unit from, Unit to, CodeBlock value, PlaceCode place) {
    if (node(to).keywords().isEmpty()) {
      return CodeBlock.of("");
    }
    CodeBlock method = method(MethodKind.ANNOTATE, to);
    return CodeBlock.of(
        "$L($L, $L);\n", method, value, place.entering(from, to).code(all.isHead(to)));
  }

  /** The statements of the methods that every validator has, as far as they only call others. */
  CodeBlock rootCheck() {
    return callCheck(head, CodeBlock.of("value"), PlaceCode.here());
  }

  /** Whether the head has methods of its own; if not, all is said by what it refers to. */
  boolean isWritten() {
    SchemaNode node = node(head);
    return !node.refusesAll() && !node.acceptsAll() && onlyReference(head) == null;
  }

  /** Asks for the methods of the head, without a call from elsewhere. */
  void start(boolean annotating) {
    if (isWritten()) {
      request(new Request(MethodKind.TEST, head));
      request(new Request(MethodKind.CHECK, head));
    } else {
      call(MethodKind.TEST, head, CodeBlock.of("value"), null);
      rootCheck();
    }
    if (annotating) {
      request(new Request(MethodKind.ANNOTATE, head));
    }
  }

  /** The method's name, with its class where that is another. */
  CodeBlock method(MethodKind kind, Unit unit) {
    ValidatorClass owner = all.owner(unit);
    if (owner != this) {
      return CodeBlock.of("$T.$L", owner.type, owner.asked(kind, unit));
    }
    String name = asked(kind, unit);
    int part = part(unit);
    return part == currentPart
        ? CodeBlock.of("$L", name)
        : CodeBlock.of("$T.$L", partName(part), name);
  }

  private String asked(MethodKind kind, Unit unit) {
    request(new Request(kind, unit));
    return methodName(kind, unit);
  }

  private void request(Request request) {
    if (requested.add(request)) {
      open.add(request);
      all.announce(this);
    }
  }

  /** The name of a unit's method. */
  String methodName(MethodKind kind, Unit unit) {
    return unit.equals(head) ? kind.ofHead() : kind.prefix() + names.of(unit);
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
    return parts.get(currentPart).constants.constant(constantType, wish, value);
  }

  /** Adds a class to the one that is being written. */
  void nest(TypeSpec nested) {
    parts.get(currentPart).nested.add(nested);
  }

  /** Writes the methods that calls have asked for so far, and those these ask for. */
  void write() {
    while (!open.isEmpty()) {
      Request request = open.remove();
      currentPart = part(request.unit());
      List<MethodSpec> written = new ArrayList<>(methods(request));
      if (request.unit().equals(head)) {
        String main = request.kind().prefix();
        written.stream()
            .filter(each -> each.name().equals(main))
            .forEach(each -> headMethods.put(request.kind(), each));
        written.remove(headMethods.get(request.kind()));
      }
      parts
          .get(currentPart)
          .methods
          .computeIfAbsent(request.unit(), unit -> new ArrayList<>())
          .addAll(written);
    }
  }

  /** What is written of a method of the head. */
  @Nullable MethodSpec headMethod(MethodKind kind) {
    return headMethods.get(kind);
  }

  /** The constants, without those of nested classes. */
  List<FieldSpec> constants() {
    return parts.get(0).constants.own();
  }

  /** Adds all methods but the head's, and the nested classes. */
  void addTo(TypeSpec.Builder target) {
    addMethods(parts.get(0), target);
    for (int i = 1; i < parts.size(); i++) {
      TypeSpec.Builder nested =
          TypeSpec.classBuilder(partName(i))
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
      parts.get(i).constants.own().forEach(nested::addField);
      addMethods(parts.get(i), nested);
      target.addType(nested.build());
    }
  }

  private void addMethods(Part part, TypeSpec.Builder builder) {
    for (Unit unit : units.keySet()) {
      part.methods.getOrDefault(unit, List.of()).forEach(builder::addMethod);
    }
    part.nested.forEach(builder::addType);
    part.constants.nested().forEach(builder::addType);
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
