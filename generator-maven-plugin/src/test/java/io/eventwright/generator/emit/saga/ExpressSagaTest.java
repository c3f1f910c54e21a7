package io.eventwright.generator.emit.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eventwright.generator.check.SystemChecks;
import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.load.system.InputFolder;
import io.eventwright.generator.load.system.SystemLinker;
import io.eventwright.generator.load.system.SystemLoader;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.render.TemplateCatalogue;
import io.eventwright.generator.render.TemplateRenderer;
import io.eventwright.generator.testing.GoldenFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An express saga with every kind of step that it may have, as it is written today. */
class ExpressSagaTest {

  private static final Path SCHEMAS = Path.of("src", "test", "resources", "rules", "_shared");

  private static final String SYSTEM =
      """
      system: shop
      package: com.example.shop
      entities:
        stock: { id: Sku, state: schemas/_entities/stock.json }
      dependencies:
        printer: { timeout: 500ms }
      workers:
        reserve-stock: { changes: stock by sku, emits: [stock-reserved@1], returns: stock-reserved@1, timeout: 1s }
        release-stock: { changes: stock by sku, timeout: 1s }
        pick-stock: { takes: stock-reserved@1, changes: stock by sku, uses: [printer], timeout: 2s }
        put-back: { takes: stock-reserved@1, changes: stock by sku, uses: [printer], timeout: 2s }
        label: { takes: stock-reserved@1, changes: stock by sku, uses: [printer], timeout: 2s }
      sagas:
        order:
          on: order-placed@2
          type: express
          steps:
            - reserve-stock: { undo: release-stock, retry: { times: 0 } }
            - both:
                parallel:
                  left: [{ pick-stock: { undo: put-back, with: { sku: reserve-stock.sku } } }]
                  right: [{ pick-more: { worker: pick-stock, undo: put-back, with: { sku: event.data.sku } } }]
            - point-of-no-return
            - label: { with: { sku: reserve-stock.sku } }
            - tell: { publish: stock-reserved@1, with: { sku: reserve-stock.sku } }
          done: order-completed@1
          undone: order-cancelled@1
      """;

  @TempDir Path folder;

  @Test
  void isWrittenAs() throws IOException {
    try (Stream<Path> files = Files.walk(SCHEMAS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(SCHEMAS.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.writeString(to, Files.readString(file));
      }
    }
    Files.writeString(folder.resolve("system.yaml"), SYSTEM);
    SystemUnderCheck system = SystemLoader.load(new InputFolder(folder, ""), Set.of()).value();
    assertEquals(
        List.of(),
        SystemChecks.check(system).stream()
            .filter(Diagnostic::isError)
            .filter(each -> !each.ruleId().equals("missing-class"))
            .map(Diagnostic::toString)
            .toList());
    GoldenFolder.named("express")
        .assertHolds(
            new SagaEmitter(new TemplateRenderer(TemplateCatalogue.builtIn()))
                .emit(SystemLinker.link(system))
                .value());
  }
}
