package io.eventwright.runtime.commit;

/** Says of one event, whenever it is to be decided on, whether it is its turn. */
@FunctionalInterface
public interface Turns {
  /** Order does not matter. */
  Turns FREE = () -> Turn.FREE;

  /** As things are now; asked again after each conflict. */
  Turn take();
}
