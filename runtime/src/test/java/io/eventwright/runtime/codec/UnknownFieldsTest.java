package io.eventwright.runtime.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import org.junit.jupiter.api.Test;

class UnknownFieldsTest {

  @Test
  void theTextHasTheNamesAndNoValue() {
    UnknownFields fields =
        new UnknownFields(
            JsonObject.builder()
                .put("iban", new JsonString("a secret"))
                .put("a\nline", JsonObject.builder().put("deep", new JsonString("another")).build())
                .build());
    assertEquals("[\"iban\",\"a\\nline\"]", fields.toString());
    String record = new MaskedText("Paid").add("unknownFields", fields).toString();
    assertFalse(record.contains("secret") || record.contains("another"), record);
  }

  @Test
  void nothingUnknownIsAnEmptyText() {
    assertEquals("[]", UnknownFields.NONE.toString());
  }
}
