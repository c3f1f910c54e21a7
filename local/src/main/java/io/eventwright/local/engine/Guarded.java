package io.eventwright.local.engine;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs the main class of an engine in a process of its own that ends with its parent, even when the
 * parent is killed: the parent holds the other end of standard input open and writes nothing to it.
 * Knows nothing but the JDK, since it runs on the engine's class path.
 */
public final class Guarded {

  private Guarded() {}

  /** First argument the main class, then its arguments. */
  public static void main(String[] arguments) throws Throwable {
    Thread watch = new Thread(Guarded::haltAtEnd, "parent-watch");
    watch.setDaemon(true);
    watch.start();
    Class<?> main = Class.forName(arguments[0]);
    String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    try {
      main.getMethod("main", String[].class).invoke(null, (Object) rest);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static void haltAtEnd() {
    try {
      while (System.in.read() >= 0) {
        // Whatever arrives only shows that the parent lives.
      }
    } catch (java.io.IOException e) {
      // A broken pipe is an end as well.
    }
    Runtime.getRuntime().halt(143);
  }
}
