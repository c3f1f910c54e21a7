package io.eventwright.generator.pipeline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Systems made of arcade that use what no sample does. */
public final class Variants {

  private Variants() {}

  /** Every channel, and channels that are drained beside another. */
  public static GenerationRequest ofEveryChannel(Path base) throws IOException {
    GenerationRequest request = Samples.request(Samples.project("arcade", base));
    Path system = base.resolve("src/main/events/system.yaml");
    String text = Files.readString(system);
    text = via(text, "credit-wallet", "fifo");
    text = via(text, "stock-item", "{ channel: direct, attempts: 2, age: 1m, draining: queue }");
    text = via(text, "settle-purchase", "{ channel: fan-out, batch: 100, draining: fifo }");
    text = via(text, "purchase-history", "{ channel: fifo, by: playerId, draining: stream }");
    text = via(text, "leaderboard", "stream");
    Files.writeString(system, text);
    return request;
  }

  /** Every trigger, claims, and each kind of route. */
  public static GenerationRequest ofEveryTriggerAndRoute(Path base) throws IOException {
    GenerationRequest request = Samples.request(Samples.project("arcade", base));
    Path events = base.resolve("src/main/events");
    Path partners = Files.createDirectories(events.resolve("schemas/partner-order"));
    Files.writeString(
        partners.resolve("1.0.json"),
        Files.readString(events.resolve("schemas/item-stocked/1.0.json"))
            .replace("item-stocked", "partner-order"));
    Path system = events.resolve("system.yaml");
    String text = Files.readString(system);
    text =
        text.replace(
            "\nsagas:",
            """

              close-day: { on: { schedule: cron(0 3 * * ? *), zone: Europe/Berlin } }
              close-hour: { on: { schedule: rate(1 hour) }, via: direct }
              close-minute: { on: { schedule: rate(1 minute) }, via: fifo }
              frame-avatar: { on: { bucket: avatars, prefix: in/ }, via: fifo }
              praise-avatar: { on: { bucket: avatars, suffix: .png }, via: { channel: direct, draining: queue } }
              take-order: { on: { bus: partner, event: partner-order@1 }, via: direct }
              sort-order: { on: { bus: partner, event: partner-order@1 }, where: { data.itemId: [i-1] }, via: fifo by itemId }
              weigh-order: { on: { bus: other, event: partner-order@1 }, where: { data.itemId: [i-1] }, via: stream by itemId }
              quote: { changes: inventory by itemId, timeout: 10s }

            buses:
              partner: { address: partner-bus, source: com.partner }
              other: { address: other-bus, source: com.other, envelope: true }

            sagas:""");
    text = via(text, "purchase-history", "direct");
    text = via(text, "leaderboard", "fan-out");
    text =
        text.substring(0, text.indexOf("\napi:"))
            + """

            api:
              kind: http
              cors: [https://play.example.com, http://localhost:5173]
              POST /items/{itemId}/quotes: calls quote with item-stocked@1
              POST /items: publishes item-stocked@1 by itemId
              GET /wallets/{playerId}: reads wallet
            """;
    Files.writeString(system, text);
    return request;
  }

  /** A REST API, whose bodies the service itself looks at, with IAM. */
  public static GenerationRequest ofRestApi(Path base) throws IOException {
    GenerationRequest request = Samples.request(Samples.project("arcade", base));
    Path system = base.resolve("src/main/events/system.yaml");
    String text = Files.readString(system);
    Files.writeString(
        system,
        text.substring(0, text.indexOf("\napi:"))
            + """

            api:
              kind: rest
              cors: { origins: https://play.example.com, headers: x-app-version, credentials: true }
              POST /items: publishes item-stocked@1 by itemId
              GET /wallets/{playerId}: reads wallet
            """);
    return request;
  }

  /** A system whose everything is encrypted with a key of the customer's. */
  public static GenerationRequest encrypted(GenerationRequest request, Path base, String word)
      throws IOException {
    Path system = base.resolve("src/main/events/system.yaml");
    Files.writeString(system, "encryption: " + word + "\n" + Files.readString(system));
    return request;
  }

  /** The same of the parts that use a key in more ways: every trigger, and a pipe. */
  public static GenerationRequest ofEverythingEncrypted(Path base, String word) throws IOException {
    GenerationRequest request = encrypted(ofEveryTriggerAndRoute(base), base, word);
    Path system = base.resolve("src/main/events/system.yaml");
    Files.writeString(system, via(Files.readString(system), "credit-wallet", "fifo by playerId"));
    return request;
  }

  /** A saga whose first step runs in a container, and whose second has its answer. */
  public static GenerationRequest ofContainers(Path base) throws IOException {
    GenerationRequest request = Samples.request(Samples.project("arcade", base));
    Path events = base.resolve("src/main/events");
    record(events, "receipt-wanted", "purchaseId");
    record(events, "receipt-printed", "page");
    Path system = events.resolve("system.yaml");
    String text = Files.readString(system);
    String step = "      - reserve-item: { undo: release-item }\n";
    assertTrue(text.contains(step), text);
    Files.writeString(
        system,
        text.replace(
                step,
                step
                    + """
                          - print-receipt:
                              task: PrintReceipt
                              takes: receipt-wanted@1
                              returns: receipt-printed@1
                              undo: shred-receipt
                              memory: 4096
                              timeout: 2h
                              with: { purchaseId: event.data.purchaseId }
                          - post-receipt:
                              task: PostReceipt
                              takes: receipt-printed@1
                              undo: shred-receipt
                              timeout: 10m
                              with: { page: print-receipt.page }
                    """)
            .replace("\nsagas:", "\n  shred-receipt: { changes: inventory by itemId }\n\nsagas:"));
    return request;
  }

  /** A saga's step that waits for an answer, and is told now and then that it will come. */
  public static GenerationRequest ofHeartbeats(Path base) throws IOException {
    GenerationRequest request = Samples.request(Samples.project("arcade", base));
    Path events = base.resolve("src/main/events");
    record(events, "bank-answer", "account");
    Path system = events.resolve("system.yaml");
    String text = Files.readString(system);
    String step = "charge-wallet: { undo: refund-wallet, ";
    assertTrue(text.contains(step), text);
    Files.writeString(
        system,
        text.replace(
                step,
                step
                    + "callback: bank-answer@1, by: event.data.purchaseId, timeout: 1d,"
                    + " heartbeat: 10m, ")
            + """
              POST /purchases/{purchaseId}/bank: answers purchase.charge-wallet for role bank
              POST /purchases/{purchaseId}/alive: keeps purchase.charge-wallet for role bank
            """);
    return request;
  }

  private static void record(Path events, String name, String field) throws IOException {
    Path folder = Files.createDirectories(events.resolve("schemas").resolve(name));
    Files.writeString(
        folder.resolve("1.0.json"),
        """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "%s",
          "description": "Of a step in a container.",
          "type": "object",
          "required": ["%s"],
          "properties": { "%s": { "type": "string", "maxLength": 64, "description": "Which." } }
        }
        """
            .formatted(name, field, field));
  }

  private static String via(String system, String part, String via) {
    String head = "  " + part + ":\n";
    assertTrue(system.contains(head), part);
    return system.replace(head, head + "    via: " + via + "\n");
  }
}
