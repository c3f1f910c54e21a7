package io.eventwright.generator.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.pipeline.GenerationPipeline;
import io.eventwright.generator.pipeline.GenerationRequest;
import io.eventwright.generator.pipeline.GenerationResult;
import io.eventwright.generator.pipeline.Samples;
import io.eventwright.generator.quota.Quotas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was released is not lost by what comes next. */
class ReleaseVerificationTest {

  @TempDir Path base;

  private GenerationRequest request;
  private Path system;
  private Path released;
  private @Nullable String arcade;

  @BeforeEach
  void release() throws IOException {
    request = Samples.request(Samples.project("quickstart", base));
    system = base.resolve("src/main/events/system.yaml");
    released = base.resolve("src/main/events/released/template.yaml");
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    GenerationResult result = GenerationPipeline.release(request);
    assertEquals(List.of(), errors(result));
    assertTrue(
        result
            .summary()
            .contains(
                "Released: src/main/events/released/template.yaml; commit it with what you deploy"),
        result.summary()::toString);
  }

  @Test
  void theSameSystemMayBeGeneratedAndReleasedAgain() throws IOException {
    assertEquals(List.of(), errors(GenerationPipeline.generate(request)));
    assertEquals(
        Files.readString(released), Files.readString(base.resolve("target/sam/template.yaml")));
    assertEquals(List.of(), errors(GenerationPipeline.release(request)));
  }

  @Test
  void aWorkerThatIsRenamedLosesItsQueueAndNothingIsWritten() throws IOException {
    change(system, "reserve-stock:", "reserve-stocks:");
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    List<String> errors = errors(GenerationPipeline.generate(request));
    assertEquals(2, errors.size(), errors::toString);
    assertTrue(
        errors.stream()
            .anyMatch(
                each ->
                    each.startsWith("src/main/events/released/template.yaml:")
                        && each.contains(
                            "error [removed-resource] ReserveStockQueue was released, and is gone")
                        && each.contains("Is it ReserveStocksQueue now?")),
        errors::toString);
    assertTrue(Files.notExists(base.resolve("target/sam")));
    // Nor can the loss be made the rule.
    String before = Files.readString(released);
    assertEquals(2, errors(GenerationPipeline.release(request)).size());
    assertEquals(before, Files.readString(released));
  }

  @Test
  void aReasonBesideWhatWasReleasedLetsItGo() throws IOException {
    change(system, "reserve-stock:", "reserve-stocks:");
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    mayGo("ReserveStockQueue");
    mayGo("ReserveStockDeadLetterQueue");
    assertEquals(List.of(), errors(GenerationPipeline.release(request)));
    assertTrue(Files.readString(released).contains("ReserveStocksQueue:"));
  }

  @Test
  void anotherKeyKindOrNameIsRefused() throws IOException {
    change(
        released,
        "  ReserveStockQueue:\n    Type: AWS::SQS::Queue\n    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n    Properties:\n",
        "  ReserveStockQueue:\n    Type: AWS::SQS::Queue\n    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n    Properties:\n      FifoQueue: true\n");
    change(
        released,
        "- AttributeName: sk\n          KeyType: RANGE",
        "- AttributeName: version\n          KeyType: RANGE");
    change(
        released,
        "- AttributeName: pk\n          AttributeType: S",
        "- AttributeName: pk\n          AttributeType: N");
    change(released, "      Name: !Ref AWS::StackName", "      Name: arcade");
    change(
        released,
        "  InboxTable:\n    Type: AWS::DynamoDB::Table",
        "  InboxTable:\n    Type: AWS::S3::Bucket");
    assertEquals(
        List.of(
            "Bus would be made anew, empty: Name is not what was released.",
            "LogTable would be made anew, empty: the key pk was of type N and is of type S.",
            "LogTable would be made anew, empty: KeySchema is not what was released.",
            "InboxTable would be made anew, empty: AWS::S3::Bucket is now AWS::DynamoDB::Table.",
            "ReserveStockQueue would be made anew, empty: FifoQueue is not what was released."),
        errors(GenerationPipeline.generate(request)).stream()
            .map(each -> each.replaceFirst("^.*error \\[replaced-resource] ", ""))
            .map(each -> each.replaceFirst(" Change it back.*", ""))
            .toList());
  }

  @Test
  void moreThanOneIndexAtOnceIsRefused() throws IOException {
    change(released, "- IndexName: outbox", "- IndexName: inbox");
    List<String> errors = errors(GenerationPipeline.generate(request));
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(
        errors
            .get(0)
            .contains(
                "error [changed-indexes] LogTable has 2 indexes made or removed (inbox, outbox)"),
        errors.get(0));
  }

