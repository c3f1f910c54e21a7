package io.eventwright.local.operate.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.eventwright.local.json.Json;
import java.util.List;
import java.util.Map;

/**
 * Shows a document with {@code ***} in the place of what is sensitive, and of what is sealed. Of a
 * kind of document that is not known nothing can be told apart, so only its names are shown.
 *
 * @param sensitive of each kind the paths: names, and {@code *} for every item or member
 */
public record Mask(Map<String, List<List<String>>> sensitive) {
  private static final TextNode HIDDEN = TextNode.valueOf("***");

  /** Texts of this form are ciphertext, see {@code SealedText} of the runtime. */
  private static final String SEALED = "sealed:1:";

  /**
   * The document as it may be shown.
   *
   * @param kind {@code order-placed.v2} or {@code entity:wallet}
   * @param json the document's text
   */
  public JsonNode show(String kind, String json) {
    return show(kind, Json.parse(json));
  }

  /** The same of a document that is parsed already; that one stays as it is. */
  public JsonNode show(String kind, JsonNode document) {
    List<List<String>> paths = sensitive.get(kind);
    JsonNode shown = withoutSealed(document.deepCopy(), paths == null);
    for (List<String> path : paths == null ? List.<List<String>>of() : paths) {
      shown = hide(shown, path, 0);
    }
    return shown;
  }

  /** Whether it is known what of that kind is sensitive. */
  public boolean knows(String kind) {
    return sensitive.containsKey(kind);
  }

  private static JsonNode withoutSealed(JsonNode node, boolean all) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(each -> each.setValue(withoutSealed(each.getValue(), all)));
      return object;
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, withoutSealed(array.get(i), all));
      }
      return array;
    }
    return all || node.isTextual() && node.textValue().startsWith(SEALED) ? HIDDEN : node;
  }

  private static JsonNode hide(JsonNode node, List<String> path, int depth) {
    if (depth == path.size()) {
      return HIDDEN;
    }
    String part = path.get(depth);
    boolean every = part.equals("*");
    if (node instanceof ObjectNode object) {
      object.properties().stream()
          .filter(each -> every || each.getKey().equals(part))
          .forEach(each -> each.setValue(hide(each.getValue(), path, depth + 1)));
    } else if (node instanceof ArrayNode array && every) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, hide(array.get(i), path, depth + 1));
      }
    }
    return node;
  }
}
