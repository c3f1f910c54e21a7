package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.Context;
import io.eventwright.runtime.time.Deadline;

/** The invocation's time, less what the way home takes. */
final class LambdaTime {
  private static final long WAY_HOME_MILLIS = 300;

  private LambdaTime() {}

  static Deadline of(Context context) {
    Deadline all = context::getRemainingTimeInMillis;
    return all.keeping(WAY_HOME_MILLIS);
  }
}
