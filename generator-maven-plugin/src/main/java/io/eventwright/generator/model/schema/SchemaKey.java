package io.eventwright.generator.model.schema;

/**
 * The name of one schema in a {@link SchemaSet}.
 *
 * @param resource the URI of the schema resource it is in, without fragment: its {@code $id}, or
 *     that of the document it stands in
 * @param pointer JSON Pointer from that resource's root, empty for the root
 */
public record SchemaKey(String resource, String pointer) implements Comparable<SchemaKey> {

  /** Reads the form {@link #toString()} gives. */
  public static SchemaKey parse(String text) {
    int hash = text.indexOf('#');
    return hash < 0
        ? new SchemaKey(text, "")
        : new SchemaKey(text.substring(0, hash), text.substring(hash + 1));
  }

  /** The schema below this one at a relative pointer such as {@code /properties/price}. */
  public SchemaKey child(String relativePointer) {
    return new SchemaKey(resource, pointer + relativePointer);
  }

  /** The last part of the pointer, unescaped; empty for a resource's root. */
  public String lastSegment() {
    return pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
  }

  @Override
  public int compareTo(SchemaKey other) {
    int order = resource.compareTo(other.resource);
    return order != 0 ? order : pointer.compareTo(other.pointer);
  }

  /** {@code resource#pointer}. */
  @Override
  public String toString() {
    return resource + "#" + pointer;
  }
}
