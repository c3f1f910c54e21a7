package io.eventwright.generator.emit.sam;

/**
 * A resource's name within a value that is otherwise data, such as a pattern.
 *
 * @param id its logical id
 */
record Reference(String id) {
  @Override
  public String toString() {
    return "!Ref " + id;
  }
}
