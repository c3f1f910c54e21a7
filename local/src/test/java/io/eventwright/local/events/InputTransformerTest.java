package io.eventwright.local.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTransformerTest {
  private static final String RULE = "arn:aws:events:us-east-1:000000000000:rule/bus/placed";
  private static final JsonNode EVENT =
      Json.parse(
          "{\"id\":\"1\",\"time\":\"2026-11-23T12:00:00Z\",\"detail\":{\"list\":[{\"name\":\"a\"},{\"name\":\"b\"}],\"said\":\"she said \\\"no\\\"\"}}");

  private static String made(Map<String, String> paths, String template) {
    return new InputTransformer(paths, template).apply(EVENT, RULE);
  }

  @Test
  void valuesKeepTheirFormOutsideOfATextAndAreEscapedWithin() {
    assertEquals(
        "{\"one\":\"b\",\"all\":[{\"name\":\"a\"},{\"name\":\"b\"}],\"text\":\"she said \\\"no\\\"\"}",
        made(
            Map.of("one", "$.detail.list[1].name", "all", "$.detail.list", "said", "$.detail.said"),
            "{\"one\":<one>,\"all\":<all>,\"text\":\"<said>\"}"));
  }

  @Test
  void theEventIsWithoutItsDetailAndItsJsonIsWhole() {
    assertEquals(
        "{\"event\":{\"id\":\"1\",\"time\":\"2026-11-23T12:00:00Z\"},\"rule\":\"placed\",\"arn\":\"%s\"}"
            .formatted(RULE),
        made(
            Map.of(),
            "{\"event\":<aws.events.event>,\"rule\":<aws.events.rule-name>,\"arn\":\"<aws.events.rule-arn>\"}"));
    assertEquals(Json.write(EVENT), made(Map.of(), "<aws.events.event.json>"));
  }

  @Test
  void whatIsMissingIsNothingInATextAndNoJsonOutsideOfOne() {
    Map<String, String> paths = Map.of("gone", "$.detail.gone");
    assertEquals("{\"gone\":\"\"}", made(paths, "{\"gone\":\"<gone>\"}"));
    assertThrows(RuntimeException.class, () -> made(paths, "{\"gone\":<gone>}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"$['detail']", "$.detail['list']", "$.detail.list[*]", "detail", "$."})
  void pathsAreDotsAndIndices(String path) {
    assertThrows(
        IllegalArgumentException.class, () -> new InputTransformer(Map.of("x", path), "<x>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws.events.event", "aws.events.event.json"})
  void aWholeEventStandsInNoText(String variable) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new InputTransformer(Map.of(), "{\"x\":\"<" + variable + ">\"}"));
  }
}
