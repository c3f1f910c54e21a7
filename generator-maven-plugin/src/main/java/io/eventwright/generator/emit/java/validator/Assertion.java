package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.CodeBlock;

/**
 * A condition on a value, as both the verdict and the report need it.
 *
 * @param holds a Java expression that is true when the value is taken, in parentheses if need be
 * @param fails the same the other way round
 * @param keyword the keyword that says so
 * @param message what is wrong then
 */
record Assertion(CodeBlock holds, CodeBlock fails, String keyword, String message) {}
