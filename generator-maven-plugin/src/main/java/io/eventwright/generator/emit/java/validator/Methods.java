package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Methods of one schema as they are being written. Long ones are split, as 64 kB are the limit; and
 * where that makes many, they go into nested classes, as the limit of a class is 65,535 constants.
 */
final class Methods {

  /** Statements, arms of a switch, or terms of an expression in one method. */
  static final int LONGEST = 120;

  /** As many of them in one class; twice as many are still left in the class around. */
  private static final int MOST = 4 * LONGEST;

  private final ValidatorClass context;
  private final List<MethodSpec> all = new ArrayList<>();
  private final Map<String, TypeSpec.Builder> nested = new LinkedHashMap<>();

  Methods(ValidatorClass context) {
    this.context = context;
  }

  /** The methods of the class itself; what went into nested classes is added to it. */
  List<MethodSpec> all() {
    nested.values().forEach(each -> context.nest(each.build()));
    nested.clear();
    return all;
  }

  void add(String name, Class<?> returns, List<ParameterSpec> parameters, CodeBlock body) {
    all.add(method(name, returns, parameters, body).addModifiers(Modifier.PRIVATE).build());
  }

  private static MethodSpec.Builder method(
      String name, Class<?> returns, List<ParameterSpec> parameters, CodeBlock body) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.STATIC)
        .returns(returns)
        .addParameters(parameters)
        .addCode(body);
  }

  /**
   * Adds one of the methods that a long one is split into.
   *
   * @param from the position of its first part
   * @param of how many parts there are
   * @return a call of it
   */
  private CodeBlock split(
      String name,
      Class<?> returns,
      List<ParameterSpec> parameters,
      CodeBlock body,
      int from,
      int of) {
    String method = name + "_from" + from;
    if (of <= 2 * MOST) {
      add(method, returns, parameters, body);
    } else {
      String type = nestedName(name, from);
      nested
          .computeIfAbsent(
              type,
              each ->
                  TypeSpec.classBuilder(each)
                      .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL))
          .addMethod(method(method, returns, parameters, body).build());
    }
    return splitCall(name, parameters, from, of);
  }

  private CodeBlock splitCall(String name, List<ParameterSpec> parameters, int from, int of) {
    String method = name + "_from" + from;
    return of <= 2 * MOST
        ? CodeBlock.of("$L($L)", method, arguments(parameters))
        : CodeBlock.of("$L.$L($L)", nestedName(name, from), method, arguments(parameters));
  }

  private static String nestedName(String name, int from) {
    String type = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return type + "_from" + from / MOST * MOST;
  }

  private <T> List<CodeBlock> split(
      String name,
      Class<?> returns,
      List<ParameterSpec> parameters,
      List<T> parts,
      Function<List<T>, CodeBlock> body) {
    List<CodeBlock> calls = new ArrayList<>();
    for (int from = 0; from < parts.size(); from += LONGEST) {
      List<T> some = parts.subList(from, Math.min(parts.size(), from + LONGEST));
      calls.add(split(name, returns, parameters, body.apply(some), from, parts.size()));
    }
    return calls;
  }

  /** The statements one after the other; too many are put into methods of their own. */
  CodeBlock sequence(String name, List<ParameterSpec> parameters, List<CodeBlock> statements) {
    if (statements.size() <= LONGEST) {
      return CodeBlock.join(statements, "");
    }
    List<CodeBlock> calls =
        split(name, void.class, parameters, statements, some -> CodeBlock.join(some, ""));
    return sequence(
        name + "_all", parameters, calls.stream().map(c -> CodeBlock.of("$L;\n", c)).toList());
  }

  /** The steps of a verdict; too many are put into methods of their own. */
  List<Step> steps(String name, List<ParameterSpec> parameters, List<Step> steps) {
    if (steps.size() <= LONGEST) {
      return steps;
    }
    List<CodeBlock> calls = split(name, boolean.class, parameters, steps, Step::body);
    return steps(name + "_all", parameters, calls.stream().map(Step::require).toList());
  }

  /**
   * Statements that each may clear the variable {@code fits}; too many are put into methods of
   * their own.
   */
  CodeBlock accumulate(String name, List<ParameterSpec> parameters, List<CodeBlock> statements) {
    if (statements.size() <= LONGEST) {
      return CodeBlock.join(statements, "");
    }
    List<CodeBlock> calls =
        split(name, boolean.class, parameters, statements, Methods::accumulated);
    return accumulate(
        name + "_all",
        parameters,
        calls.stream().map(call -> CodeBlock.of("fits &= $L;\n", call)).toList());
  }

  /** The body of a method that does so. */
  static CodeBlock accumulated(List<CodeBlock> statements) {
    return CodeBlock.of("boolean fits = true;\n$Lreturn fits;\n", CodeBlock.join(statements, ""));
  }

  /** The terms joined by an operator; too many are put into methods of their own. */
  CodeBlock expression(
      String name,
      Class<?> type,
      List<ParameterSpec> parameters,
      List<CodeBlock> terms,
      String operator) {
    if (terms.size() <= LONGEST) {
      return CodeBlock.join(terms, operator);
    }
    List<CodeBlock> calls =
        split(
            name,
            type,
            parameters,
            terms,
            some -> CodeBlock.of("return $>$>$L$<$<;\n", CodeBlock.join(some, operator)));
    return expression(name + "_all", type, parameters, calls, operator);
  }

  /**
   * A method whose body is a switch; arms that are too many go on in the next one.
   *
   * @param subject what is switched on
   * @param otherwise what follows {@code default ->}; either a value or a statement in braces
   * @param returns what the method returns: for void the switch is a statement
   */
  void switchMethod(
      String name,
      Class<?> returns,
      List<ParameterSpec> parameters,
      String subject,
      List<Arm> arms,
      CodeBlock otherwise) {
    boolean value = returns != void.class;
    int size = arms.size();
    for (int from = 0; from == 0 || from < size; from += LONGEST) {
      int to = Math.min(size, from + LONGEST);
      CodeBlock last =
          to == size ? otherwise : CodeBlock.of("$L;\n", splitCall(name, parameters, to, size));
      CodeBlock.Builder body = CodeBlock.builder();
      List<Arm> some = arms.subList(from, to);
      some.stream()
          .filter(arm -> !arm.isConstant())
          .forEach(arm -> body.add(arm.statement(subject, value)));
      body.add(value ? "return switch ($L) {\n$>" : "switch ($L) {\n$>", subject);
      some.stream().filter(Arm::isConstant).forEach(arm -> body.add(arm.code()));
      body.add("default -> $L", last.isEmpty() ? CodeBlock.of("{}\n") : last);
      body.add(value ? "$<};\n" : "$<}\n");
      if (from == 0) {
        add(name, returns, parameters, body.build());
      } else {
        split(name, returns, parameters, body.build(), from, size);
      }
    }
  }

  static CodeBlock arguments(List<ParameterSpec> parameters) {
    return CodeBlock.join(
        parameters.stream().map(each -> CodeBlock.of("$L", each.name())).toList(), ", ");
  }

  static ParameterSpec parameter(TypeName type, String name) {
    return ParameterSpec.builder(type, name).build();
  }
}
