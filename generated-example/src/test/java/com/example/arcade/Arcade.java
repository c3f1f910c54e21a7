package com.example.arcade;

import com.example.arcade.entity.Inventories;
import com.example.arcade.entity.Inventory;
import com.example.arcade.entity.Wallet;
import com.example.arcade.entity.Wallets;
import com.example.arcade.event.DepositReceivedV1;
import com.example.arcade.event.DepositReceivedV2;
import com.example.arcade.event.PurchaseRequestedV1;
import com.example.arcade.id.DepositId;
import com.example.arcade.id.ItemId;
import com.example.arcade.id.PlayerId;
import com.example.arcade.id.PurchaseId;
import com.example.arcade.type.Currency;
import com.example.arcade.type.Money;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.log.EntityVersion;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The running system, as its users and operators reach it. */
final class Arcade {
  /** More than a busy machine takes; waiting ends as soon as what is waited for is there. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Pattern OUTCOME = Pattern.compile("\"outcome\":\"([a-z-]+)\"");

  private final LocalCloud cloud;
  private final SystemRuntime runtime;

  Arcade(LocalCloud cloud) {
    this.cloud = cloud;
    this.runtime =
        SystemRuntime.of(
            Map.of(
                "EVENTWRIGHT_SYSTEM", "arcade",
                "EVENTWRIGHT_BUS", cloud.name("Bus"),
                "EVENTWRIGHT_LOG_TABLE", cloud.name("LogTable"),
                "EVENTWRIGHT_CONTROL_TABLE", cloud.name("ControlTable"),
                "EVENTWRIGHT_VIEWS_TABLE", cloud.name("ViewsTable"),
                "EVENTWRIGHT_CLAIM_BUCKET", cloud.name("ClaimsBucket"),
                "EVENTWRIGHT_KEYS_TABLE", cloud.name("KeysTable"),
                "AWS_ENDPOINT_URL", cloud.endpoint().toString()));
  }

  SystemRuntime runtime() {
    return runtime;
  }

  Wallet wallet(String player) {
    return runtime.entities(Wallets.TYPE).current(player).state().orElseThrow();
  }

  List<EntityVersion<Wallet>> walletLog(String player) {
    return runtime.entities(Wallets.TYPE).history(player, 0, 100).items();
  }

  List<EntityVersion<Inventory>> inventoryLog(String item) {
    return runtime.entities(Inventories.TYPE).history(item, 0, 100).items();
  }

  Inventory inventory(String item) {
    return runtime.entities(Inventories.TYPE).current(item).state().orElseThrow();
  }

  /** How often the functions said that a record came to this. */
  long outcomes(String outcome) {
    return cloud.log().stream()
        .map(line -> OUTCOME.matcher(line.text()))
        .filter(matcher -> matcher.find() && matcher.group(1).equals(outcome))
        .count();
  }

  /** How often one function said so. */
  long outcomes(String function, String outcome) {
    return cloud.log(function).stream()
        .map(OUTCOME::matcher)
        .filter(matcher -> matcher.find() && matcher.group(1).equals(outcome))
        .count();
  }

  /** Puts an event on the bus as a foreign producer would that validates nothing. */
  void putUnchecked(String detailType, String detail) {
    try (EventBridgeClient bus = EventBridgeClient.create()) {
      bus.putEvents(
          request ->
              request.entries(
                  PutEventsRequestEntry.builder()
                      .eventBusName(cloud.name("Bus"))
                      .source("arcade")
                      .detailType(detailType)
                      .detail(detail)
                      .build()));
    }
  }

  /** What is in quarantine; it stays there. */
  List<String> quarantined() {
    return waiting("QuarantineQueue");
  }

  /** What is in a queue, ten messages at most, each once; it stays there. */
  List<String> waiting(String queue) {
    try (SqsClient queues = SqsClient.create()) {
      return queues
          .receiveMessage(
              request ->
                  request.queueUrl(cloud.ref(queue)).maxNumberOfMessages(10).visibilityTimeout(0))
          .messages()
          .stream()
          .collect(
              Collectors.toMap(
                  Message::messageId, Message::body, (first, again) -> first, LinkedHashMap::new))
          .values()
          .stream()
          .toList();
    }
  }

  static DepositReceivedV2 deposit(String player, long minorUnits) {
    return DepositReceivedV2.builder()
        .depositId(new DepositId(UUID.randomUUID().toString()))
        .playerId(new PlayerId(player))
        .minorUnits(minorUnits)
        .currency(Currency.EUR)
        .method(DepositReceivedV2.Method.CARD)
        .build();
  }

  /** As a producer writes it that has not moved on to version 2. */
  static DepositReceivedV1 oldDeposit(String player, String amount) {
    return DepositReceivedV1.builder()
        .depositId(new DepositId(UUID.randomUUID().toString()))
        .playerId(new PlayerId(player))
        .amount(new BigDecimal(amount))
        .currency(Currency.EUR)
        .build();
  }

  static PurchaseRequestedV1 purchase(String player, String item, int quantity, long price) {
    return PurchaseRequestedV1.builder()
        .purchaseId(new PurchaseId(UUID.randomUUID().toString()))
        .playerId(new PlayerId(player))
        .itemId(new ItemId(item))
        .quantity(quantity)
        .price(Money.builder().amount(price).currency(Currency.EUR).build())
        .build();
  }
}
