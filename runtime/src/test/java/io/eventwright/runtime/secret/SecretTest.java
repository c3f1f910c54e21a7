package io.eventwright.runtime.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dependency's secret: when it is read, when again, and that nobody sees it. */
class SecretTest {
  private static final String ARN = "arn:aws:secretsmanager:eu-central-1:1:secret:shop/gateway";

  private final Later clock = new Later();
  private final List<String> asked = new ArrayList<>();
  private String stored = "first";
  private boolean reachable = true;

  private final Secrets secrets =
      new Secrets(
          () ->
              reference -> {
                asked.add(reference);
                if (!reachable) {
                  throw new SecretUnavailable("nobody answers");
                }
                return stored;
              },
          Map.of("EVENTWRIGHT_SECRET_PAYMENT_GATEWAY", ARN)::get,
          clock);

  private Secret secret() {
    return secrets.of("payment-gateway");
  }

  @Test
  void itIsReadWhenItIsAskedForAndOnceInFiveMinutes() {
    Secret secret = secret();
    assertEquals(List.of(), asked, "a snapshot that is taken now has nothing of it");
    assertEquals("first", secret.value().text());
    stored = "second";
    clock.pass(Duration.ofMinutes(5).minusMillis(1));
    assertEquals("first", secret().value().text());
    assertEquals(List.of(ARN), asked);
    clock.pass(Duration.ofMillis(1));
    assertEquals("second", secret().value().text());
  }

  @Test
  void aClockThatWentBackMakesNothingYounger() {
    secret().value();
    clock.pass(Duration.ofMinutes(-1));
    secret().value();
    assertEquals(2, asked.size());
  }

  @Test
  void afterARotationACallThatIsRefusedIsMadeOnceMoreWithTheNewOne() throws Exception {
    assertEquals("first", secret().using(SecretTest::accepted));
    clock.pass(Duration.ofMinutes(1));
    stored = "second";
    List<String> tried = new ArrayList<>();
    String used =
        secret()
            .using(
                value -> {
                  tried.add(value.text());
                  if (!value.text().equals("second")) {
                    throw new SecretRefused("HTTP 401");
                  }
                  return value.text();
                });
    assertEquals("second", used);
    assertEquals(List.of("first", "second"), tried);
  }

  @Test
  void aCalleeThatRefusesEverythingDoesNotHaveTheStoreAskedAtEachCall() {
    secret().value();
    clock.pass(Duration.ofMinutes(1));
    for (int i = 0; i < 10; i++) {
      assertThrows(SecretRefused.class, () -> secret().using(SecretTest::refused));
    }
    assertEquals(2, asked.size());
    clock.pass(Duration.ofSeconds(31));
    assertThrows(SecretRefused.class, () -> secret().using(SecretTest::refused));
    assertEquals(3, asked.size());
  }

  @Test
  void whileTheStoreIsOutOfReachWhatItWasIsUsedForAnHour() {
    secret().value();
    reachable = false;
    clock.pass(Duration.ofMinutes(30));
    for (int i = 0; i < 10; i++) {
      assertEquals("first", secret().value().text());
    }
    assertEquals(2, asked.size(), "asked again once in half a minute, not at each call");
    clock.pass(Duration.ofMinutes(30));
    assertThrows(SecretUnavailable.class, () -> secret().value());
  }

  @Test
  void nothingThatIsWrittenShowsIt() {
    stored = "{\"key\":\"hidden\"}";
    assertEquals("hidden", secret().value().field("key"));
    SecretUnavailable none =
        assertThrows(SecretUnavailable.class, () -> secret().value().field("other"));
    stored = "hidden, and no JSON";
    clock.pass(Duration.ofMinutes(5));
    SecretUnavailable broken =
        assertThrows(SecretUnavailable.class, () -> secret().value().field("key"));
    for (Object shown : List.of(secret(), secret().value(), none, broken)) {
      assertFalse(shown.toString().contains("hidden"), shown::toString);
    }
    assertEquals(null, broken.getCause());
  }

  @Test
  void whatIsNotDeclaredHasNone() {
    assertThrows(IllegalArgumentException.class, () -> secrets.of("warehouse"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {'SecretString':'s','Name':'n'} | s",
        "400 | {'__type':'AccessDeniedException','message':'m'} | AccessDeniedException",
        "400 | {'__type':'ResourceNotFoundException'} | ResourceNotFoundException",
        "500 | oops | no answer",
        "200 | {'SecretBinary':'aGlkZGVu'} | binary",
        "200 | half of {'SecretString':'hidden | no text",
      })
  void theServiceIsAskedForOneSecretByItsArn(int status, String body, String expected) {
    SecretsManager manager =
        new SecretsManager(
            (headers, request) -> {
              assertEquals("secretsmanager.GetSecretValue", headers.get("X-Amz-Target"));
              assertEquals(
                  "{\"SecretId\":\"" + ARN + "\"}", new String(request, StandardCharsets.UTF_8));
              return new ServiceCall.Answer(
                  status, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
            });
    if (expected.equals("s")) {
      assertEquals("s", manager.read(ARN));
      return;
    }
    SecretUnavailable refused = assertThrows(SecretUnavailable.class, () -> manager.read(ARN));
    assertTrue(refused.getMessage().contains(expected), refused.getMessage());
    assertFalse(refused.getMessage().contains("hidden"), refused.getMessage());
  }

  @Test
  void aServiceThatDoesNotAnswerIsSaidSo() {
    SecretsManager manager =
        new SecretsManager(
            (headers, request) -> {
              throw new IOException("timed out");
            });
    assertThrows(SecretUnavailable.class, () -> manager.read(ARN));
  }

  private static String accepted(SecretValue value) {
    return value.text();
  }

  private static String refused(SecretValue value) throws SecretRefused {
    throw new SecretRefused("HTTP 403");
  }

  private static final class Later extends Clock {
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
