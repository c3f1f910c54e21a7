package io.eventwright.generator.emit.saga.diagram;

import java.util.List;

/**
 * A saga as a picture; lengths are in pixels, texts are escaped.
 *
 * @param title what it shows
 * @param width of the picture
 * @param height of the picture
 * @param boxes its states
 * @param lines where they lead
 */
public record DiagramView(
    String title, String width, String height, List<BoxView> boxes, List<LineView> lines) {

  /**
   * A state.
   *
   * @param x of its upper left corner
   * @param y of its upper left corner
   * @param width of the box
   * @param height of the box
   * @param textX of the text's middle
   * @param textY of the text's baseline
   * @param kind {@code step}, {@code block}, {@code compensation} or {@code end}
   * @param text its name
   */
  public record BoxView(
      String x,
      String y,
      String width,
      String height,
      String textX,
      String textY,
      String kind,
      String text) {}

  /**
   * A way from one to another.
   *
   * @param path as SVG writes it
   * @param kind {@code happy}, {@code branch} or {@code compensation}
   */
  public record LineView(String path, String kind) {}
}
