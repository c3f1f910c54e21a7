package io.eventwright.generator.emit.sam;

/**
 * What a project may choose about its template.
 *
 * @param source the file it is generated from, relative to the project
 * @param runtime of every function: {@code java25} or {@code java21}
 * @param codeUri the jar of every function, relative to the template
 */
public record SamOptions(String source, String runtime, String codeUri) {}
