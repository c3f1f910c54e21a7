package io.eventwright.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * The Java made from one schema, or from all minors of one major.
 *
 * @param record what values are
 * @param codec an expression for what reads and writes them
 * @param validators expressions for what checks them, one for each minor from 0 on
 * @param description the schema's own words, as Javadoc; empty when it has none
 */
public record SchemaClasses(
    ClassName record, CodeBlock codec, List<CodeBlock> validators, String description) {
  public SchemaClasses {
    validators = List.copyOf(validators);
  }
}
