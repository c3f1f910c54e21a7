package com.example.arcade;

import com.example.arcade.event.DepositReceived;
import com.example.arcade.event.ItemStocked;
import com.example.arcade.event.ItemStockedV1;
import com.example.arcade.event.PayoutRequested;
import com.example.arcade.event.PayoutRequestedV1;
import com.example.arcade.id.ItemId;
import com.example.arcade.id.PayoutId;
import com.example.arcade.id.PlayerId;
import com.example.arcade.type.Currency;
import com.example.arcade.type.Money;
import io.eventwright.local.junit.Execution;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.runtime.publish.PreparedEvent;
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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A host with 200.00, two winners with 50.00 each, and three trophies. */
final class Payouts {
  static final List<Long> BEFORE = List.of(20_000L, 5_000L, 5_000L);

  private static final List<String> PLAYERS = List.of("p-host", "p-ada", "p-ben");
  private static final String TROPHY = "trophy";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final LocalCloud cloud;
  private final Arcade arcade;
  private final Publisher publisher;
  private String last = "";

  Payouts(LocalCloud cloud) {
    this.cloud = cloud;
    this.arcade = new Arcade(cloud);
    this.publisher = arcade.runtime().publisher();
  }

  static void open(LocalCloud cloud) {
    cloud.reset();
    fill(cloud);
  }

  /** The same beside what is there already. */
  static void fill(LocalCloud cloud) {
    Publisher publisher = new Arcade(cloud).runtime().publisher();
    for (int i = 0; i < PLAYERS.size(); i++) {
      publisher.publish(
          DepositReceived.V2,
          "player/" + PLAYERS.get(i),
          Arcade.deposit(PLAYERS.get(i), BEFORE.get(i)));
    }
    publisher.publish(
        ItemStocked.V1,
        "shop/" + TROPHY,
        ItemStockedV1.builder().itemId(new ItemId(TROPHY)).quantity(3).build());
    cloud.awaitIdle();
  }

  void request(long pot, long ada, long ben) {
    publisher.send(List.of(prepared(pot, winner("p-ada", ada), winner("p-ben", ben))));
  }

  void requestTwice(long pot, long ada, long ben) {
    PreparedEvent event = prepared(pot, winner("p-ada", ada), winner("p-ben", ben));
    publisher.send(List.of(event, event));
  }

  /** The second winner has no wallet. */
  void requestWithStranger(long pot) {
    publisher.send(List.of(prepared(pot, winner("p-ada", pot - 1000), winner("p-stranger", 1000))));
  }

  private PreparedEvent prepared(long pot, PayoutRequestedV1.Winner... winners) {
    last = UUID.randomUUID().toString();
    return publisher.prepare(
        PayoutRequested.V1,
        "payout/" + last,
        PayoutRequestedV1.builder()
            .payoutId(new PayoutId(last))
            .hostId(new PlayerId(PLAYERS.get(0)))
            .trophyId(new ItemId(TROPHY))
            .pot(Money.builder().amount(pot).currency(Currency.EUR).build())
            .winners(List.of(winners))
            .build());
  }

  private static PayoutRequestedV1.Winner winner(String player, long prize) {
    return PayoutRequestedV1.Winner.builder().playerId(new PlayerId(player)).prize(prize).build();
  }

  /** Of the host and the two winners. */
  List<Long> balances() {
    return PLAYERS.stream().map(player -> arcade.wallet(player).balance()).toList();
  }

  long trophies() {
    return arcade.inventory(TROPHY).available();
  }

  /** What partners were told of it; a look at a queue may show a message twice. */
  List<String> notices() {
    return arcade.waiting("PartnerNoticesQueue").stream()
        .filter(notice -> notice.contains(last))
        .distinct()
        .toList();
  }

  /** The executions that it has started. */
  List<Execution> executions() {
    return cloud.executions("PayoutStateMachine").stream()
        .filter(each -> each.input().contains(last))
        .toList();
  }

  /** An execution that waits for a person is never idle. */
  void awaitWaiting() {
    try (DynamoDbClient tables = DynamoDbClient.create()) {
      cloud.await(
          Arcade.PATIENCE,
          () ->
              tables
                  .getItem(
                      get ->
                          get.tableName(cloud.name("ControlTable"))
                              .key(
                                  Map.of(
                                      "pk",
                                      AttributeValue.fromS("callback#payout#approve#" + last))))
                  .hasItem());
    }
  }

  HttpResponse<String> answer(String role, boolean approved) {
    URI route = URI.create(cloud.api("Api") + "/payouts/" + last + "/approval");
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(route)
              .header("content-type", "application/json")
              .header(
                  "authorization",
                  "Bearer "
                      + cloud.token(
                          "Api", Map.of("sub", "p-ref", "role", role), Duration.ofHours(1)))
              .POST(HttpRequest.BodyPublishers.ofString("{\"approved\":" + approved + "}"))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
