package io.eventwright.local.appsync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP takes (AWS AppSync Events developer guide, "Publish events via HTTP"; quotas). */
class PublishTest {
  private static final String CHANNEL = "/board/a";
  private static final int LARGEST = 240 * 1024;

  private final TestEventApi events = new TestEventApi();
  private final TestListener page = events.connect(events.token());

  PublishTest() throws InterruptedException {
    page.subscribe("s", "/board/*");
  }

  @AfterEach
  void close() {
    page.close();
    events.close();
  }

  private static List<Integer> indexes(JsonNode answers) {
    return StreamSupport.stream(answers.spliterator(), false)
        .map(answer -> answer.path("index").asInt(-1))
        .toList();
  }

  private void refused(int status, AwsResponse answer) {
    assertEquals(status, answer.status());
    assertFalse(answer.json().path("message").asText().isEmpty());
    page.hearsNothingElse();
  }

  @Test
  void fiveEventsAreTakenAndNotOneOfSix() {
    JsonNode answer = events.publish(CHANNEL, "1", "2", "3", "4", "5");
    assertEquals(List.of(0, 1, 2, 3, 4), indexes(answer.path("successful")));
    assertEquals(0, answer.path("failed").size());
    for (int event = 1; event <= 5; event++) {
      assertEquals(event, page.next().path("event").asInt());
    }
    refused(400, events.publish("pusher", CHANNEL, Collections.nCopies(6, "1")));
    refused(400, events.publish("pusher", CHANNEL, List.of()));
  }

  @Test
  void anEventHas240KilobytesOfUtf8AtMost() {
    String largest = "\"" + "x".repeat(LARGEST - 2) + "\"";
    String characters = "\"" + "ü".repeat(LARGEST / 2) + "\"";
    JsonNode answer = events.publish(CHANNEL, largest, largest + " ", characters, "1");
    assertEquals(List.of(0, 3), indexes(answer.path("successful")));
    assertEquals(List.of(1, 2), indexes(answer.path("failed")));
    assertEquals(largest, page.next().path("event").asText());
    assertEquals("1", page.next().path("event").asText());
    page.hearsNothingElse();
  }

  @Test
  void eachEventIsTheTextOfAJsonValueAndFailsByItself() {
    AwsResponse answer =
        events.publish("pusher", CHANNEL, List.of("{\"a\":1}", "{", "", Json.object(), "null"));
    assertEquals(200, answer.status());
    JsonNode told = answer.json();
    assertEquals(List.of(0, 4), indexes(told.path("successful")));
    assertEquals(List.of(1, 2, 3), indexes(told.path("failed")));
    assertEquals(400, told.at("/failed/0/code").asInt());
    assertEquals("{\"a\":1}", page.next().path("event").asText());
    assertEquals("null", page.next().path("event").asText());
    page.hearsNothingElse();
  }

  @Test
  void anEventIsOneValue() {
    JsonNode answer = events.publish(CHANNEL, "{} x", "1 2", "[1] [2]", "{}}", " {} ");
    assertEquals(List.of(0, 1, 2, 3), indexes(answer.path("failed")));
    assertEquals(" {} ", page.next().path("event").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/*", "board/*", "board/a_b", "board//a", "board/-a", "board/ä"})
  void aChannelIsNamedAndNotAPattern(String channel) {
    AwsResponse answer = events.publish("pusher", channel, List.of("1"));
    // Who publishes to no namespace of the role's is refused before the channel is looked at.
    refused(400, answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "7", "{\"channel\":\"/board/a\"}"})
  void aBodyThatIsNoCallIsRefused(String body) {
    refused(400, events.send("pusher", body.getBytes(StandardCharsets.UTF_8)));
  }
}
