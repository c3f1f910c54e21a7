package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.anchor.Anchors;
import io.eventwright.runtime.anchor.LogHeads;
import io.eventwright.runtime.observe.BatchMetrics;
import io.eventwright.runtime.observe.Journal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The handler that keeps the heads of all entities' logs in the locked bucket, once a day. */
public final class AnchorFunction implements RequestStreamHandler {
  private static final String CONSUMER = "anchor";

  private final SystemRuntime runtime;
  private final Journal journal;

  private AnchorFunction(SystemRuntime runtime) {
    this.runtime = runtime;
    this.journal = runtime.journal(CONSUMER);
  }

  /** Makes the handler, once; it is safe under many threads. */
  public static RequestStreamHandler of(SystemRuntime runtime) {
    return Invocation.of(new AnchorFunction(runtime), runtime);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    long kept =
        new Anchors(runtime.clients().s3(), runtime.settings().anchorBucket())
            .keep(
                new LogHeads(runtime.clients().dynamoDb(), runtime.settings().logTable()),
                runtime.clock().instant());
    BatchMetrics metrics = new BatchMetrics();
    metrics.add("HeadsKept", (int) Math.min(kept, Integer.MAX_VALUE));
    metrics.flush(journal, runtime.clock().millis());
    output.write(("{\"heads\":" + kept + "}").getBytes(StandardCharsets.UTF_8));
  }
}
