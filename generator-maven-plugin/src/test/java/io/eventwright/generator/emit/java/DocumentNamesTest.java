package io.eventwright.generator.emit.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentNamesTest {

  @ParameterizedTest
  @CsvSource({
    "schemas/_types/money.json, https://example.com/_types/money.json, money",
    "schemas/_types/money.json, https://example.com/other.json, money",
    "_imported/https_example.com_v2_money.json, https://example.com/v2/money.json, money",
    "_imported/https_example.com_v2_money.json, https://example.com/v2/money.schema.json, money",
    "_imported/urn_example_money.yaml, urn:example:money, money",
    "_imported/https_example.com_v2_money.json, https://example.com/v3/money.json,"
        + " https_example.com_v2_money",
    "_imported/https_example.com_v2_.json, https://example.com/v2/, https_example.com_v2_"
  })
  void aDocumentIsCalledAsItsAuthorWould(String file, String id, String name) {
    assertEquals(name, DocumentNames.of(file, id));
  }
}
