package io.eventwright.generator.check;

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

/** Each size is counted by hand from the largest text the schema lets through. */
class ReachableSizeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'maxLength': 10} | 42",
        "{'maxLength': 10, 'pattern': '^[a-z]*$'} | 12",
        "{'maxLength': 10, 'allOf': [{'maxLength': 3}]} | 14",
        "{'enum': ['EUR', 'é', 7]} | 5",
        "{'const': {'a': 1}} | 7",
        "{'type': 'integer', 'minimum': 0, 'maximum': 999} | 3",
        "{'type': 'array', 'maxItems': 4, 'items': {'maxLength': 1}} | 30",
        "{'type': 'array', 'maxItems': 9, 'uniqueItems': true, 'items': {'enum': [1, 2]}} | 6",
        "{'type': 'array', 'maxItems': 9, 'items': false} | 2",
        "{'properties': {'a': {'maxLength': 2}, 'b': {'const': 1}, 'c': false}} | 23",
        "{'type': 'array', 'maxItems': 2000000000, 'items': {'maxLength': 2000000000}}"
            + " | 2147483647"
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
    assertEquals(ReachableSize.MOST, size(schema));
  }

  private static long size(String schema) {
    SchemaSet set =
        SchemaLoader.load(
                List.of(SchemaSource.ofFile("a.json", schema.getBytes(StandardCharsets.UTF_8))),
                LoaderOptions.forEvents())
            .value();
    return new ReachableSize(set).of(set.root("a.json").orElseThrow());
  }
}
