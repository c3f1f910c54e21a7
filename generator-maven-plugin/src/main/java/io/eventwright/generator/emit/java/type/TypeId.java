package io.eventwright.generator.emit.java.type;

import java.util.Comparator;

/**
 * Stands for a generated type before it has a name, so that types may refer to each other in
 * circles.
 *
 * @param number in the order of finding
 */
public record TypeId(int number) {

  /** In the order of finding. */
  static final Comparator<TypeId> ORDER = Comparator.comparingInt(TypeId::number);
}
