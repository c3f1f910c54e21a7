package io.eventwright.local.function;

import java.time.Duration;

/** Runs functions: finds or makes an environment and has it do one invocation. */
public interface FunctionHost extends AutoCloseable {

  /**
   * Lambda gives the start ten seconds of its own. A machine that runs the whole system, and
   * perhaps a build beside it, is given more: its start says nothing of Lambda's.
   */
  Duration LONGEST_START = Duration.ofMinutes(1);

  /**
   * Runs one invocation to its end.
   *
   * @throws Throttled if as many environments are at work as the function may have
   */
  InvocationResult invoke(FunctionDefinition function, byte[] payload, String requestId)
      throws InterruptedException;

  /**
   * Kills every environment of a function, in the middle of whatever it does.
   *
   * @return how many there were
   * @throws UnsupportedOperationException if environments are no processes
   */
  int kill(FunctionDefinition function);

  /**
   * Ends every environment that is at rest, as Lambda does in its own time: what functions keep in
   * fields is gone, the next invocation starts anew.
   */
  void retire();

  @Override
  void close();

  /** No environment was free, and no more may be made. */
  final class Throttled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Throttled(FunctionDefinition function) {
      super("Rate Exceeded: " + function.name() + " has " + function.concurrency() + " at work");
    }
  }
}
