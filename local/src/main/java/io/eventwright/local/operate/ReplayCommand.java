package io.eventwright.local.operate;

import io.eventwright.runtime.log.LogReplay;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Rebuilds the log into another table, and proves it equal. */
@Command(
    name = "replay",
    description = {
      "Rebuilds every entity from its first version into another table, while the system runs,",
      "checks each version's hash on the way, and proves both equal by one hash.",
      "Decides nothing again, calls nobody, publishes nothing."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

  @Mixin private Target target = new Target();

  @Option(
      names = "--into",
      description =
          "The other table; made if it is not there. Without it: replay-of- and the log's name.")
  private @Nullable String into;

  @Option(names = "--rounds", defaultValue = "10", description = "How often to catch up, at most.")
  private int rounds;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    DynamoDbClient tables = target.tables();
    String log = target.names().table("LogTable");
    // A name that does not begin with the stack's: else it could be taken for the log.
    String other = into == null ? "replay-of-" + log : into;
    if (!tables.listTablesPaginator().tableNames().stream().toList().contains(other)) {
      create(tables, other);
      spec.commandLine().getOut().println("Made " + other);
    }
    LogReplay replay = new LogReplay(tables, log, other);
    long versions = 0;
    LogReplay.Progress progress = new LogReplay.Progress(0, 0);
    for (int round = 0; round < rounds; round++) {
      progress = replay.run();
      versions += progress.versions();
      if (progress.versions() == 0) {
        break;
      }
    }
    LogReplay.Comparison comparison = replay.compare();
    spec.commandLine()
        .getOut()
        .printf(
            "%d entities, %d versions written%n%s  %s%n%s  %s%n%s%n",
            progress.entities(),
            versions,
            comparison.from(),
            log,
            comparison.into(),
            other,
            comparison.equal() ? equal(comparison.behind()) : "NOT EQUAL");
    return comparison.equal() ? 0 : 1;
  }

  private static String equal(int behind) {
    return behind == 0
        ? "equal"
        : "equal as far as it has come; of %d entities there is more by now: run it again"
            .formatted(behind);
  }

  private static void create(DynamoDbClient tables, String name) {
    tables.createTable(
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(text("pk"), text("sk"))
            .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
            .build());
    tables.waiter().waitUntilTableExists(describe -> describe.tableName(name));
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
