package io.eventwright.generator.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eventwright.generator.load.schema.LoaderOptions;
import io.eventwright.generator.load.schema.SchemaLoader;
import io.eventwright.generator.load.schema.SchemaSource;
import io.eventwright.generator.model.schema.SchemaSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each size is counted by hand from the largest document that the schema lets through. */
class WorstCaseTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        // Ten control characters are escaped with six bytes each.
        "{'maxLength': 10} => 62",
        "{'maxLength': 10, 'pattern': '^[a-z]*$'} => 12",
        "{'maxLength': 10, 'pattern': '[a-z]'} => 62",
        "{'type': 'string', 'pattern': '^[A-Z]{3}-[0-9]{4}$'} => 10",
        "{'type': 'string', 'pattern': '^(?:ab|c\\\\/d)é?$'} => 7",
        "{'maxLength': 10, 'allOf': [{'maxLength': 3}]} => 20",
        "{'type': 'string', 'format': 'uuid'} => 38",
        "{'type': 'string', 'format': 'uri', 'maxLength': 100} => 102",
        "{'enum': ['EUR', 'é', 7]} => 5",
        "{'const': {'a': 1}} => 7",
        "{'type': 'boolean'} => 5",
        "{'type': ['string', 'null'], 'maxLength': 0} => 5",
        "{'type': 'integer', 'minimum': 0, 'maximum': 999} => 3",
        "{'type': 'integer', 'minimum': -100, 'maximum': 999} => 4",
        "{'type': 'integer'} => 1000",
        "{'type': 'integer', 'format': 'int64'} => 20",
        "{'type': 'number', 'minimum': 0, 'maximum': 10, 'multipleOf': 0.01} => 5",
        "{'type': 'number', 'minimum': 0, 'maximum': 10} => 1000",
        "{'type': 'array', 'maxItems': 4, 'items': {'maxLength': 1}} => 37",
        "{'type': 'array', 'maxItems': 9, 'uniqueItems': true, 'items': {'enum': [1, 2]}} => 5",
        "{'type': 'array', 'maxItems': 9, 'items': false} => 2",
        "{'prefixItems': [{'const': 12}, {'const': true}], 'items': false} => 9",
        "{'prefixItems': [{'const': 12}], 'items': {'const': 1}, 'maxItems': 3} => 8",
        "{'properties': {'a': {'maxLength': 2}, 'b': {'const': 1}, 'c': false}} => 26",
        "{'properties': {'a': {'const': 100}, 'b': {'const': 1}}, 'maxProperties': 1} => 9",
        "{'additionalProperties': {'const': 1}, 'maxProperties': 3,"
            + " 'propertyNames': {'maxLength': 2, 'pattern': '^[a-z]+$'}} => 22",
        "{'patternProperties': {'^x[0-9]$': {'const': 1}}, 'additionalProperties': false,"
            + " 'maxProperties': 2} => 15",
        "{'additionalProperties': {'const': 1}, 'propertyNames': {'enum': ['a', 'bc']}} => 15",
        "{'oneOf': [{'properties': {'a': {'const': 1}}}, {'properties': {'b': {'const': 12}}}]}"
            + " => 8",
        "{'anyOf': [{'properties': {'a': {'const': 1}}}, {'properties': {'b': {'const': 12}}}]}"
            + " => 14",
        "{'type': 'string', 'anyOf': [{'maxLength': 1}, {'format': 'date'}]} => 12",
        "{'properties': {'a': {'const': 1}}, 'if': {'required': ['a']},"
            + " 'then': {'properties': {'b': {'const': 1}}},"
            + " 'else': {'properties': {'c': {'const': 1234}}}} => 16",
        "{'properties': {'a': {'const': 1}},"
            + " 'dependentSchemas': {'a': {'properties': {'b': {'const': 1}}}}} => 13",
        "{'$ref': '#/$defs/tree', '$defs': {'tree': {'type': 'object', 'properties': {"
            + "'children': {'maxItems': 2, 'items': {'$ref': '#/$defs/tree'}}}}}} => 2147483647",
        "{'type': 'array', 'maxItems': 2000000000, 'items': {'maxLength': 2000000000}}"
            + " => 2147483647"
      })
  void countsWhatTheBoundsLetThrough(String schema, long bytes) {
    assertEquals(bytes, size(schema.replace('\'', '"')));
  }

  /** Without memory of what is measured this would take 2 to the 60th steps. */
  @Test
  void measuresSchemasThatShareTheirPartsInLittleTime() {
    String parts =
        IntStream.range(0, 60)
            .mapToObj(
                each ->
                    "\"d%1$d\": {\"properties\": {\"a\": {\"$ref\": \"#/$defs/d%2$d\"}, \"b\":"
                            .formatted(each, each + 1)
                        + " {\"$ref\": \"#/$defs/d%d\"}}}".formatted(each + 1))
            .collect(Collectors.joining(", "));
    String schema =
        "{\"$ref\": \"#/$defs/d0\", \"$defs\": {" + parts + ", \"d60\": {\"maxLength\": 1}}}";
    assertEquals(WorstCase.MOST, size(schema));
  }

  /** Multiplied out this would be 2 to the 60th ways; each choice alone is looser, but no less. */
  @Test
  void measuresManyChoicesInLittleTime() {
    String choices =
        IntStream.range(0, 60)
            .mapToObj(
                each ->
                    "{\"oneOf\": [{\"properties\": {\"a%1$d\": {\"const\": 1}}}, {\"required\": []}]}"
                        .formatted(each))
            .collect(Collectors.joining(", "));
    // Two digits in 50 of the names; each member has a comma but the last.
    assertEquals(1 + 10 * 7 + 50 * 8, size("{\"allOf\": [" + choices + "]}"));
  }

  private static long size(String schema) {
    SchemaSet set =
        SchemaLoader.load(
                List.of(SchemaSource.ofFile("a.json", schema.getBytes(StandardCharsets.UTF_8))),
                LoaderOptions.forEvents())
            .value();
    return new WorstCase(set).of(List.of(set.root("a.json").orElseThrow()));
  }
}
