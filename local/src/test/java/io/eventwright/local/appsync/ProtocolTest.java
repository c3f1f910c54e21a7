package io.eventwright.local.appsync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The messages between a listener and an event API (AWS AppSync Events developer guide,
 * "Understanding the Event API WebSocket protocol").
 */
class ProtocolTest {
  private final TestEventApi events = new TestEventApi();
  private final TestListener page = events.connect(events.token());

  ProtocolTest() throws InterruptedException {}

  @AfterEach
  void close() {
    page.close();
    events.close();
  }

  private static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  private static void assertError(String type, String id, String kind, JsonNode message) {
    assertEquals(type, message.path("type").asText(), message.toString());
    assertEquals(id, message.path("id").asText(), message.toString());
    assertEquals(kind, message.at("/errors/0/errorType").asText(), message.toString());
    assertTrue(message.at("/errors/0/message").isTextual(), message.toString());
  }

  @Test
  void aConnectionIsAcknowledgedWithItsTimeoutAndKeptAlive() {
    assertEquals("aws-appsync-event-ws", page.subprotocol());
    assertEquals(
        json("{'type':'connection_ack','connectionTimeoutMs':300000}"),
        page.ask("{\"type\":\"connection_init\"}"));
    events.server().keepAlive();
    assertEquals(json("{'type':'ka'}"), page.next());
    assertEquals(60_000, RealtimeServer.keepAliveEvery().toMillis());
  }

  @Test
  void aSubscriptionIsToldOfItsChannelUntilItIsTakenBack() {
    assertEquals(
        json("{'type':'subscribe_success','id':'s-1'}"), page.subscribe("s-1", "/board/autumn"));
    events.publish("/board/autumn", "{\"points\": 1.10}");
    // A text with the event's own text in it, blanks and digits as they were published.
    assertEquals(
        Json.object().put("type", "data").put("id", "s-1").put("event", "{\"points\": 1.10}"),
        page.next());
    assertEquals(json("{'type':'unsubscribe_success','id':'s-1'}"), page.unsubscribe("s-1"));
    events.publish("/board/autumn", "2");
    page.hearsNothingElse();
    assertError("unsubscribe_error", "s-1", "UnknownOperationError", page.unsubscribe("s-1"));
    page.subscribe("s-1", "/board/autumn");
    events.publish("/board/autumn", "3");
    assertEquals("3", page.next().path("event").asText());
  }

  @Test
  void eventsComeInTheirOrderOnceForEachSubscriptionThatMatches() {
    page.subscribe("all", "board/*");
    page.subscribe("one", "board/autumn");
    page.subscribe("other", "/board/winter");
    events.publish("board/autumn", "1", "2");
    events.publish("board/spring/week-1", "3");
    int one = 0;
    int all = 0;
    for (int i = 0; i < 5; i++) {
      JsonNode data = page.next();
      assertEquals("data", data.path("type").asText());
      int event = data.path("event").asInt();
      if (data.path("id").asText().equals("one")) {
        assertEquals(++one, event);
      } else {
        assertEquals("all", data.path("id").asText());
        assertEquals(++all, event);
      }
    }
    assertEquals(2, one);
    assertEquals(3, all);
    page.hearsNothingElse();
  }

  @Test
  void everyConnectionHasIdsOfItsOwnAndOneThatIsGoneHarmsNobody() {
    try (TestListener second = events.connect(events.token())) {
      page.subscribe("s", "/board/a");
      assertEquals("subscribe_success", second.subscribe("s", "/board/b").path("type").asText());
      events.publish("/board/b", "\"for the second\"");
      assertEquals("\"for the second\"", second.next().path("event").asText());
      page.hearsNothingElse();
    }
    assertEquals(1, events.publish("/board/b", "1").path("successful").size());
    events.publish("/board/a", "2");
    assertEquals("2", page.next().path("event").asText());
  }

  @Test
  void anIdIsForOneSubscriptionAndThereAreAHundredAtMost() {
    page.subscribe("s-0", "/board/a");
    assertError(
        "subscribe_error", "s-0", "DuplicatedOperationError", page.subscribe("s-0", "/board/b"));
    events.publish("/board/b", "1");
    page.hearsNothingElse();
    for (int i = 1; i < 100; i++) {
      assertEquals(
          "subscribe_success", page.subscribe("s-" + i, "/board/" + i).path("type").asText());
    }
    assertError(
        "subscribe_error",
        "s-100",
        "MaxSubscriptionsReachedError",
        page.subscribe("s-100", "/board/a"));
    page.unsubscribe("s-7");
    assertEquals("subscribe_success", page.subscribe("s-100", "/board/a").path("type").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "ä", "{}"})
  void anIdHasLettersDigitsAndThreeSigns(String id) {
    assertError("subscribe_error", id, "BadRequestException", page.subscribe(id, "/board/a"));
  }

  @Test
  void anIdHas128CharactersAtMost() {
    String longest = "aZ0-_+".repeat(22).substring(0, 128);
    assertEquals("subscribe_success", page.subscribe(longest, "/board/a").path("type").asText());
    assertError(
        "subscribe_error",
        longest + "x",
        "BadRequestException",
        page.subscribe(longest + "x", "/board/a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "*", "/*", "board/**", "board/*/a", "board/a_b", "board//a"})
  void aChannelThatIsNoneIsRefused(String channel) {
    assertError("subscribe_error", "s", "BadRequestException", page.subscribe("s", channel));
  }

  @Test
  void aChannelOfNoNamespaceIsRefused() {
    assertEquals("subscribe_error", page.subscribe("s", "/nothing/a").path("type").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``",
        "{",
        "nothing",
        "[]",
        "7",
        "null",
        "`\"subscribe\"`",
        "{}",
        "{\"type\":7}",
        "{\"type\":{\"type\":\"subscribe\"}}",
        "{\"type\":\"Subscribe\"}"
      })
  void aBrokenMessageIsAnErrorAndTheConnectionStays(String frame) {
    page.subscribe("s", "/board/a");
    assertError("error", "", "UnsupportedOperation", page.ask(frame));
    events.publish("/board/a", "1");
    assertEquals("1", page.next().path("event").asText());
  }

  @Test
  void aMessageNestedBeyondAnyUseIsAnErrorAndTheConnectionStays() {
    assertError("error", "", "UnsupportedOperation", page.ask("[".repeat(100_000)));
    page.hearsNothingElse();
  }

  @Test
  void aSubscriptionWithoutAuthorizationOrChannelIsRefused() {
    assertError(
        "subscribe_error",
        "s",
        "UnauthorizedException",
        page.ask("{\"type\":\"subscribe\",\"id\":\"s\",\"channel\":\"/board/a\"}"));
    assertError(
        "subscribe_error",
        "s",
        "BadRequestException",
        page.ask("{\"type\":\"subscribe\",\"id\":\"s\"}"));
  }

  @Test
  void whoListensMayNotPublish() {
    page.subscribe("s", "/board/a");
    assertError(
        "publish_error",
        "p",
        "UnauthorizedException",
        page.ask(
            "{\"type\":\"publish\",\"id\":\"p\",\"channel\":\"/board/a\",\"events\":[\"1\"],"
                + "\"authorization\":{\"Authorization\":\"%s\"}}".formatted(events.token())));
    page.hearsNothingElse();
  }
}
