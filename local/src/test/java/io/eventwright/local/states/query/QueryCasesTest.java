package io.eventwright.local.states.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.states.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryCasesTest {
  static Stream<String> cases() throws IOException {
    try (InputStream file = QueryCasesTest.class.getResourceAsStream("../query-cases.txt")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n")).filter(line -> !line.startsWith("#"));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gives(String line) {
    String[] parts = line.split(" \\| ", 3);
    Object input = Json.parse(parts[0]);
    if (parts[2].startsWith("! ")) {
      QueryFailure failure = assertThrows(QueryFailure.class, () -> value(parts[1], input));
      assertTrue(failure.getMessage().contains(parts[2].substring(2)), failure::getMessage);
    } else {
      assertEquals(Json.write(Json.parse(parts[2])), Json.write(value(parts[1], input)));
    }
  }

  private static @Nullable Object value(String expression, @Nullable Object input) {
    Scope scope = new Scope(null);
    scope.assign(Map.of("variable", Map.of("x", "seen")), Map.of());
    if (JsonataQuery.isExpression(expression)) {
      Map<String, @Nullable Object> states = new LinkedHashMap<>();
      states.put("input", input);
      return new JsonataQuery(states, scope).value("v", expression);
    }
    PathQuery query = new PathQuery(input, Map.of("name", "context"), scope);
    Object result = query.template(Map.of("v.$", expression));
    return result instanceof Map<?, ?> map ? map.get("v") : null;
  }
}
