package io.eventwright.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import io.eventwright.runtime.intake.MessageReader;
import io.eventwright.runtime.intake.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Finds an event in the quarantine and among dead letters. They can only be read one after the
 * other, and are hidden from others meanwhile.
 *
 * @param target the system
 * @param system its name
 * @param most messages that are looked at in each queue
 */
record KeptEvents(Target target, String system, int most) {

  /**
   * One place where it lies.
   *
   * @param where quarantine, or the name of a queue or bucket
   * @param named what a command there takes to mean it; empty for nothing
   * @param consumer whose it is
   * @param why it is there
   */
  record Kept(String where, String named, String consumer, String why) {}

  /** In quarantine, whoever put it there. */
  List<Kept> inQuarantine(String id) {
    List<Kept> kept = new ArrayList<>();
    String url = target.names().queues().get("QuarantineQueue");
    if (url == null) {
      return kept;
    }
    try (HeldMessages held = new HeldMessages(target.queues(), url, most)) {
      for (Message message : held.all()) {
        Quarantined found = Quarantined.of(message);
        String event = found.text("eventId");
        // Of what is no event only its text can tell.
        if (event.equals(id) || event.isEmpty() && found.text("message").contains(id)) {
          kept.add(
              new Kept(
                  "quarantine",
                  found.id(),
                  found.text("consumer"),
                  found.text("reason") + ": " + found.text("sentence")));
        }
      }
    }
    return kept;
  }

  /**
   * Among the dead letters of some.
   *
   * @param consumers logical ids, such as {@code CreditWallet}
   */
  List<Kept> amongDeadLetters(String id, List<String> consumers) {
    List<Kept> kept = new ArrayList<>();
    Map<String, String> queues = target.names().queues();
    for (String consumer : withTopics(consumers, queues)) {
      String queue = consumer + "DeadLetterQueue";
      String url = queues.get(queue);
      if (url == null) {
        continue;
      }
      try (HeldMessages held = new HeldMessages(target.queues(), url, most)) {
        held.all().stream()
            .filter(message -> is(id, message.body()))
            .forEach(message -> kept.add(new Kept(queue, "", consumer, why(message))));
      }
    }
    for (GivenUp batch : consumers.isEmpty() ? List.<GivenUp>of() : GivenUp.all(target)) {
      if (consumers.contains(batch.consumer())
          && batch.records().stream().anyMatch(record -> is(id, data(record)))) {
        kept.add(new Kept("FailedRecordsBucket", batch.key(), batch.consumer(), "given up"));
      }
    }
    return kept;
  }

  /** What a topic's rule could not publish has reached none of those who listen. */
  private static List<String> withTopics(List<String> consumers, Map<String, String> queues) {
    List<String> all = new ArrayList<>(consumers);
    if (!consumers.isEmpty()) {
      queues.keySet().stream()
          .filter(queue -> queue.endsWith("TopicDeadLetterQueue"))
          .map(queue -> queue.substring(0, queue.length() - "DeadLetterQueue".length()))
          .forEach(all::add);
    }
    return all;
  }

  /** Whether a message is that event, and does not only speak of it. */
  private boolean is(String id, String body) {
    if (!body.contains(id)) {
      return false;
    }
    try {
      return MessageReader.read(body, system).envelope().id().equals(id);
    } catch (Rejection e) {
      return true;
    }
  }

  private static String data(JsonNode record) {
    byte[] data = Base64.getDecoder().decode(record.path("kinesis").path("data").asText());
    return new String(data, StandardCharsets.UTF_8);
  }

  /** As the runtime, a rule or Lambda says it. */
  private static String why(Message message) {
    Map<String, MessageAttributeValue> said = message.messageAttributes();
    for (String name : List.of("sentence", "ERROR_MESSAGE")) {
      if (said.containsKey(name)) {
        return said.get(name).stringValue();
      }
    }
    try {
      JsonNode notice = Json.parse(message.body());
      String condition = notice.path("requestContext").path("condition").asText("");
      return condition.isEmpty()
          ? "failed too often"
          : condition + ": " + notice.path("responsePayload").path("errorMessage").asText("");
    } catch (IllegalArgumentException e) {
      return "failed too often";
    }
  }
}