  @Test
  void anIndexOfTheSameNameWithAnotherKeyIsRefused() throws IOException {
    String index = "- IndexName: outbox\n          KeySchema:\n            - AttributeName: outbox";
    change(released, index, index.replace("AttributeName: outbox", "AttributeName: sk"));
    assertEquals(
        List.of(
            "LogTable has an index outbox as before, but its key was sk (S), at (S) and is outbox (S),"
                + " at (S); DynamoDB refuses that, and the update is rolled back. Give the new index"
                + " another name."),
        replacedIndexes());
  }

  @Test
  void anIndexOfTheSameNameWithAnotherKindOfKeyOrOtherAttributesIsRefused() throws IOException {
    String type = "- AttributeName: at\n          AttributeType: ";
    change(released, type + "S", type + "N");
    List<String> errors = replacedIndexes();
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(
        errors.get(0).contains("its key was outbox (S), at (N) and is outbox (S), at (S)"),
        errors.get(0));

    change(released, type + "N", type + "S");
    change(released, "ProjectionType: KEYS_ONLY", "ProjectionType: ALL");
    errors = replacedIndexes();
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(
        errors.get(0).contains("it does not carry the attributes that it carried"), errors.get(0));
  }

  @Test
  void theIndexOfSortedProjectionsIsThatOfTheRelease() throws IOException {
    String rank = "- AttributeName: rank\n          AttributeType: ";
    String key = "- AttributeName: pk\n              KeyType: HASH\n            - AttributeName: ";
    List<Diagnostic> same = releases(Map.of());
    assertEquals(List.of(), same);
    List<Diagnostic> typed = releases(Map.of(rank + "S", rank + "N"));
    assertEquals(1, typed.size(), typed::toString);
    assertTrue(
        typed
            .get(0)
            .message()
            .contains(
                "ViewsTable would be made anew, empty: the key of its index sorted was {pk=S, rank=N} and is {pk=S, rank=S}"),
        typed.get(0).message());
    List<Diagnostic> keyed = releases(Map.of(key + "rank", key + "sk"));
    assertEquals(1, keyed.size(), keyed::toString);
    assertTrue(
        keyed.get(0).message().contains("LocalSecondaryIndexes is not what was released"),
        keyed.get(0).message());
  }

  /** What is found between the arcade's template, changed so, and the arcade's template. */
  private List<Diagnostic> releases(Map<String, String> changes) throws IOException {
    if (arcade == null) {
      Path folder = base.resolve("arcade");
      GenerationRequest generated = Samples.request(Samples.project("arcade", folder));
      GenerationPipeline.stubs(generated, folder.resolve("src/main/java"));
      assertEquals(List.of(), errors(GenerationPipeline.generate(generated)));
      arcade = Files.readString(folder.resolve("target/sam/template.yaml"));
    }
    String before = arcade;
    for (Map.Entry<String, String> change : changes.entrySet()) {
      assertTrue(before.contains(change.getKey()), change.getKey());
      before = before.replace(change.getKey(), change.getValue());
    }
    return ReleaseVerification.check(
        new ReleaseVerification.Text("released/template.yaml", before),
        new ReleaseVerification.Text("template.yaml", arcade),
        Quotas.known());
  }

  private List<String> replacedIndexes() throws IOException {
    return errors(GenerationPipeline.generate(request)).stream()
        .filter(each -> each.contains("error [replaced-index] "))
        .map(each -> each.replaceFirst("^.*error \\[replaced-index] ", ""))
        .toList();
  }

  private void mayGo(String id) throws IOException {
    String text = Files.readString(released);
    int at = text.indexOf("  " + id + ":\n");
    int end = text.indexOf("\n\n", at);
    String reason = "      Eventwright: { accepts: { removed-resource: It is empty. } }\n";
    int metadata = text.indexOf("    Metadata:\n", at);
    boolean has = metadata >= 0 && metadata < end;
    int place = has ? metadata + "    Metadata:\n".length() : end + 1;
    Files.writeString(
        released,
        text.substring(0, place)
            + (has ? reason : "    Metadata:\n" + reason)
            + text.substring(place));
  }

  private static void change(Path file, String old, String with) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(old), () -> old + " is not in " + text);
    int at = text.indexOf(old);
    Files.writeString(file, text.substring(0, at) + with + text.substring(at + old.length()));
  }

  private static List<String> errors(GenerationResult result) {
    return result.diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::toString)
        .toList();
  }
}
