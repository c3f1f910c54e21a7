package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The example is built as a new project is: the archetype's pom says the same as this one's. */
class PomDriftTest {
  private final Element example = pom(Path.of("pom.xml"));
  private final Element parent = pom(Path.of("..", "pom.xml"));
  private final Element archetype =
      pom(Path.of("..", "archetype/src/main/resources/archetype-resources/pom.xml"));

  PomDriftTest() throws Exception {}

  @Test
  void newProjectsRunTheGoalsThatTheExampleRuns() {
    for (String plugin : List.of("generator-maven-plugin", "maven-shade-plugin")) {
      Map<String, String> here = executions(plugins(example).get(plugin));
      assertFalse(here.isEmpty(), plugin);
      Map<String, String> there = executions(plugins(archetype).get(plugin));
      here.forEach((id, text) -> assertEquals(text, there.get(id), plugin + ", execution " + id));
    }
  }

  @Test
  void newProjectsHaveTheVersionsThatTheExampleHas() {
    Map<String, Element> managed = plugins(parent);
    plugins(archetype)
        .forEach(
            (name, plugin) -> {
              if (!name.equals("generator-maven-plugin")) {
                assertEquals(text(managed.get(name), "version"), text(plugin, "version"), name);
              }
            });
    for (String property : List.of("maven.compiler.release", "slf4j.version", "junit.version")) {
      assertEquals(property(parent, property), property(archetype, property), property);
    }
  }

  private static Element pom(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getDocumentElement();
  }

  private static Map<String, Element> plugins(Element pom) {
    Map<String, Element> plugins = new TreeMap<>();
    for (Element plugin : elements(pom.getElementsByTagName("plugin"))) {
      plugins.putIfAbsent(text(plugin, "artifactId"), plugin);
    }
    return plugins;
  }

  /** Id to everything in it; comments and spaces do not count. */
  private static Map<String, String> executions(Element plugin) {
    Map<String, String> executions = new TreeMap<>();
    for (Element execution : elements(plugin.getElementsByTagName("execution"))) {
      executions.put(text(execution, "id"), said(execution));
    }
    return executions;
  }

  private static String said(Element element) {
    StringBuilder text = new StringBuilder("<" + element.getTagName());
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      text.append(' ').append(element.getAttributes().item(i));
    }
    text.append('>');
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        text.append(said(inner));
      } else if (child.getNodeType() == Node.TEXT_NODE) {
        text.append(child.getTextContent().strip());
      }
    }
    return text.append('\n').toString();
  }

  private static String property(Element pom, String name) {
    return text((Element) pom.getElementsByTagName("properties").item(0), name);
  }

  private static String text(Element element, String child) {
    return element.getElementsByTagName(child).item(0).getTextContent();
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
