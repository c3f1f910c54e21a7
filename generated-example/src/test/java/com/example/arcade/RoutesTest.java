package com.example.arcade;

import static com.example.arcade.Arcade.deposit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.event.DepositReceived;
import com.example.arcade.event.ItemStocked;
import com.example.arcade.event.ItemStockedV1;
import com.example.arcade.id.ItemId;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.publish.Publisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A purchase as a player's browser makes it: over the API, with a token. */
@LocalCloudTest
class RoutesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String PLAYER = "p-ada";

  private final String key = UUID.randomUUID().toString();

  @BeforeEach
  void empty(LocalCloud cloud) {
    cloud.reset();
  }

  @Test
  void aPurchaseOverTheApiIsMadeOnceAndSeenInTheHistory(LocalCloud cloud) throws Exception {
    Arcade arcade = new Arcade(cloud);
    Publisher publisher = arcade.runtime().publisher();
    publisher.publish(
        ItemStocked.V1,
        "shop/robot",
        ItemStockedV1.builder().itemId(new ItemId("robot")).quantity(3).build());
    publisher.publish(DepositReceived.V2, "player/" + PLAYER, deposit(PLAYER, 5000));
    cloud.awaitIdle();

    // The browser is impatient: the same purchase eight times at once.
    List<CompletableFuture<HttpResponse<String>>> clicks =
        IntStream.range(0, 8).mapToObj(i -> buy(cloud, PLAYER, key, "robot")).toList();
    List<HttpResponse<String>> answers = clicks.stream().map(CompletableFuture::join).toList();
    answers.forEach(answer -> assertEquals(202, answer.statusCode(), answer.body()));
    assertEquals(1, answers.stream().map(HttpResponse::body).distinct().count());
    cloud.awaitIdle();

    HttpResponse<String> history =
        get(cloud, "/players/" + PLAYER + "/purchases", PLAYER, Map.of());
    assertEquals(200, history.statusCode());
    assertEquals(1, count(history.body(), "\"subject\""), history.body());
    assertTrue(history.body().contains("\"status\":\"completed\""), history.body());
    HttpResponse<String> wallet =
        get(cloud, "/wallets/" + PLAYER, PLAYER, Map.of("Min-Version", "2"));
    assertTrue(wallet.body().contains("\"balance\":3005"), wallet.body());
    assertEquals("\"2\"", wallet.headers().firstValue("etag").orElse(""));
    assertEquals(
        304,
        get(cloud, "/wallets/" + PLAYER, PLAYER, Map.of("If-None-Match", "\"2\"")).statusCode());
  }

  @Test
  void nobodyBuysOrSeesForAnother(LocalCloud cloud) {
    assertEquals(401, get(cloud, "/wallets/" + PLAYER, null, Map.of()).statusCode());
    assertEquals(404, get(cloud, "/wallets/" + PLAYER, "p-eve", Map.of()).statusCode());
    // A token that is good, and for something else.
    String watching =
        cloud.token("Api", Map.of("sub", PLAYER, "scope", "watch"), Duration.ofHours(1));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(cloud.api("Api") + "/wallets/" + PLAYER))
            .header("Authorization", "Bearer " + watching);
    assertEquals(403, send(request).statusCode());
    HttpResponse<String> others =
        post(
            cloud,
            "p-eve",
            key,
            body("robot").replaceFirst("\\{", "{\"playerId\":\"" + PLAYER + "\","));
    assertEquals(403, others.statusCode(), others.body());
  }

  @Test
  void aWrongPurchaseIsToldInFull(LocalCloud cloud) {
    HttpResponse<String> answer =
        post(cloud, PLAYER, key, "{\"quantity\":0,\"price\":{\"amount\":-1,\"currency\":\"EUR\"}}");

    assertEquals(422, answer.statusCode());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("content-type").orElse(""));
    assertTrue(answer.body().contains("\"pointer\":\"/quantity\""), answer.body());
    assertTrue(answer.body().contains("\"pointer\":\"/price/amount\""), answer.body());
    assertEquals(List.of(), cloud.events());
  }

  static String body(String item) {
    return "{\"purchaseId\":\"4f6c0f0a-3b1e-4a53-9c55-6a2d1a7b9e01\",\"itemId\":\""
        + item
        + "\",\"quantity\":1,\"price\":{\"amount\":1995,\"currency\":\"EUR\"}}";
  }

  private static CompletableFuture<HttpResponse<String>> buy(
      LocalCloud cloud, String player, String key, String item) {
    return CompletableFuture.supplyAsync(() -> post(cloud, player, key, body(item)));
  }

  static HttpResponse<String> post(LocalCloud cloud, String player, String key, String body) {
    return send(
        request(cloud, "/purchases", player)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  static HttpResponse<String> get(
      LocalCloud cloud, String path, @Nullable String player, Map<String, String> headers) {
    HttpRequest.Builder request = request(cloud, path, player);
    headers.forEach(request::header);
    return send(request);
  }

  private static HttpRequest.Builder request(
      LocalCloud cloud, String path, @Nullable String player) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(cloud.api("Api") + path));
    return player == null
        ? request
        : request.header("Authorization", "Bearer " + cloud.token("Api", player));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }
}
