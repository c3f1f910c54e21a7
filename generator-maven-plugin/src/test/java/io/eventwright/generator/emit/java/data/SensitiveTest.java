package io.eventwright.generator.emit.java.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.runtime.codec.Maybe;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonObject;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a schema calls sensitive is in no {@code toString}, wherever it is, and in no message. */
class SensitiveTest {

  private static final String SECRET = "S3CRET";
  private static final String DOCUMENT =
      """
      {"plain": "S3CRET", "email": "S3CRET", "emails": ["S3CRET"], "list": ["S3CRET"],
       "lists": [["S3CRET"]], "map": {"a": "S3CRET"}, "matched": {"s": "S3CRET"},
       "people": [{"age": 7, "name": "S3CRET"}],
       "wholeObject": {"street": "S3CRET", "tags": ["S3CRET"]},
       "byReference": {"number": "S3CRET"}, "card": {"number": "S3CRET"},
       "others": {"id": 1, "x": "S3CRET"}, "grade": "S3CRET", "grades": ["S3CRET"],
       "pair": ["S3CRET", 1, "S3CRET"], "either": "S3CRET",
       "method": {"kind": "bank", "iban": "S3CRET"},
       "unknownMethod": {"kind": "shells", "inscription": "S3CRET"},
       "undecided": {"a": "S3CRET"}, "onCondition": "S3CRET", "nothingTyped": {"deep": "S3CRET"},
       "maybe": "S3CRET", "nested": {"in": ["S3CRET"]}, "newer": "S3CRET"}
      """;

  @Test
  void noSecretIsInTheTextOfARecordOrOfAnythingInIt() throws Exception {
    Codec<Object> codec =
        DocumentsTest.compiled("sensitive").codec("com.example.sensitive.Secrets");
    Object record = CompiledSchemas.read(codec, Json.parse(DOCUMENT));
    int records = walk(record);
    assertTrue(records > 15, records + " records");
    String text = record.toString();
    JsonObject properties = (JsonObject) Json.parse(DOCUMENT);
    properties.names().forEach(name -> assertTrue(text.contains(name), name));
    assertTrue(text.contains("age=7"), "what is not sensitive is shown: " + text);
    assertTrue(text.contains("plain=***"), text);
    assertTrue(text.contains("Unknown[object[\"kind\",\"inscription\"]]"), text);
  }

  @Test
  void noSecretIsInWhatAReaderSays() throws IOException {
    Codec<Object> codec =
        DocumentsTest.compiled("sensitive").codec("com.example.sensitive.Secrets");
    JsonObject properties = (JsonObject) Json.parse(DOCUMENT);
    int refused = 0;
    for (String name : properties.names()) {
      for (String broken :
          new String[] {"[[[\"S3CRET\"]]]", "{\"S\": {\"S\": \"S3CRET\"}}", "1", "S3CRET"}) {
        try {
          CompiledSchemas.read(codec, ("{\"" + name + "\": " + broken + "}").getBytes());
        } catch (IOException e) {
          refused++;
          // A parser's own words about what is no JSON are put into ours where they are shown.
          assertTrue(
              broken.equals(SECRET) || !String.valueOf(e.getMessage()).contains(SECRET),
              e::getMessage);
        }
      }
    }
    assertTrue(refused > 40, refused + " refused");
    IOException noJson = assertThrows(IOException.class, () -> Json.parse("{\"a\": S3CRET}"));
    assertFalse(noJson.getMessage().contains(SECRET), noJson::getMessage);
  }

  /** Looks at a record, its components, and what is in those. */
  private static int walk(Object value) throws Exception {
    int records = 0;
    if (value instanceof Collection<?> items) {
      for (Object item : items) {
        records += walk(item);
      }
    } else if (value instanceof Map<?, ?> entries) {
      records += walk(entries.values());
    } else if (value instanceof Maybe<?> maybe && maybe.orNull() != null) {
      records += walk(maybe.orNull());
    } else if (value instanceof Record && value.getClass().getName().startsWith("com.example")) {
      assertFalse(value.toString().contains(SECRET), value::toString);
      records++;
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        Object part = component.getAccessor().invoke(value);
        records += part == null ? 0 : walk(part);
      }
    }
    return records;
  }

  @Test
  void whatHasNoSecretsHasTheTextOfARecord() throws Exception {
    Codec<Object> codec = DocumentsTest.compiled("shapes").codec("com.example.shapes.Tags");
    Object tags = CompiledSchemas.read(codec, Json.parse("[\"a\"]"));
    assertEquals("Tags[value=[a]]", tags.toString());
  }
}
