package io.eventwright.generator.emit.java.system;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.model.Condition;
import io.eventwright.generator.model.DependencyModel;
import io.eventwright.generator.model.EntityModel;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.EventMinor;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.Feed;
import io.eventwright.generator.model.Order;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaRetry;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.SystemSettings;
import io.eventwright.generator.model.Trigger;
import io.eventwright.generator.model.WorkerModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A system with one of everything, after the sample {@code arcade}, with three majors to cross. */
final class ArcadeModel {
  static final SourceLocation HERE = new SourceLocation("src/main/events/system.yaml", 1, 1);

  private ArcadeModel() {}

  static EventSystem system() {
    return new EventSystem(
        "arcade",
        "com.example.arcade",
        "team-arcade",
        List.of(
            event("deposit-received", 1, 2),
            event("deposit-received", 2, 1),
            event("deposit-received", 3, 1),
            event("wallet-credited", 1, 1),
            event("wallet-charged", 1, 1),
            event("wallet-refunded", 1, 1),
            event("purchase-requested", 1, 1),
            event("purchase-completed", 1, 1),
            event("purchase-cancelled", 1, 1)),
        List.of(
            new EntityModel(
                "wallet", "PlayerId", "_entities/wallet", "schemas/_entities/wallet.json")),
        List.of(
            new DependencyModel(
                "payment-gateway",
                Duration.ofMillis(1500),
                2,
                false,
                "arcade/payment-gateway",
                new DependencyModel.Breaker(50, 20, Duration.ofSeconds(30), 1)),
            new DependencyModel(
                "ledger",
                Duration.ofSeconds(1),
                3,
                true,
                null,
                new DependencyModel.Breaker(20, 50, Duration.ofMinutes(1), 2))),
        List.of(
            worker(
                "credit-wallet",
                new Subscription(
                    "deposit-received",
                    List.of(1, 2, 3),
                    List.of(
                        new Condition(
                            List.of("data", "currency"),
                            List.of(new Condition.Equal("EUR"), new Condition.Prefix("<*/@{"))))),
                true,
                List.of("wallet-credited"),
                List.of()),
            worker("charge-wallet", null, true, List.of("wallet-charged"), List.of()),
            worker("refund-wallet", null, true, List.of("wallet-refunded"), List.of()),
            worker(
                "settle-purchase",
                to("purchase-completed", 1),
                false,
                List.of(),
                List.of("payment-gateway")),
            worker("note-purchase", to("purchase-completed", 1), false, List.of(), List.of()),
            worker(
                "audit-deposit",
                to("deposit-received", 3),
                true,
                List.of("wallet-credited", "wallet-charged"),
                List.of("payment-gateway", "ledger"))),
        List.of(
            new SagaModel(
                "purchase",
                to("purchase-requested", 1),
                List.of(
                    new SagaStep.Call(
                        "charge-wallet",
                        new SagaStep.Named("charge-wallet", HERE),
                        new SagaStep.Named("refund-wallet", HERE),
                        Map.of(),
                        List.of(SagaRetry.DEFAULT),
                        null,
                        null,
                        HERE)),
                new EventRef("purchase-completed", 1),
                new EventRef("purchase-cancelled", 1),
                SagaModel.Language.JSONATA,
                SagaModel.Type.STANDARD,
                "com.example.arcade.Purchase",
                HERE)),
        List.of(
            new ProjectionModel(
                "purchase-history",
                List.of(
                    to("purchase-completed", 1),
                    to("purchase-cancelled", 1),
                    new Subscription("deposit-received", List.of(2, 3), List.of())),
                List.of("playerId"),
                "_projections/purchase-row",
                "schemas/_projections/purchase-row.json",
                Feed.queue(),
                null,
                1,
                null,
                "com.example.arcade.PurchaseHistoryRows",
                HERE)),
        List.of(),
        List.of(),
        null,
        true,
        SystemSettings.DEFAULT,
        Map.of());
  }

  private static EventContract event(String name, int major, int minors) {
    return new EventContract(
        name,
        major,
        IntStream.range(0, minors)
            .mapToObj(minor -> minor(name + "/" + major + "." + minor, minor))
            .toList());
  }

  private static EventMinor minor(String key, int minor) {
    return new EventMinor(minor, key, "schemas/" + key + ".json");
  }

  private static Subscription to(String event, int major) {
    return new Subscription(event, List.of(major), List.of());
  }

  private static WorkerModel worker(
      String name,
      @Nullable Subscription subscription,
      boolean changesWallet,
      List<String> emits,
      List<String> uses) {
    return new WorkerModel(
        name,
        subscription == null ? null : new Trigger.Events(subscription),
        null,
        null,
        changesWallet ? new WorkerModel.EntityKey("wallet", List.of("playerId")) : null,
        emits.stream().map(event -> new EventRef(event, 1)).toList(),
        uses,
        Feed.queue(),
        Order.COMMUTATIVE,
        List.of(),
        List.of(),
        List.of(),
        Duration.ofSeconds(10),
        "com.example.arcade." + JavaNames.typeName(name),
        HERE);
  }
}
