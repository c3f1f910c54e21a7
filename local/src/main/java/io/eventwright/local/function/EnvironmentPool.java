package io.eventwright.local.function;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The warm environments of one function: each does one invocation at a time, the one used last is
 * used first, as Lambda does.
 *
 * @param <E> what an environment is
 */
final class EnvironmentPool<E> {

  private final FunctionDefinition function;
  private final Deque<E> idle = new ArrayDeque<>();
  private int alive;

  EnvironmentPool(FunctionDefinition function) {
    this.function = function;
  }

  /** A warm environment; null if the caller shall make one, which counts from now on. */
  synchronized @Nullable E take() {
    E warm = idle.pollFirst();
    if (warm != null) {
      return warm;
    }
    if (alive >= function.concurrency()) {
      throw new FunctionHost.Throttled(function);
    }
    alive++;
    return null;
  }

  /** It may work again. */
  synchronized void giveBack(E environment) {
    idle.addFirst(environment);
  }

  /** It will never work again, or could not be made. */
  synchronized void gone() {
    alive--;
  }

  /** Takes out all that are idle. */
  synchronized List<E> drain() {
    List<E> all = new ArrayList<>(idle);
    idle.clear();
    alive -= all.size();
    return all;
  }
}
