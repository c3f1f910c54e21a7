package io.eventwright.runtime.outage;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.ResourceInUseException;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingResponse;

/** An event source mapping as Lambda switches it: a minute each way, polling on until it is off. */
final class ModelMapping implements LambdaClient {
  private static final long MINUTE = 60_000;

  private final VirtualTime time;
  private final Runnable resumed;
  private boolean polling = true;
  private @Nullable Boolean next;
  int pauses;

  ModelMapping(VirtualTime time, Runnable resumed) {
    this.time = time;
    this.resumed = resumed;
  }

  boolean polling() {
    return polling;
  }

  @Override
  public GetEventSourceMappingResponse getEventSourceMapping(GetEventSourceMappingRequest request) {
    String state =
        next == null ? polling ? "Enabled" : "Disabled" : next ? "Enabling" : "Disabling";
    return GetEventSourceMappingResponse.builder()
        .uuid(request.uuid())
        .eventSourceArn("arn:aws:sqs:eu-central-1:000000000000:settle")
        .state(state)
        .build();
  }

  @Override
  public UpdateEventSourceMappingResponse updateEventSourceMapping(
      UpdateEventSourceMappingRequest request) {
    if (next != null) {
      throw ResourceInUseException.builder().build();
    }
    boolean on = request.enabled();
    next = on;
    pauses += on ? 0 : 1;
    time.in(
        MINUTE,
        () -> {
          polling = on;
          next = null;
          if (on) {
            resumed.run();
          }
        });
    return UpdateEventSourceMappingResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
