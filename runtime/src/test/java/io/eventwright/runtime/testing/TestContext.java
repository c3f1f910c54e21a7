package io.eventwright.runtime.testing;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An invocation's context, of which only time and trace are used.
 *
 * @param remaining milliseconds left
 * @param getXrayTraceId Lambda's own trace; null for none
 */
public record TestContext(IntSupplier remaining, @Nullable String getXrayTraceId)
    implements Context {

  /** Without a trace. */
  public TestContext(IntSupplier remaining) {
    this(remaining, null);
  }

  /** So many milliseconds from now. */
  public static TestContext of(int millis) {
    long end = System.nanoTime() + millis * 1_000_000L;
    return new TestContext(() -> (int) ((end - System.nanoTime()) / 1_000_000));
  }

  @Override
  public int getRemainingTimeInMillis() {
    return remaining.getAsInt();
  }

  @Override
  public String getAwsRequestId() {
    return "request";
  }

  @Override
  public String getLogGroupName() {
    return "group";
  }

  @Override
  public String getLogStreamName() {
    return "stream";
  }

  @Override
  public String getFunctionName() {
    return "function";
  }

  @Override
  public String getFunctionVersion() {
    return "1";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:eu-central-1:000000000000:function:function";
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 512;
  }

  @Override
  public @Nullable LambdaLogger getLogger() {
    return null;
  }
}
