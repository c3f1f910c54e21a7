package io.eventwright.generator.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.testing.InMemoryCompiler;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker may say beside its event and its entity, generated whole and compiled. */
class WorkerOptionsTest {

  private static final String WORKERS =
      """
        note-order:
          on: order-placed@2
          needs: [price.amount, orderId, sku]
          changes: stock by sku
          via: fifo
          requires:
            dear: { event.data.price.amount: { numeric: [">", 0, "<=", 100000] }, event.source: { prefix: quick } }
            known: { state.available: [{ exists: false }, { numeric: [">=", 0] }] }
          ensures:
            some-left: { next.available: [{ numeric: [">=", 0] }, { anything-but: [13] }] }
          emits: payment-received@1
        follow-payments:
          on: payment-received@1
          order: strict
        latest-payment:
          on: payment-received@1
          order: latest-wins
          via: direct
      """;

  @TempDir Path base;
  private GenerationRequest request;

  @BeforeEach
  void generate() throws IOException {
    request = Samples.request(Samples.project("quickstart", base));
    Path system = base.resolve("src/main/events/system.yaml");
    Files.writeString(system, Files.readString(system).stripTrailing() + "\n" + WORKERS);
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    GenerationResult result = GenerationPipeline.generate(request);
    assertFalse(result.isRefused(), () -> result.diagnostics().toString());
  }

  @Test
  void theWorkerHasARecordOfJustWhatItNeeds() throws Exception {
    List<GeneratedFile> files = new ArrayList<>(java(base.resolve("src/main/java")));
    files.addAll(java(base.resolve("target/generated-sources/events")));
    ClassLoader classes = InMemoryCompiler.compile(files);
    Class<?> data = classes.loadClass("com.example.quickstart.worker.NoteOrderData");
    assertEquals(List.of("orderId", "sku", "price"), components(data));
    assertEquals(List.of("amount"), components(data.getRecordComponents()[2].getType()));
    String function = generated("function/NoteOrderFunction.java");
    assertTrue(function.contains(".needing(\"orderId\", \"price.amount\", \"sku\")"), function);
    assertTrue(function.contains("named(\"note-order\", DATA, Stocks.TYPE)"), function);
    assertTrue(generated("function/FollowPaymentsFunction.java").contains("Ordering.STRICT"));
    assertTrue(generated("function/LatestPaymentFunction.java").contains("Ordering.LATEST_WINS"));
  }

  @Test
  void theTemplateSendsJustThatAndKeepsTheOrder() throws IOException {
    String template = Files.readString(base.resolve("target/sam/template.yaml"));
    assertTrue(
        template.contains(
            """
            "InputTemplate": "{\\"specversion\\":\\"1.0\\",\\"datacontenttype\\":\\"application/json\\",\
            \\"id\\":<id>,\\"source\\":<source>,\\"type\\":<type>,\\"subject\\":<subject>,\\"time\\":<time>,\
            \\"dataschema\\":\\"<dataschema>\\",\\"sequence\\":\\"<sequence>\\",\\"previous\\":\\"<previous>\\",\
            \\"correlationid\\":\\"<correlationid>\\",\\"causationid\\":\\"<causationid>\\",\
            \\"traceparent\\":\\"<traceparent>\\",\\"replayname\\":\\"<replayname>\\",\
            \\"data\\":{\\"orderId\\":<data12>,\\"price\\":{\\"amount\\":<data13>},\\"sku\\":<data14>}}\""""),
        template);
    assertTrue(template.contains("\"data13\": \"$.detail.data.price.amount\""), template);
    assertTrue(template.contains("$.body.data.sku"), "the pipe sees what the rule has sent");
    assertTrue(template.contains("\n  OrderTable:\n"), template);
    assertTrue(template.contains("\n  FollowPaymentsParkedAlarm:\n"), template);
    assertFalse(template.contains("LatestPaymentParkedAlarm"), "for it nothing waits");
    assertEquals(4, template.split("EVENTWRIGHT_ORDER_TABLE: !Ref OrderTable", -1).length);
  }

  private String generated(String file) throws IOException {
    return Files.readString(
        base.resolve("target/generated-sources/events/com/example/quickstart").resolve(file));
  }

  private static List<String> components(Class<?> type) {
    // What is unknown is what newer minors add to what is needed.
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .filter(name -> !name.equals("unknownFields"))
        .toList();
  }

  private static List<GeneratedFile> java(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<GeneratedFile> sources = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        sources.add(
            GeneratedFile.ofText(folder.relativize(file).toString(), Files.readString(file)));
      }
      return sources;
    }
  }
}
