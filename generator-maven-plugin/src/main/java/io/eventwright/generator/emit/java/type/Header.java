package io.eventwright.generator.emit.java.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.eventwright.generator.diagnostic.SourceLocation;
import java.util.List;
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
 * @param interfaces of the user's, that it implements
 * @param location where its schema starts
 * @param pinned the name that the schema demands, with its package if the type is a top; null when
 *     it leaves the choice
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
    List<TypeName> interfaces,
    SourceLocation location,
    @Nullable String pinned) {
  public Header {
    interfaces = List.copyOf(interfaces);
  }
}
