package io.eventwright.runtime.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Sends the exporter's messages, on the caller's thread. A place that does not answer is left alone
 * for a while: functions must not wait for their traces again and again. What is lost is said once,
 * in a line of ours, and not by the exporter with every call. Safe under many threads.
 */
final class OtlpSender implements HttpSender {
  private static final String PROTOBUF = "application/x-protobuf";
  private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

  private final Post post;
  private final Clock clock;
  private final Consumer<String> warn;
  private final AtomicLong silentUntil = new AtomicLong();

  /**
   * A sender.
   *
   * @param warn told in one sentence that spans are lost, and why
   */
  OtlpSender(Post post, Clock clock, Consumer<String> warn) {
    this.post = post;
    this.clock = clock;
    this.warn = warn;
  }

  @Override
  public void send(
      MessageWriter writer, Consumer<HttpResponse> answered, Consumer<Throwable> failed) {
    if (clock.millis() >= silentUntil.get()) {
      send(writer);
    }
    answered.accept(new Answer(200));
  }

  private void send(MessageWriter writer) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(writer.getContentLength());
    try {
      writer.writeMessage(body);
      int status = post.send(PROTOBUF, body.toByteArray());
      if (status / 100 != 2) {
        leaveAlone("spans were refused with status " + status);
      }
    } catch (IOException | RuntimeException e) {
      leaveAlone("spans could not be sent: " + e.getClass().getName());
    }
  }

  private void leaveAlone(String why) {
    silentUntil.set(clock.millis() + LEFT_ALONE.toMillis());
    warn.accept(why);
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }

  private record Answer(int status) implements HttpResponse {
    @Override
    public int getStatusCode() {
      return status;
    }

    @Override
    public String getStatusMessage() {
      return "";
    }

    @Override
    public byte[] getResponseBody() {
      return new byte[0];
    }
  }
}
