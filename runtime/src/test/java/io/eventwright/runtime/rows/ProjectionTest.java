package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.bridged;
import static io.eventwright.runtime.testing.Payloads.data;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.EnvelopeWriter;
import io.eventwright.runtime.function.ProjectionFunction;
import io.eventwright.runtime.projection.ProjectionDefinition;
import io.eventwright.runtime.projection.ProjectionReader;
import io.eventwright.runtime.projection.ProjectionRow;
import io.eventwright.runtime.store.Keys;
import io.eventwright.runtime.store.Page;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Amount;
import io.eventwright.runtime.testing.TestCloud;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProjectionTest {
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private RequestStreamHandler projection() {
    return ProjectionFunction.of(
        ProjectionDefinition.of(Sample.HISTORY)
            .from(Sample.CREDITED, event -> event.data().player(), event -> event.data())
            .build(),
        cloud.runtime());
  }

  private ProjectionReader<Amount> rows() {
    return cloud.runtime().projection(Sample.HISTORY);
  }

  private static String credited(String subject, @Nullable Long version, long amount) {
    return bridged(
        EnvelopeWriter.write(
            new Envelope(
                subject + "-" + version,
                "arcade",
                "wallet-credited.v1",
                subject,
                Instant.parse("2026-11-23T10:00:00Z"),
                "urn:eventwright:arcade:wallet-credited:1.0",
                version == null ? null : Keys.padded(version),
                null,
                null,
                null,
                null),
            data("p-1", amount)));
  }

  @Test
  @DisplayName("events doubled and in any order give the rows of the newest")
  void anyOrder() throws Exception {
    List<String> events = new ArrayList<>();
    for (int subject = 0; subject < 3; subject++) {
      for (long version = 1; version <= 12; version++) {
        events.add(credited("wallet/" + subject, version, subject * 100 + version));
      }
    }
    events.addAll(events);
    Collections.shuffle(events, new Random(11));

    assertEquals(List.of(), failures(projection(), batch(events.toArray(new String[0]))));

    List<ProjectionRow<Amount>> all = new ArrayList<>();
    String next = null;
    do {
      Page<ProjectionRow<Amount>> page = rows().rows("p-1", next, 2);
      all.addAll(page.items());
      next = page.next();
    } while (next != null);
    assertEquals(List.of(12L, 112L, 212L), all.stream().map(row -> row.row().amount()).toList());
    assertEquals(Keys.padded(12), all.get(0).version());
    assertEquals(
        new Amount("p-1", 112), rows().row("p-1", "arcade", "wallet/1").orElseThrow().row());
    assertTrue(rows().row("p-1", "arcade", "wallet/9").isEmpty());
    assertTrue(cloud.lines().contains("\"outcome\":\"stale\""));
  }

  @Test
  @DisplayName("an event without sequence, or of another type, is quarantined")
  void unfit() throws Exception {
    String other = credited("wallet/1", 1L, 1).replace("wallet-credited.v1", "wallet-closed.v1");
    assertEquals(List.of(), failures(projection(), batch(credited("wallet/1", null, 1), other)));
    assertTrue(cloud.quarantined().get(0).contains("\"reason\":\"no-key\""));
    assertTrue(cloud.quarantined().get(1).contains("\"reason\":\"unknown-type\""));
  }
}
