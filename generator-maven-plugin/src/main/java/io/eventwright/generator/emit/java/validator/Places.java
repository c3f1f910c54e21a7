package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.CodeBlock;
import io.eventwright.generator.model.schema.Keyword;

/** Java expressions for where a report goes on: a part of the value, a schema below. */
final class Places {

  private Places() {}

  static String path(Keyword keyword) {
    return "/" + keyword.site().keyword();
  }

  static String path(Keyword keyword, String name) {
    return path(keyword) + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  static CodeBlock at(String path) {
    return CodeBlock.of("found.at($L)", Literals.string(path));
  }

  static CodeBlock member(String name, String path) {
    return CodeBlock.of("found.member($L, $L)", name, Literals.string(path));
  }

  static CodeBlock item(String index, String path) {
    return CodeBlock.of("found.item($L, $L)", index, Literals.string(path));
  }

  /** A statement that reports on a value below; empty when there can be nothing to report. */
  static CodeBlock check(
      ValidatorClass context, Unit from, Unit to, CodeBlock value, CodeBlock place, String path) {
    return context.callCheck(to, value, entering(from, to, place, path));
  }

  /** A statement that collects what is said of a value below; empty when that is nothing. */
  static CodeBlock annotate(
      ValidatorClass context, Unit from, Unit to, CodeBlock value, CodeBlock place, String path) {
    return context.callAnnotate(to, value, entering(from, to, place, path));
  }

  private static CodeBlock entering(Unit from, Unit to, CodeBlock place, String path) {
    boolean below = to.key().equals(from.key().child(path));
    return below ? place : CodeBlock.of("$L.in($L)", place, Literals.string(to.key().toString()));
  }
}
