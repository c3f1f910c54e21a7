package io.eventwright.generator.load.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentsTest {

  private static Checked<Node> read(String file, String text) {
    return Documents.read(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> messages(String file, String text) {
    return read(file, text).diagnostics().stream().map(Diagnostic::toString).toList();
  }

  @Test
  void jsonAndYamlKnowTheSamePlaces() {
    ObjectNode json =
        (ObjectNode) read("a.json", "{\n  \"a\": [1, true],\n  \"b\": \"x\"\n}").value();
    ObjectNode yaml = (ObjectNode) read("a.yaml", "\n  a:  [1, true]\n  b:  x\n").value();
    assertEquals(json.members().get("a").nameLocation().line(), 2);
    assertEquals(yaml.members().get("a").nameLocation().line(), 2);
    assertEquals("a.json:2:8", String.valueOf(json.get("a").location()));
    assertEquals("a.yaml:2:7", String.valueOf(yaml.get("a").location()));
    assertEquals("x", json.text("b"));
    assertEquals("x", yaml.text("b"));
    assertNull(json.get("c"));
  }

  @Test
  void yamlIsReadAsVersion1_2() {
    ObjectNode yaml =
        (ObjectNode)
            read(
                    "a.yml",
                    "on: no\ncountry: NO\ntime: 12:30\nyes: ~\nhex: 0x1F\noctal: 0o17\nnum: 012\nfloat: 1.\ntext: '1'\n1: a\n")
                .value();
    assertEquals("no", yaml.text("on"));
    assertEquals("NO", yaml.text("country"));
    assertEquals("12:30", yaml.text("time"));
    assertInstanceOf(NullNode.class, yaml.get("yes"));
    assertEquals("31", ((NumberNode) yaml.members().get("hex").value()).text());
    assertEquals("15", ((NumberNode) yaml.members().get("octal").value()).text());
    assertEquals("12", ((NumberNode) yaml.members().get("num").value()).text());
    assertEquals("1", ((NumberNode) yaml.members().get("float").value()).text());
    assertEquals("1", yaml.text("text"));
    assertNotNull(yaml.get("1"));
  }

  @Test
  void aKeyGivenTwiceIsReportedWithBothPlaces() {
    assertEquals(
        List.of(
            "a.json:2:1: error [duplicate-key] The key a is already given at a.json:1:2. Remove one of them."),
        messages("a.json", "{\"a\":1,\n\"a\":2}"));
    assertEquals(
        List.of(
            "a.yaml:2:1: error [duplicate-key] The key a is already given at a.yaml:1:1. Remove one of them."),
        messages("a.yaml", "a: 1\na: 2\n"));
  }

  @Test
  void whatCannotBeReadIsADiagnostic() {
    for (String text : List.of("", "{", "[1,]", "{} {}", "{\"a\":\"\\ud800\"}")) {
      assertTrue(read("a.json", text).hasErrors(), text);
    }
    for (String text :
        List.of("", "a: [", "a: *b", "? [1]\n: 2", "--- 1\n--- 2", "!!js x", "a: .nan", "\t- a")) {
      assertTrue(read("a.yaml", text).hasErrors(), text);
    }
    assertTrue(Documents.read("a.json", new byte[] {'"', (byte) 0xFF, '"'}).hasErrors());
  }
}
