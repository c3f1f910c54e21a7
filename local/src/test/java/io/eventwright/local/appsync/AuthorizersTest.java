package io.eventwright.local.appsync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.api.TokenIssuer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who may connect and who may listen (AWS AppSync Events developer guide, "Configuring
 * authorization and authentication to secure Event APIs").
 */
class AuthorizersTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final TestEventApi events = new TestEventApi();

  AuthorizersTest() throws InterruptedException {}

  @AfterEach
  void close() {
    events.close();
  }

  private String authorization(String kind) {
    return switch (kind) {
      case "token" -> events.token();
      case "bearer" -> "Bearer " + events.token();
      case "second client" -> events.token(Map.of("aud", "kiosk"), HOUR);
      case "expired" -> events.token(Map.of(), Duration.ofHours(-1));
      case "another issuer" -> events.token(Map.of("iss", "https://other.example.com"), HOUR);
      case "another client" -> events.token(Map.of("aud", "other"), HOUR);
      case "forged" -> new TokenIssuer().mint(events.rules(), Map.of(), HOUR);
      case "pusher", "bystander" -> TestEventApi.signature(kind);
      default -> kind;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "bearer", "second client", "pusher"})
  void whoMayConnectIsAcknowledged(String kind) {
    try (TestListener page = events.connect(authorization(kind))) {
      page.hearsNothingElse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "a.b.c",
        "expired",
        "another issuer",
        "another client",
        "forged",
        "bystander",
        "AWS4-HMAC-SHA256 Credential="
      })
  void whoMayNotIsToldSoAndCutOff(String kind) throws Exception {
    try (TestListener stranger = events.connect(authorization(kind))) {
      refused(stranger);
    }
  }

  @Test
  void aConnectionElsewhereIsCutOff() throws Exception {
    URI elsewhere = events.server().url().resolve("/graphql");
    try (TestListener lost = new TestListener(elsewhere, events.token())) {
      refused(lost);
    }
  }

  private static void refused(TestListener listener) throws Exception {
    JsonNode told = listener.next();
    assertEquals("connection_error", told.path("type").asText());
    assertEquals("UnauthorizedException", told.at("/errors/0/errorType").asText());
    assertEquals(1008, listener.closedWith());
  }

  @ParameterizedTest
  @CsvSource({
    "board, token, true",
    "board, forged, false",
    "board, expired, false",
    // The namespace takes what the API says: no roles.
    "board, pusher, false",
    "staff, pusher, true",
    "staff, bystander, false",
    "staff, token, false"
  })
  void aSubscriptionIsAuthorizedByItselfAsItsNamespaceSays(
      String namespace, String kind, boolean allowed) {
    try (TestListener page = events.connect(events.token())) {
      JsonNode answer = page.subscribe("s", "/" + namespace + "/a", authorization(kind));
      assertEquals(allowed ? "subscribe_success" : "subscribe_error", answer.path("type").asText());
      assertEquals(
          allowed ? "" : "UnauthorizedException", answer.at("/errors/0/errorType").asText());
      events.publish("/board/a", "1");
      if (allowed && namespace.equals("board")) {
        assertEquals("1", page.next().path("event").asText());
      }
      page.hearsNothingElse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pusher, board, 200",
    "bystander, board, 400",
    // Its role names other namespaces.
    "pusher, staff, 400",
    // The namespace takes tokens only.
    "pusher, sealed, 401"
  })
  void publishingIsForRolesThatNameTheNamespace(String function, String namespace, int status) {
    assertEquals(status, events.publish(function, "/" + namespace + "/a", List.of("1")).status());
  }
}
