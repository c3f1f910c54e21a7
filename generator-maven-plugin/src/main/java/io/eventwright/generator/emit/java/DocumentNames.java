package io.eventwright.generator.emit.java;

/** What a document is called that types are made of. */
public final class DocumentNames {

  private DocumentNames() {}

  /**
   * A file's name without folders and ending. A document that was imported lies in a file that is
   * called by its whole id; it is called by the last part of the id, as its author would.
   *
   * @param file where it lies
   * @param resource its id, or what stands for it
   */
  public static String of(String file, String resource) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return withoutPath(dot > 0 ? name.substring(0, dot) : name, resource);
  }

  /** The last part of the id where a name says the whole of it, else the name. */
  public static String withoutPath(String name, String resource) {
    String id = resource.replaceFirst("(?i)(\\.schema)?\\.(json|ya?ml)$", "");
    String whole = id.replaceAll("[:/]+", "_").replaceAll("[^A-Za-z0-9._-]", "-");
    String last = id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1);
    return whole.equals(name) && !last.isEmpty() ? last : name;
  }
}
