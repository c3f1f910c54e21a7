package io.eventwright.runtime.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Kills processes at any of their calls: before the service hears of it, or when it is done. */
public final class Kills implements Fault {
  private final Map<String, RemoteWorker> victims = new ConcurrentHashMap<>();
  private final AtomicInteger left = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final int oneIn;

  /**
   * Kills that have no victim yet.
   *
   * @param oneIn one call in so many is a victim's last
   */
  public Kills(int oneIn) {
    this.oneIn = oneIn;
  }

  /** Allows so many kills more. */
  public void allow(int more) {
    left.set(more);
  }

  /** A process that may be killed. */
  public RemoteWorker victim(TestCloud cloud, String function) {
    RemoteWorker victim = new RemoteWorker(cloud, function, function + victims.size());
    victims.put(victim.key(), victim);
    return victim;
  }

  /** How many were killed. */
  public int done() {
    return done.get();
  }

  @Override
  public @Nullable Action on(Call call) {
    RemoteWorker victim = victims.get(call.key());
    int draw = victim == null ? 2 : ThreadLocalRandom.current().nextInt(oneIn);
    if (victim == null || draw > 1 || left.getAndDecrement() <= 0) {
      return null;
    }
    done.incrementAndGet();
    if (draw == 0) {
      victim.kill();
      return new Action.LoseCall();
    }
    return new Action.AfterIt(victim::kill);
  }
}
