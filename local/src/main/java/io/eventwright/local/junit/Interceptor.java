package io.eventwright.local.junit;

import java.util.function.Supplier;

/** Stands in front of every call to a service, of functions, state machines and tests alike. */
@FunctionalInterface
public interface Interceptor {

  /**
   * Decides what the caller gets. To let a call through, return {@code proceed.get()}; to have its
   * effect and lose its answer, call that and return {@link Reply#cut()}.
   */
  Reply intercept(Call call, Supplier<Reply> proceed);

  /**
   * A call.
   *
   * @param service such as {@code dynamodb}
   * @param operation such as {@code PutItem}; empty for Lambda
   * @param path the request's path, which tells Lambda's function
   * @param caller the access key id: each function has its own
   * @param body the request's body
   */
  record Call(String service, String operation, String path, String caller, String body) {}

  /**
   * What the caller gets.
   *
   * @param kind what happens
   * @param status the HTTP status
   * @param code the error's code; empty for none
   * @param body the body, or the error's message
   */
  record Reply(Kind kind, int status, String code, String body) {

    /** What can happen to a call. */
    public enum Kind {
      /** The service's own answer. */
      ANSWERED,
      /** A success of ours. */
      GIVEN,
      /** An error of ours. */
      FAULT,
      /** The connection ends without an answer. */
      CUT
    }

    /** An error in the service's words, such as 400 and {@code ThrottlingException}. */
    public static Reply fault(int status, String code, String message) {
      return new Reply(Kind.FAULT, status, code, message);
    }

    /** A success with that JSON, which the service knows nothing of. */
    public static Reply given(String body) {
      return new Reply(Kind.GIVEN, 200, "", body);
    }

    /** No answer. */
    public static Reply cut() {
      return new Reply(Kind.CUT, 0, "", "");
    }
  }

  /** An interceptor in place; closing takes it out. */
  interface Placed extends AutoCloseable {
    @Override
    void close();
  }
}
