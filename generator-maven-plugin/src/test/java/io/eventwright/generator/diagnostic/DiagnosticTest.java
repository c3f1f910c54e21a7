package io.eventwright.generator.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosticTest {

  private static final SourceLocation PLACE =
      new SourceLocation("src/main/events/system.yaml", 14, 9);

  @Test
  void aFindingIsOneLineThatEditorsFollow() {
    assertEquals(
        "src/main/events/system.yaml:14:9: error [unknown-event] No schema has that name.",
        Diagnostic.error(PLACE, "unknown-event", "No schema has that name.").toString());
  }

  @Test
  void findingsAreSortedByPlaceAndReportedOnce() {
    Diagnostics found = new Diagnostics();
    found.warning(new SourceLocation("b", 1, 1), "r", "third");
    found.error(new SourceLocation("a", 10, 1), "r", "second");
    found.error(new SourceLocation("a", 9, 5), "r", "first");
    found.error(new SourceLocation("a", 9, 5), "r", "first");
    assertEquals(
        List.of("first", "second", "third"),
        found.list().stream().map(Diagnostic::message).toList());
  }

  @Test
  void noValueComesWithTheReason() {
    Diagnostics found = new Diagnostics();
    found.warning(PLACE, "r", "only a warning");
    assertThrows(IllegalArgumentException.class, () -> Checked.failed(found));
    found.error(PLACE, "r", "the reason");
    Checked<String> failed = Checked.failed(found);
    assertTrue(failed.hasErrors());
    NoSuchElementException thrown = assertThrows(NoSuchElementException.class, failed::value);
    assertEquals(2, String.valueOf(thrown.getMessage()).lines().count());
  }

  @ParameterizedTest
  @CsvSource({
    "purchase-requestd, purchase-requested",
    "purhcase-requested, purchase-requested",
    "stok, stock",
    "propertis, properties",
    "payment, ''",
    "'', ''"
  })
  void theNearestNameIsSuggestedWhenItIsNear(String name, String expected) {
    List<String> known = List.of("stock", "purchase-requested", "properties", "required");
    assertEquals(expected, Suggestion.nearest(name, known).orElse(""));
  }
}
