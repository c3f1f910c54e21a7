package io.eventwright.runtime.testing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eventwright.runtime.entity.EntityType;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.ValidationResult;
import io.eventwright.runtime.json.Validator;
import io.eventwright.runtime.json.Violation;
import io.eventwright.runtime.projection.ProjectionType;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.Emission;
import io.eventwright.runtime.worker.Ordering;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A wallet and what happens to it, as generated code would be, by hand. */
public final class Sample {
  private Sample() {}

  /** A player and an amount: the data of every event here, the row of the projection too. */
  public record Amount(String player, long amount) {}

  /** The entity's state. */
  public record Wallet(long balance) {}

  private static final Codec<Amount> AMOUNT =
      new Codec<>() {
        @Override
        public Amount read(JsonParser parser) throws IOException {
          String player = "";
          long amount = 0;
          while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
              case "player" -> player = parser.getText();
              case "amount" -> amount = parser.getDecimalValue().longValueExact();
              default -> parser.skipChildren();
            }
          }
          return new Amount(player, amount);
        }

        @Override
        public void write(Amount value, JsonGenerator generator) throws IOException {
          generator.writeStartObject();
          generator.writeStringField("player", value.player());
          generator.writeNumberField("amount", value.amount());
          generator.writeEndObject();
        }
      };

  private static final Codec<Wallet> WALLET =
      new Codec<>() {
        @Override
        public Wallet read(JsonParser parser) throws IOException {
          long balance = 0;
          while (parser.nextToken() == JsonToken.FIELD_NAME) {
            parser.nextToken();
            balance = parser.getLongValue();
          }
          return new Wallet(balance);
        }

        @Override
        public void write(Wallet value, JsonGenerator generator) throws IOException {
          generator.writeStartObject();
          generator.writeNumberField("balance", value.balance());
          generator.writeEndObject();
        }
      };

  /** Closed: a player's name, and an amount from 0 on. */
  private static final Validator AMOUNT_SCHEMA =
      schema(
          Set.of("player", "amount"),
          data ->
              List.of(
                  check(
                      data.get("player") instanceof JsonString,
                      "/player",
                      "type",
                      "must be a string"),
                  check(
                      data.get("amount") instanceof JsonNumber number && number.compareTo(0) >= 0,
                      "/amount",
                      "minimum",
                      "must be at least 0")));

  private static final Validator WALLET_SCHEMA =
      schema(
          Set.of("balance"),
          data ->
              List.of(
                  check(
                      data.get("balance") instanceof JsonNumber number && number.compareTo(0) >= 0,
                      "/balance",
                      "minimum",
                      "must be at least 0")));

  public static final EventType<Amount> DEPOSIT_V1 = type("deposit-received", 1);
  public static final EventType<Amount> DEPOSIT_V2 = type("deposit-received", 2);
  public static final EventType<Amount> CREDITED = type("wallet-credited", 1);
  public static final EntityType<Wallet> WALLETS =
      new EntityType<>("wallet", WALLET, WALLET_SCHEMA);
  public static final ProjectionType<Amount> HISTORY =
      new ProjectionType<>("history", AMOUNT, AMOUNT_SCHEMA);

  /** Credits a wallet and says so; amounts of 13 are refused, amounts of 0 change nothing. */
  public static WorkerDefinition<Amount, Wallet> creditWallet() {
    return WorkerDefinition.named("credit-wallet", DEPOSIT_V2, WALLETS)
        // An amount of the first major was in units, the second's is in hundredths.
        .upcasting(DEPOSIT_V1, old -> new Amount(old.player(), old.amount() * 100))
        .keyedBy(event -> event.data().player())
        .emits(CREDITED)
        .decidedBy(
            (event, wallet) -> {
              long amount = event.data().amount();
              if (amount == 13) {
                return Decision.refuse("unlucky", "13 is not taken");
              }
              if (amount == 0) {
                return Decision.unchanged();
              }
              Wallet next = new Wallet(wallet.orElse(new Wallet(0)).balance() + amount);
              return Decision.next(next, new Emission<>(CREDITED, event.data()));
            });
  }

  /** Keeps what it is told of a wallet, in the order that is asked for; amounts of 13 it cannot. */
  public static WorkerDefinition<Amount, Wallet> follow(String name, Ordering ordering) {
    return WorkerDefinition.named(name, CREDITED, new EntityType<>(name, WALLET, WALLET_SCHEMA))
        .keyedBy(event -> event.data().player())
        .ordered(ordering)
        .decidedBy(
            (event, seen) -> {
              if (event.data().amount() == 666) {
                throw new IllegalStateException("666 is what this worker's bug is about");
              }
              return event.data().amount() == 13
                  // No balance is below zero: this can never be committed.
                  ? Decision.next(new Wallet(-1))
                  : Decision.next(new Wallet(event.data().amount()));
            });
  }

  private static EventType<Amount> type(String name, int major) {
    return new EventType<>("arcade", name, major, AMOUNT, List.of(AMOUNT_SCHEMA, AMOUNT_SCHEMA));
  }

  private interface Checks {
    List<List<Violation>> of(JsonObject data);
  }

  private static List<Violation> check(
      boolean holds, String pointer, String keyword, String message) {
    return holds
        ? List.of()
        : List.of(new Violation(pointer, "/" + keyword, "urn:test", keyword, message));
  }

  private static Validator schema(Set<String> names, Checks checks) {
    return new Validator() {
      @Override
      public boolean isValid(JsonValue value) {
        return validate(value, 1).isValid();
      }

      @Override
      public ValidationResult validate(JsonValue value, int limit) {
        if (!(value instanceof JsonObject data)) {
          return new ValidationResult(check(false, "", "type", "must be an object"), false);
        }
        List<Violation> found = new ArrayList<>();
        checks.of(data).forEach(found::addAll);
        for (String name : data.names()) {
          found.addAll(
              check(names.contains(name), "/" + name, "additionalProperties", "is not known"));
        }
        return new ValidationResult(found, false);
      }
    };
  }
}
