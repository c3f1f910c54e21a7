package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.TestCloud;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WarmReuseTest {
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private String linesOf(RequestStreamHandler worker, String body) throws Exception {
    int before = cloud.lines().length();
    assertEquals(List.of(), failures(worker, batch(body)));
    return cloud.lines().substring(before);
  }

  @Test
  @DisplayName("row 44: an instance that is used again says and counts nothing of the time before")
  void nothingLeaks() throws Exception {
    RequestStreamHandler worker = QueueFunction.of(Sample.creditWallet(), cloud.runtime());
    String first = linesOf(worker, deposit("e-1", "p-1", 5));
    assertTrue(first.contains("journey-1") && first.contains("traceparent"), first);

    String rejected = linesOf(worker, "{");
    assertFalse(rejected.contains("journey-1"), rejected);
    assertFalse(rejected.contains("traceparent"), rejected);
    assertFalse(rejected.contains("e-1"), rejected);
    assertTrue(rejected.contains("\"Received\":1"), rejected);
    assertFalse(rejected.contains("\"Applied\""), rejected);

    String third = linesOf(worker, deposit("e-2", "p-2", 7));
    assertTrue(third.contains("\"Applied\":1") && third.contains("\"Received\":1"), third);
    assertFalse(third.contains("Quarantined"), third);
    assertTrue(third.contains("\"Name\":\"Latency\",\"Unit\":\"Milliseconds\""), third);
    assertTrue(third.matches("(?s).*\"Latency\":\\[\\d+].*"), third);
  }
}
