package io.eventwright.local.function;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Standard output of functions that share a JVM: what a function's thread prints, or a thread that
 * it started, goes to that function's log. Everybody else's goes where it went before.
 */
final class OutputRouter implements AutoCloseable {

  private final InheritableThreadLocal<@Nullable String> current = new InheritableThreadLocal<>();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final PrintStream routedOut;
  private final PrintStream routedErr;
  private final LogSink sink;

  OutputRouter(LogSink sink) {
    this.sink = sink;
    this.routedOut = new PrintStream(new Router(out), true, StandardCharsets.UTF_8);
    this.routedErr = new PrintStream(new Router(err), true, StandardCharsets.UTF_8);
    System.setOut(routedOut);
    System.setErr(routedErr);
  }

  /** From now on this thread prints for that function; null for nobody. */
  void enter(@Nullable String function) {
    if (function == null) {
      current.remove();
    } else {
      current.set(function);
    }
  }

  @Override
  public void close() {
    // Somebody may have put another stream over ours: then that one stays.
    if (System.out == routedOut) {
      System.setOut(out);
    }
    if (System.err == routedErr) {
      System.setErr(err);
    }
  }

  private final class Router extends OutputStream {

    private final PrintStream before;
    private final ThreadLocal<ByteArrayOutputStream> lines =
        ThreadLocal.withInitial(ByteArrayOutputStream::new);

    Router(PrintStream before) {
      this.before = before;
    }

    @Override
    public void write(int value) {
      String function = current.get();
      if (function == null) {
        before.write(value);
        return;
      }
      ByteArrayOutputStream line = lines.get();
      if (value == '\n') {
        sink.line(function, line.toString(StandardCharsets.UTF_8));
        line.reset();
      } else if (value != '\r') {
        line.write(value);
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      if (current.get() == null) {
        before.write(bytes, offset, length);
        return;
      }
      for (int i = offset; i < offset + length; i++) {
        write(bytes[i]);
      }
    }

    @Override
    public void flush() {
      before.flush();
    }
  }
}
