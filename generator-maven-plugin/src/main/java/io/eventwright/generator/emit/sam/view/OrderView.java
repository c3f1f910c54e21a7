package io.eventwright.generator.emit.sam.view;

import java.util.List;

/**
 * The table of workers that keep an order, and an alarm for each of which events wait.
 *
 * @param stack the system
 * @param strict the workers for which events wait
 */
public record OrderView(StackView stack, List<StrictView> strict) {

  /**
   * One of them.
   *
   * @param id logical id that its resources begin with
   * @param name of the worker
   */
  public record StrictView(String id, String name) {}

  /** Keeps the list immutable. */
  public OrderView {
    strict = List.copyOf(strict);
  }
}
