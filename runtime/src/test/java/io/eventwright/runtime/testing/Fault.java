package io.eventwright.runtime.testing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a call: the stand-in asks each fault, in order, about each call. */
@FunctionalInterface
public interface Fault {

  /**
   * One call of a service.
   *
   * @param operation such as {@code TransactWriteItems}
   * @param body the request's JSON
   * @param key who calls: the access key
   */
  record Call(String operation, String body, String key) {}

  /** An answer as a service gives it. */
  record Answer(int status, String body) {}

  /** What to do with a call. */
  sealed interface Action {
    /** Answer without asking the service. */
    record Respond(Answer answer) implements Action {}

    /** Ask the service, and cut the line before the answer. */
    record LoseAnswer() implements Action {}

    /** Cut the line before asking the service. */
    record LoseCall() implements Action {}

    /** Ask the service, then do something, and cut the line before the answer. */
    record AfterIt(Runnable what) implements Action {}

    /** Do something first, then go on. */
    record Before(Runnable what) implements Action {}
  }

  /** Null when this call is left alone. */
  @Nullable Action on(Call call);

  /** The next {@code times} calls of an operation. */
  static Fault times(int times, String operation, Action action) {
    return times(times, call -> call.operation().equals(operation), action);
  }

  /** The next {@code times} calls that match. */
  static Fault times(int times, Predicate<Call> matching, Action action) {
    AtomicInteger left = new AtomicInteger(times);
    return call -> matching.test(call) && left.getAndDecrement() > 0 ? action : null;
  }

  /** DynamoDB's answer when another transaction holds a row. */
  static Action transactionConflict() {
    return new Action.Respond(
        new Answer(
            400,
            """
            {"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",\
            "Message":"Transaction cancelled, please refer cancellation reasons for specific reasons [TransactionConflict, None]",\
            "CancellationReasons":[{"Code":"TransactionConflict","Message":"Transaction is ongoing for the item"},{"Code":"None"}]}"""));
  }

  /** DynamoDB's answer when it is asked too often. */
  static Action throttled() {
    return new Action.Respond(
        new Answer(
            400,
            """
            {"__type":"com.amazonaws.dynamodb.v20120810#ThrottlingException",\
            "message":"Rate of requests exceeds the allowed throughput"}"""));
  }

  /** A service's answer when it is ill. */
  static Action internalError() {
    return new Action.Respond(
        new Answer(
            500,
            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#InternalServerError\",\"message\":\"ill\"}"));
  }
}
