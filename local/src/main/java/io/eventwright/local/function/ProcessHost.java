package io.eventwright.local.function;

import io.eventwright.local.engine.ClassPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs each function environment as a process of its own behind the Runtime API: with an
 * environment of its own, a heap of its own, ended when its time is over, and killable.
 */
public final class ProcessHost implements FunctionHost {

  private final ClassPaths classPaths;
  private final URI endpoint;
  private final String region;
  private final LogSink log;
  private final Map<String, EnvironmentPool<FunctionProcess>> pools = new ConcurrentHashMap<>();
  private final Map<FunctionProcess, String> alive = new ConcurrentHashMap<>();

  /** Functions of that class path, told that endpoint. */
  public ProcessHost(ClassPaths classPaths, URI endpoint, String region, LogSink log) {
    this.classPaths = classPaths;
    this.endpoint = endpoint;
    this.region = region;
    this.log = log;
  }

  @Override
  public InvocationResult invoke(FunctionDefinition function, byte[] payload, String requestId)
      throws InterruptedException {
    EnvironmentPool<FunctionProcess> pool =
        pools.computeIfAbsent(function.name(), name -> new EnvironmentPool<>(function));
    FunctionProcess environment = warm(pool);
    boolean reusable = false;
    try {
      if (environment == null) {
        environment =
            FunctionProcess.start(
                function, classPaths, function.environment(endpoint.toString(), region), log);
        alive.put(environment, function.name());
      }
      InvocationResult result = environment.invoke(payload, requestId);
      reusable = environment.isAlive();
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + function.name(), e);
    } finally {
      if (reusable && environment != null) {
        pool.giveBack(environment);
      } else {
        bury(pool, environment);
      }
    }
  }

  /** One that lives; those that died while idle are put aside. */
  private @Nullable FunctionProcess warm(EnvironmentPool<FunctionProcess> pool) {
    FunctionProcess environment = pool.take();
    while (environment != null && !environment.isAlive()) {
      bury(pool, environment);
      environment = pool.take();
    }
    return environment;
  }

  private void bury(EnvironmentPool<FunctionProcess> pool, @Nullable FunctionProcess environment) {
    pool.gone();
    if (environment != null) {
      alive.remove(environment);
      environment.close();
    }
  }

  @Override
  public int kill(FunctionDefinition function) {
    int killed = 0;
    for (Map.Entry<FunctionProcess, String> entry : alive.entrySet()) {
      if (entry.getValue().equals(function.name())) {
        entry.getKey().kill();
        killed++;
      }
    }
    return killed;
  }

  @Override
  public void retire() {
    for (EnvironmentPool<FunctionProcess> pool : pools.values()) {
      for (FunctionProcess environment : pool.drain()) {
        alive.remove(environment);
        environment.close();
      }
    }
  }

  @Override
  public void close() {
    Set.copyOf(alive.keySet()).forEach(FunctionProcess::close);
    alive.clear();
  }
}
