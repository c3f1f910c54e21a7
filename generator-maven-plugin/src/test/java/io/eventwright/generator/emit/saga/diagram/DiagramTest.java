package io.eventwright.generator.emit.saga.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.render.TemplateCatalogue;
import io.eventwright.generator.render.TemplateRenderer;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class DiagramTest {
  private static final String HOSTILE = "<script>alert(1)</script> & \"#set($x = 1)\" \u001b]]>";

  @Test
  void theWayForwardAndTheWayBackAreDrawnApart() throws Exception {
    Document drawn = parse(svg(states()));
    assertEquals(
        List.of(
            "Claim event", "book-car", "side-by-side", "left", "right", "Undo book-car", "Done"),
        texts(drawn));
    assertEquals(2, paths(drawn, "branch"));
    assertEquals(1, paths(drawn, "compensation"), "of a step that fails");
    assertEquals(3, paths(drawn, "happy"));
  }

  @Test
  void theSameSagaIsTheSamePicture() {
    String once = svg(states());
    for (int i = 0; i < 5; i++) {
      assertEquals(once, svg(states()));
    }
  }

  @Test
  void namesCannotBreakOut() throws Exception {
    Map<String, Object> states = states();
    states.put(HOSTILE, Map.of("Type", "Task", "Next", "Done"));
    Document drawn = parse(svg(states));
    assertTrue(texts(drawn).stream().anyMatch(text -> text.startsWith("<script>alert(1)")));
    assertEquals(0, drawn.getElementsByTagName("script").getLength());
  }

  @Test
  void aSagaOfManyStepsIsDrawn() throws Exception {
    Map<String, Object> states = new LinkedHashMap<>();
    for (int i = 0; i < 28; i++) {
      states.put(
          "s" + i,
          Map.of(
              "Type",
              "Task",
              "Next",
              i == 27 ? "Done" : "s" + (i + 1),
              "Catch",
              List.of(Map.of("Next", i == 0 ? "Undone" : "Undo s" + (i - 1)))));
    }
    for (int i = 27; i >= 0; i--) {
      states.put(
          "Undo s" + i, Map.of("Type", "Task", "Next", i == 0 ? "Undone" : "Undo s" + (i - 1)));
    }
    states.put("Done", Map.of("Type", "Succeed"));
    states.put("Undone", Map.of("Type", "Succeed"));
    assertEquals(58, texts(parse(svg(states))).size());
  }

  @Test
  void anOutlineLeavesOutWhatIsWithinBlocks() {
    List<String> names =
        SagaGraph.outlineOf(states()).nodes().stream().map(SagaGraph.Node::name).toList();
    assertEquals(
        List.of("Claim event", "book-car", "side-by-side", "Undo book-car", "Done"), names);
  }

  private static Map<String, Object> states() {
    Map<String, Object> states = new LinkedHashMap<>();
    states.put("Claim event", Map.of("Type", "Task", "Next", "book-car"));
    states.put("Already started", Map.of("Type", "Succeed"));
    states.put(
        "book-car",
        Map.of(
            "Type", "Task",
            "Next", "side-by-side",
            "Catch", List.of(Map.of("Next", "Undo book-car"), Map.of("Next", "Parked"))));
    states.put(
        "side-by-side",
        Map.of(
            "Type",
            "Parallel",
            "Branches",
            List.of(branch("left"), branch("right")),
            "Next",
            "Done"));
    states.put("Undo book-car", Map.of("Type", "Task", "End", true));
    states.put("Done", Map.of("Type", "Succeed"));
    return states;
  }

  private static Map<String, Object> branch(String name) {
    return Map.of("StartAt", name, "States", Map.of(name, Map.of("Type", "Task", "End", true)));
  }

  private static String svg(Map<String, Object> states) {
    GraphLayout layout = new GraphLayout(SagaGraph.of(states));
    return new TemplateRenderer(TemplateCatalogue.builtIn())
        .render(
            "saga/diagram.svg.vm",
            new DiagramView(
                "Saga", layout.width(), layout.height(), layout.boxes(), layout.lines()))
        .value();
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document document) {
    NodeList found = document.getElementsByTagName("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  private static int paths(Document document, String kind) {
    NodeList found = document.getElementsByTagName("path");
    int count = 0;
    for (int i = 0; i < found.getLength(); i++) {
      count +=
          found.item(i).getAttributes().getNamedItem("class").getTextContent().equals(kind) ? 1 : 0;
    }
    return count;
  }
}
