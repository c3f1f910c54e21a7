package io.eventwright.generator.emit.saga.diagram;

import io.eventwright.generator.emit.saga.diagram.DiagramView.BoxView;
import io.eventwright.generator.emit.saga.diagram.DiagramView.LineView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.graphper.api.Graphviz;
import org.graphper.api.Line;
import org.graphper.api.Node;
import org.graphper.api.attributes.Layout;
import org.graphper.api.attributes.NodeShapeEnum;
import org.graphper.api.attributes.Rankdir;
import org.graphper.def.FlatPoint;
import org.graphper.draw.DrawGraph;
import org.graphper.draw.LineDrawProp;
import org.graphper.draw.NodeDrawProp;

/**
 * Places boxes and lines, in layers from top to bottom. Boxes are as wide as their text by a rule
 * of ours, not by a font: the same picture on every machine.
 */
final class GraphLayout {

  private static final double POINTS_PER_INCH = 72;
  private static final double CHARACTER = 7.6;
  private static final double HEIGHT = 30;
  private static final double NARROWEST = 90;
  private static final int LONGEST = 60;
  private static final double MARGIN = 12;
  private static final long STACK_BYTES = 64L << 20;

  private final Map<SagaGraph.Node, Node> nodes = new LinkedHashMap<>();
  private final Map<SagaGraph.Edge, Line> lines = new LinkedHashMap<>();
  private final DrawGraph drawn;
  private final double left;
  private final double top;

  GraphLayout(SagaGraph graph) {
    Map<String, Node> byName = new LinkedHashMap<>();
    Graphviz.GraphvizBuilder builder = Graphviz.digraph().rankdir(Rankdir.TB).nodeSep(0.4);
    int number = 0;
    for (SagaGraph.Node each : graph.nodes()) {
      Node node =
          Node.builder()
              .id("n" + number++)
              .label("")
              .shape(NodeShapeEnum.RECT)
              .fixedSize(true)
              .width(width(each) / POINTS_PER_INCH)
              .height(HEIGHT / POINTS_PER_INCH)
              .build();
      byName.put(each.name(), node);
      nodes.put(each, node);
      builder.addNode(node);
    }
    for (SagaGraph.Edge each : graph.edges()) {
      Line line = Line.builder(byName.get(each.from()), byName.get(each.to())).build();
      lines.put(each, line);
      builder.addLine(line);
    }
    drawn = placed(builder.build());
    left = drawn.getMinX() - MARGIN;
    top = drawn.getMinY() - MARGIN;
  }

  /** The library goes from box to box by calling itself: on a stack that bears it. */
  private static DrawGraph placed(Graphviz graph) {
    FutureTask<DrawGraph> task = new FutureTask<>(() -> Layout.DOT.getLayoutEngine().layout(graph));
    new Thread(null, task, "saga-diagram", STACK_BYTES).start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the picture of a saga has no layout", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static double width(SagaGraph.Node node) {
    return Math.max(NARROWEST, shown(node.name()).length() * CHARACTER + 2 * MARGIN);
  }

  private static String shown(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
  }

  String width() {
    return number(drawn.getMaxX() + MARGIN - left);
  }

  String height() {
    return number(drawn.getMaxY() + MARGIN - top);
  }

  List<BoxView> boxes() {
    List<BoxView> boxes = new ArrayList<>();
    nodes.forEach(
        (node, placed) -> {
          NodeDrawProp at = drawn.getNodeDrawProp(placed);
          double x = at.getX() - left;
          double y = at.getY() - top;
          boxes.add(
              new BoxView(
                  number(x - width(node) / 2),
                  number(y - HEIGHT / 2),
                  number(width(node)),
                  number(HEIGHT),
                  number(x),
                  number(y + 4),
                  node.kind().name().toLowerCase(Locale.ROOT),
                  Xml.text(shown(node.name()))));
        });
    return boxes;
  }

  List<LineView> lines() {
    List<LineView> views = new ArrayList<>();
    lines.forEach(
        (edge, placed) -> {
          LineDrawProp at = drawn.getLineDrawProp(placed);
          if (at != null && !at.isEmpty()) {
            views.add(new LineView(path(at), edge.path().name().toLowerCase(Locale.ROOT)));
          }
        });
    return views;
  }

  private String path(LineDrawProp line) {
    List<FlatPoint> points = new ArrayList<>(line);
    StringBuilder path = new StringBuilder("M").append(point(points.get(0)));
    boolean curved = line.isBesselCurve() && points.size() > 3;
    for (int i = 1; i < points.size(); i++) {
      path.append(curved ? (i == 1 ? " C" : " ") : " L").append(point(points.get(i)));
    }
    return path.toString();
  }

  private String point(FlatPoint point) {
    return number(point.getX() - left) + "," + number(point.getY() - top);
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
