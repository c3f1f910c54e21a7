package io.eventwright.local.orchestration;

import io.eventwright.local.delivery.Destination;
import io.eventwright.local.delivery.Message;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.gateway.AwsService;
import io.eventwright.local.states.StepFunctions;
import io.eventwright.local.states.StepFunctionsEndpoint;
import io.eventwright.local.states.StepFunctionsException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Step Functions behind the endpoint and as a target. */
public final class StatesService implements AwsService, Destination {

  private final StepFunctions functions;
  private final StepFunctionsEndpoint endpoint;

  /** In front of that interpreter. */
  public StatesService(StepFunctions functions) {
    this.functions = functions;
    this.endpoint = new StepFunctionsEndpoint(functions);
  }

  @Override
  public AwsResponse handle(AwsRequest request) {
    StepFunctionsEndpoint.Answer answer =
        endpoint.handle(request.operation(), new String(request.body(), StandardCharsets.UTF_8));
    return new AwsResponse(
        answer.status(),
        Map.of("Content-Type", "application/x-amz-json-1.0"),
        answer.text().getBytes(StandardCharsets.UTF_8));
  }

  /** A rule cannot name the execution that it starts. */
  @Override
  public void send(String arn, Message message) {
    try {
      functions.startExecution(arn, null, message.body());
    } catch (StepFunctionsException e) {
      throw new Refused("NO_RESOURCE", e.getMessage());
    }
  }

  /** Whether an execution is at work. */
  public boolean busy() {
    return functions.busy();
  }
}
