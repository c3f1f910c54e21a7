package io.eventwright.local.function;

import io.eventwright.local.engine.ClassPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLClassLoader;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Runs functions in this JVM, each environment in a class loader of its own, so that a debugger
 * sees them all. What a JVM cannot do it cannot do either: a function over its time is left behind,
 * not stopped, and only the runtime library's view of the environment is the function's own.
 */
public final class ClassLoaderHost implements FunctionHost {

  private static final boolean DEBUGGED =
      ManagementFactory.getRuntimeMXBean().getInputArguments().toString().contains("jdwp");

  /** What is at work when all ends may finish; then it is interrupted. */
  private static final Duration TO_END = Duration.ofSeconds(2);

  private static final Duration TO_END_INTERRUPTED = Duration.ofSeconds(1);

  private final ClassPaths classPaths;
  private final URI endpoint;
  private final String region;
  private final LogSink log;
  private final OutputRouter router;
  private final URLClassLoader libraries;
  private final Map<String, EnvironmentPool<LoadedFunction>> pools = new ConcurrentHashMap<>();
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Functions of that class path, told that endpoint. */
  public ClassLoaderHost(ClassPaths classPaths, URI endpoint, String region, LogSink log) {
    this.classPaths = classPaths;
    this.endpoint = endpoint;
    this.region = region;
    this.log = log;
    this.router = new OutputRouter(log);
    this.libraries =
        new URLClassLoader(
            "functions' libraries",
            ClassPaths.urls(classPaths.libraries()),
            ClassLoader.getPlatformClassLoader());
  }

  @Override
  public InvocationResult invoke(FunctionDefinition function, byte[] payload, String requestId)
      throws InterruptedException {
    EnvironmentPool<LoadedFunction> pool =
        pools.computeIfAbsent(function.name(), name -> new EnvironmentPool<>(function));
    LoadedFunction warm = pool.take();
    CompletableFuture<InvocationResult> result = new CompletableFuture<>();
    AtomicBoolean decided = new AtomicBoolean();
    Thread thread =
        new Thread(
            () -> {
              try {
                Finished finished = run(function, warm, payload, requestId);
                if (decided.compareAndSet(false, true)) {
                  settle(pool, finished.environment());
                  result.complete(finished.result());
                }
              } finally {
                running.remove(Thread.currentThread());
              }
            },
            function.logicalId());
    thread.setDaemon(true);
    running.add(thread);
    if (closed) {
      running.remove(thread);
      return InvocationResult.ended(null, "the local cloud is closing");
    }
    thread.start();
    Duration patience = DEBUGGED ? Duration.ofDays(1) : function.timeout();
    if (warm == null) {
      patience = patience.plus(LONGEST_START);
    }
    try {
      return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      if (!decided.compareAndSet(false, true)) {
        return result.join();
      }
      thread.interrupt();
      pool.gone();
      String message =
          "%s Task timed out after %d.00 seconds"
              .formatted(requestId, function.timeout().toSeconds());
      log.line(function.logicalId(), message);
      return InvocationResult.ended("Sandbox.Timedout", message);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static void settle(
      EnvironmentPool<LoadedFunction> pool, @Nullable LoadedFunction reusable) {
    if (reusable == null) {
      pool.gone();
    } else {
      pool.giveBack(reusable);
    }
  }

  /** How a thread's work ended, and the environment if it may work again. */
  private record Finished(InvocationResult result, @Nullable LoadedFunction environment) {}

  private Finished run(
      FunctionDefinition function,
      @Nullable LoadedFunction warm,
      byte[] payload,
      String requestId) {
    router.enter(function.logicalId());
    LoadedFunction environment = warm;
    try {
      if (environment == null) {
        environment =
            LoadedFunction.load(
                function, function.environment(endpoint.toString(), region), loader());
      }
      Instant deadline = Instant.now().plus(DEBUGGED ? Duration.ofDays(1) : function.timeout());
      byte[] response = environment.handle(function, payload, requestId, deadline, log);
      return new Finished(InvocationResult.returned(response), environment);
    } catch (VirtualMachineError fatal) {
      // Lambda ends an environment that ran out of memory or stack outside the handler's own care.
      return new Finished(InvocationResult.threw(fatal), null);
    } catch (Throwable thrown) {
      thrown.printStackTrace();
      return new Finished(InvocationResult.threw(thrown), environment);
    } finally {
      router.enter(null);
    }
  }

  private ApplicationLoader loader() {
    return new ApplicationLoader(ClassPaths.urls(classPaths.application()), libraries);
  }

  @Override
  public int kill(FunctionDefinition function) {
    throw new UnsupportedOperationException(
        "a function in a class loader cannot be killed: run it with processes = true");
  }

  @Override
  public void retire() {
    try {
      for (EnvironmentPool<LoadedFunction> pool : pools.values()) {
        for (LoadedFunction environment : pool.drain()) {
          environment.close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean awaitRest(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    try {
      for (Thread thread : running) {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis > 0) {
          thread.join(millis);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return running.stream().noneMatch(Thread::isAlive);
  }

  private boolean interruptAll() {
    running.forEach(Thread::interrupt);
    return true;
  }

  @Override
  public void close() {
    closed = true;
    boolean atRest = awaitRest(TO_END) || interruptAll() && awaitRest(TO_END_INTERRUPTED);
    router.close();
    retire();
    if (!atRest) {
      return; // classes that somebody still needs stay where they are until the JVM ends
    }
    try {
      libraries.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
