package io.eventwright.generator.load.schema;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.model.schema.SchemaKey;

/**
 * A schema in a document, before its keywords are read.
 *
 * @param node an object or a boolean
 * @param key its name
 * @param rules how it is read
 * @param documentUri where the document came from, for references that its {@code $id} leads astray
 */
record SchemaPlace(Node node, SchemaKey key, DialectRules rules, String documentUri) {}
