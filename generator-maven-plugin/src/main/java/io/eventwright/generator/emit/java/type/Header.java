package io.eventwright.generator.emit.java.type;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.diagnostic.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * What all generated types have.
 *
 * @param home the class whose file the type goes into; when {@code top}, the type itself
 * @param top whether the type is that class
 * @param wanted what the schema calls it, not yet as a Java name
 * @param parent the type it was found in, null for a top
 * @param documentation the schema's words; empty when it has none
 * @param sensitive whether {@code toString} shows nothing of it
 * @param location where its schema starts
 * @param pinned the name that the schema demands, null when it leaves the choice
 */
public record Header(
    TypeId id,
    ClassName home,
    boolean top,
    String wanted,
    @Nullable TypeId parent,
    String documentation,
    boolean deprecated,
    boolean sensitive,
    SourceLocation location,
    @Nullable String pinned) {}
