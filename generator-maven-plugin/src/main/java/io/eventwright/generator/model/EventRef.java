package io.eventwright.generator.model;

/**
 * One major of an event, by name.
 *
 * @param name kebab case
 * @param major from 1
 */
public record EventRef(String name, int major) implements Comparable<EventRef> {

  /** What the wire says: {@code order-placed.v2}. */
  public String wireType() {
    return name + ".v" + major;
  }

  @Override
  public int compareTo(EventRef other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : Integer.compare(major, other.major);
  }

  @Override
  public String toString() {
    return name + "@" + major;
  }
}
