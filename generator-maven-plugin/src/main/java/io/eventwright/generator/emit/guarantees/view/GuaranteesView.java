package io.eventwright.generator.emit.guarantees.view;

import java.util.List;

/**
 * The whole page.
 *
 * @param system its name
 * @param source where it is described
 * @param parts all that are fed, in the order of the file
 */
public record GuaranteesView(String system, String source, List<PartView> parts) {

  /** Keeps the parts immutable. */
  public GuaranteesView {
    parts = List.copyOf(parts);
  }

  /**
   * @param title such as {@code Worker credit-wallet}
   * @param via its channel
   * @param holds what that promises
   * @param lacks what other channels promise, and this one does not
   */
  public record PartView(String title, String via, List<String> holds, List<String> lacks) {

    /** Keeps the lists immutable. */
    public PartView {
      holds = List.copyOf(holds);
      lacks = List.copyOf(lacks);
    }
  }
}
