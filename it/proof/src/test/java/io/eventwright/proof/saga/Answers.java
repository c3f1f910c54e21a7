package io.eventwright.proof.saga;

import io.eventwright.local.states.StepFunctions;
import io.eventwright.local.states.StepFunctionsException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessResponse;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/**
 * What the SDK tells a task that waits, told to the interpreter on the same thread; its refusals as
 * the SDK throws them.
 *
 * @param functions that run the executions
 */
record Answers(StepFunctions functions) implements SfnClient {

  @Override
  public SendTaskSuccessResponse sendTaskSuccess(SendTaskSuccessRequest request) {
    told(() -> functions.sendTaskSuccess(request.taskToken(), request.output()));
    return SendTaskSuccessResponse.builder().build();
  }

  @Override
  public SendTaskFailureResponse sendTaskFailure(SendTaskFailureRequest request) {
    told(() -> functions.sendTaskFailure(request.taskToken(), request.error(), request.cause()));
    return SendTaskFailureResponse.builder().build();
  }

  @Override
  public SendTaskHeartbeatResponse sendTaskHeartbeat(SendTaskHeartbeatRequest request) {
    told(() -> functions.sendTaskHeartbeat(request.taskToken()));
    return SendTaskHeartbeatResponse.builder().build();
  }

  private static void told(Runnable what) {
    try {
      what.run();
    } catch (StepFunctionsException e) {
      if (e.type().equals("TaskTimedOut")) {
        throw TaskTimedOutException.builder().message(e.getMessage()).build();
      }
      if (e.type().equals("InvalidToken")) {
        throw InvalidTokenException.builder().message(e.getMessage()).build();
      }
      throw e;
    }
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
