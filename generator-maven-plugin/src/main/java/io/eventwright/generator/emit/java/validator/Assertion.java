package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.CodeBlock;

/**
 * A condition on a value, as both the verdict and the report need it.
 *
 * @param fails a Java expression that is true when the value is refused
 * @param keyword the keyword that says so
 * @param message what is wrong then
 */
record Assertion(CodeBlock fails, String keyword, String message) {}
