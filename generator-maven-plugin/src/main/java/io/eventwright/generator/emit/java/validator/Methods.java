package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Methods of one schema as they are being written; long ones are split, as 64 kB are the limit. */
final class Methods {

  /** Statements, arms of a switch, or terms of an expression in one method. */
  static final int LONGEST = 120;

  private final List<MethodSpec> all = new ArrayList<>();

  List<MethodSpec> all() {
    return all;
  }

  void add(String name, Class<?> returns, List<ParameterSpec> parameters, CodeBlock body) {
    all.add(
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(returns)
            .addParameters(parameters)
            .addCode(body)
            .build());
  }

  /** The statements one after the other; too many are put into methods of their own. */
  CodeBlock sequence(String name, List<ParameterSpec> parameters, List<CodeBlock> statements) {
    if (statements.size() <= LONGEST) {
      return CodeBlock.join(statements, "");
    }
    List<CodeBlock> calls = new ArrayList<>();
    for (int from = 0; from < statements.size(); from += LONGEST) {
      String helper = name + "_from" + from;
      CodeBlock.Builder body = CodeBlock.builder();
      statements.subList(from, Math.min(statements.size(), from + LONGEST)).forEach(body::add);
      add(helper, void.class, parameters, body.build());
      calls.add(CodeBlock.of("$L($L);\n", helper, arguments(parameters)));
    }
    return sequence(name + "_all", parameters, calls);
  }

  /** The steps of a verdict; too many are put into methods of their own. */
  List<Step> steps(String name, List<ParameterSpec> parameters, List<Step> steps) {
    if (steps.size() <= LONGEST) {
      return steps;
    }
    List<Step> calls = new ArrayList<>();
    for (int from = 0; from < steps.size(); from += LONGEST) {
      String helper = name + "_from" + from;
      List<Step> some = steps.subList(from, Math.min(steps.size(), from + LONGEST));
      add(helper, boolean.class, parameters, Step.body(some));
      calls.add(Step.require(CodeBlock.of("$L($L)", helper, arguments(parameters))));
    }
    return steps(name + "_all", parameters, calls);
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
    List<CodeBlock> calls = new ArrayList<>();
    for (int from = 0; from < terms.size(); from += LONGEST) {
      String helper = name + "_from" + from;
      List<CodeBlock> some = terms.subList(from, Math.min(terms.size(), from + LONGEST));
      add(helper, type, parameters, CodeBlock.of("return $L;\n", CodeBlock.join(some, operator)));
      calls.add(CodeBlock.of("$L($L)", helper, arguments(parameters)));
    }
    return expression(name + "_all", type, parameters, calls, operator);
  }

  /**
   * A method whose body is a switch; arms that are too many go on in the next one.
   *
   * @param subject what is switched on
   * @param arms each {@code case ... -> ...}
   * @param otherwise what follows {@code default ->}; either a value or a statement in braces
   * @param returns what the method returns: for void the switch is a statement
   */
  void switchMethod(
      String name,
      Class<?> returns,
      List<ParameterSpec> parameters,
      String subject,
      List<CodeBlock> arms,
      CodeBlock otherwise) {
    boolean value = returns != void.class;
    for (int from = 0; from == 0 || from < arms.size(); from += LONGEST) {
      int to = Math.min(arms.size(), from + LONGEST);
      CodeBlock last =
          to == arms.size()
              ? otherwise
              : CodeBlock.of("$L($L);\n", name + "_from" + to, arguments(parameters));
      CodeBlock.Builder body = CodeBlock.builder();
      body.add(value ? "return switch ($L) {\n$>" : "switch ($L) {\n$>", subject);
      arms.subList(from, to).forEach(body::add);
      body.add("default -> $L", last.isEmpty() ? CodeBlock.of("{}\n") : last);
      body.add(value ? "$<};\n" : "$<}\n");
      add(from == 0 ? name : name + "_from" + from, returns, parameters, body.build());
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
