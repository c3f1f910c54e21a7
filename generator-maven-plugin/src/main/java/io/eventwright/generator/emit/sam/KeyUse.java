package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.ConditionView;
import io.eventwright.generator.emit.sam.view.StackView;
import io.eventwright.generator.emit.sam.view.StatementView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a role must be allowed to do with the customer's key, told by what else it may do. A service
 * uses the key in the caller's name: only through that service, and never by itself.
 *
 * <p>A table has one key of its own, made with the table, that every call only decrypts (AWS KMS
 * Developer Guide, "How Amazon DynamoDB uses AWS KMS"); who sends to a queue may be given the data
 * key of an earlier message, and decrypts it (Amazon SQS Developer Guide, "Key management").
 */
final class KeyUse {

  private static final Map<String, Set<String>> DECRYPT =
      Map.of(
          "sqs", Set.of("sqs:ReceiveMessage", "sqs:SendMessage"),
          "s3", Set.of("s3:GetObject"),
          "kinesis", Set.of("kinesis:GetRecords"));

  private static final Map<String, Set<String>> GENERATE =
      Map.of(
          "sqs", Set.of("sqs:SendMessage"),
          "s3", Set.of("s3:PutObject"),
          "kinesis", Set.of("kinesis:PutRecord"));

  private final StackView stack;

  private KeyUse(StackView stack) {
    this.stack = stack;
  }

  /** The statements, and those on the key that they ask for. */
  static List<StatementView> with(StackView stack, List<StatementView> statements) {
    List<StatementView> all = new ArrayList<>(statements);
    if (stack.encrypted()) {
      KeyUse use = new KeyUse(stack);
      SortedSet<String> decrypting = use.services(DECRYPT, statements);
      if (statements.stream().anyMatch(KeyUse::isOfTable)) {
        decrypting.add("dynamodb");
      }
      use.add(all, "DecryptWithTheKey", "kms:Decrypt", decrypting);
      use.add(all, "EncryptWithTheKey", "kms:GenerateDataKey", use.services(GENERATE, statements));
    }
    return List.copyOf(all);
  }

  private void add(List<StatementView> all, String sid, String action, SortedSet<String> services) {
    if (!services.isEmpty()) {
      all.add(
          new StatementView(
              sid,
              List.of(action),
              stack.key(),
              List.of(),
              List.of(),
              List.of(
                  new ConditionView(
                      "StringEquals",
                      "kms:ViaService",
                      services.stream().map(stack::via).toList()))));
    }
  }

  private SortedSet<String> services(
      Map<String, Set<String>> asking, List<StatementView> statements) {
    SortedSet<String> services = new TreeSet<>();
    asking.forEach(
        (service, actions) -> {
          if (statements.stream()
              .anyMatch(each -> each.actions().stream().anyMatch(actions::contains))) {
            services.add(service);
          }
        });
    return services;
  }

  /** Which streams there are is told without a key. */
  private static boolean isOfTable(StatementView statement) {
    return statement.actions().stream()
        .anyMatch(
            action -> action.startsWith("dynamodb:") && !action.equals("dynamodb:ListStreams"));
  }
}
