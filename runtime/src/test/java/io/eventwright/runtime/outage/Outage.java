package io.eventwright.runtime.outage;

import io.eventwright.runtime.breaker.Breaker;
import io.eventwright.runtime.breaker.BreakerWatch;
import io.eventwright.runtime.breaker.Breakers;
import io.eventwright.runtime.breaker.Phase;
import io.eventwright.runtime.call.AttemptLease;
import io.eventwright.runtime.call.AttemptsExhausted;
import io.eventwright.runtime.call.CallRules;
import io.eventwright.runtime.call.LeaseTable;
import io.eventwright.runtime.function.HandBackDelay;
import io.eventwright.runtime.function.Hold;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.manage.BreakerManager;
import io.eventwright.runtime.manage.EventSource;
import io.eventwright.runtime.manage.EventSources;
import io.eventwright.runtime.manage.ManagedWorker;
import io.eventwright.runtime.manage.PauseRules;
import io.eventwright.runtime.manage.Pauses;
import io.eventwright.runtime.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * One worker behind a queue, its dependency away for an hour. The breaker, its store, the leases
 * that count attempts, how long messages are hidden, how long invocations are held, and the manager
 * are the product's; the queue, the mapping, the pollers and the time are models.
 */
final class Outage {
  static final long BEGINS = 60_000;
  static final long ENDS = BEGINS + 3_600_000;

  private static final int POLLERS = 50;
  private static final int BATCH = 10;
  private static final long TIMEOUT = 10_000;

  /** What the handler keeps back. */
  private static final long WAY_HOME = 300;

  private static final long IDLE_POLL = 5_000;
  private static final long REFUSED_MILLIS = 5;
  private static final long CALL_MILLIS = 100;
  private static final int TRIES = 2;
  private static final Duration PATIENT = Duration.ofMinutes(1);
  private static final Duration KEPT = Duration.ofDays(30);

  /**
   * What is tried.
   *
   * @param messages behind the dependency
   * @param poison how many of them never succeed
   * @param overMillis how long they take to arrive; 0 for all at once
   * @param hangs whether calls hang for two seconds in the outage, or fail at once
   * @param maxReceiveCount of the queue
   * @param managed whether there is a manager, and invocations are held
   */
  record Plan(
      int messages,
      int poison,
      long overMillis,
      boolean hangs,
      int maxReceiveCount,
      boolean managed) {}

  /**
   * What came of it.
   *
   * @param handled messages
   * @param givenUp messages that we have dead-lettered
   * @param deadLettered messages that the queue has
   * @param mostInFlight at once
   * @param mostReceives of one message
   * @param pauses of the source
   * @param probes that failed
   * @param drained milliseconds from the end of the outage until all were handled that can be
   * @param ended the same until the last was given up
   */
  record Result(
      int handled,
      int givenUp,
      int deadLettered,
      int mostInFlight,
      int mostReceives,
      int pauses,
      int probes,
      long drained,
      long ended) {}

  private final Plan plan;
  private final DependencySettings gateway =
      DependencySettings.of("gateway", Duration.ofSeconds(2));
  private final LeaseTable leases;
  private final Random random = new Random(7);
  private final VirtualTime time = new VirtualTime();
  private final MemoryTable table = new MemoryTable();
  private final ModelQueue queue;
  private final ModelMapping mapping;
  private final BreakerManager manager;
  private final HandBackDelay delay;
  private final List<Poller> pollers = new ArrayList<>();
  private int handled;
  private int givenUp;
  private int failedProbes;
  private long lastHandled;

  Outage(Plan plan) {
    this.plan = plan;
    leases = new LeaseTable(table, "control", PATIENT);
    delay = new HandBackDelay(gateway.breaker().open());
    queue = new ModelQueue(time, plan.messages(), plan.maxReceiveCount());
    mapping = new ModelMapping(time, () -> pollers.forEach(each -> time.in(0, each::poll)));
    for (int i = 0; i < POLLERS; i++) {
      pollers.add(new Poller(breakers().of(gateway)));
    }
    manager =
        new BreakerManager(
            List.of(new ManagedWorker("settle", List.of("gateway"))),
            List.of(new EventSource("settle", "mapping-1")),
            breakers()::view,
            new EventSources(() -> mapping, () -> new ModelSqs(queue)),
            new Pauses(() -> table, () -> "control", time),
            PauseRules.DEFAULT,
            time);
  }

  /** Those of one instance. */
  private Breakers breakers() {
    return new Breakers(
        () -> table,
        () -> "control",
        () -> PATIENT,
        UnaryOperator.identity(),
        time,
        new BreakerWatch() {
          @Override
          public void storeDown(String dependency, RuntimeException failure) {
            throw failure;
          }

          @Override
          public void moved(String dependency, Phase from, Phase to) {
            // The table's stream rings a second later.
            time.in(1_000, Outage.this::manage);
          }
        });
  }

  Result run() {
    time.at(BEGINS, () -> arrive(0));
    pollers.forEach(each -> time.in(0, each::poll));
    time.at(0, this::tick);
    while (handled + givenUp + queue.deadLettered < plan.messages()) {
      if (!time.step()) {
        throw new IllegalStateException("nothing happens any more");
      }
    }
    return new Result(
        handled,
        givenUp,
        queue.deadLettered,
        queue.mostInFlight,
        queue.mostReceives(),
        mapping.pauses,
        failedProbes,
        lastHandled - ENDS,
        time.now() - ENDS);
  }

  /** Those that are due, and then the rest. */
  private void arrive(int first) {
    int message = first;
    while (message < plan.messages() && due(message) <= time.now()) {
      queue.send(message++);
    }
    if (message < plan.messages()) {
      int next = message;
      time.at(due(next), () -> arrive(next));
    }
  }

  private long due(int message) {
    return BEGINS + plan.overMillis() * message / plan.messages();
  }

  private void tick() {
    manage();
    time.in(60_000, this::tick);
  }

  private void manage() {
    if (plan.managed()) {
      manager
          .look()
          .failures()
          .forEach(
              failure -> {
                throw failure;
              });
    }
  }

  private boolean down() {
    return time.now() >= BEGINS && time.now() < ENDS;
  }

  private boolean poison(int message) {
    return plan.poison() > 0 && message % (plan.messages() / plan.poison()) == 0;
  }

  /** One poller with its instance: takes ten messages, one after the other, and again. */
  private final class Poller {
    private final Breaker breaker;
    private final List<Integer> batch = new ArrayList<>();
    private int next;
    private int done;
    private int refused;
    private long began;

    Poller(Breaker breaker) {
      this.breaker = breaker;
    }

    void poll() {
      if (!mapping.polling()) {
        return;
      }
      batch.clear();
      next = 0;
      done = 0;
      refused = 0;
      began = time.now();
      for (int message = 0; batch.size() < BATCH && message >= 0; ) {
        message = queue.receive();
        if (message >= 0) {
          batch.add(message);
        }
      }
      time.in(batch.isEmpty() ? IDLE_POLL : 0, batch.isEmpty() ? this::poll : this::handle);
    }

    private void handle() {
      if (next == batch.size()) {
        end();
        return;
      }
      long average = next == 0 ? 0 : (time.now() - began) / next;
      int message = batch.get(next++);
      if (!left().allows(Math.max(1, average))) {
        // No time left: handed back untouched, for as long as the queue says.
        queue.hide(message, (int) (6 * TIMEOUT / 1000));
        time.in(0, this::handle);
        return;
      }
      attempt(
          message,
          new AttemptLease(leases, "settle#" + message, time, KEPT, AttemptLease.ATTEMPTS),
          1);
    }

    private Deadline left() {
      return () -> TIMEOUT - WAY_HOME - (time.now() - began);
    }

    private void attempt(int message, AttemptLease lease, int tries) {
      Optional<Breaker.Admission> admission =
          CallRules.fits(gateway, left()) ? breaker.admit() : Optional.empty();
      if (admission.isEmpty()) {
        boolean never = tries == 1;
        if (!never && !breaker.closed()) {
          lease.uncount();
        }
        refused += never ? 1 : 0;
        queue.hide(
            message,
            never
                ? delay.refused(queue.receives(message), random)
                : delay.failed((int) lease.attempt(), random));
        finish(lease);
        return;
      }
      try {
        lease.begin(left().remainingMillis(), CallRules.sparesMessage(breaker, admission.get()));
      } catch (AttemptsExhausted e) {
        breaker.abandon(admission.get());
        lease.forget();
        givenUp++;
        done++;
        finish(lease);
        return;
      }
      boolean success = !down() && !poison(message);
      long takes = down() ? plan.hangs() ? 2_000 : 20 : CALL_MILLIS;
      time.in(takes, () -> answered(message, lease, tries, admission.get(), success));
    }

    private void answered(
        int message, AttemptLease lease, int tries, Breaker.Admission admission, boolean success) {
      breaker.record(admission, success);
      if (success) {
        handled++;
        lastHandled = time.now();
        done++;
        finish(lease);
        // Nobody asks for it again, and half a million would fill the memory.
        table.forget("lease#settle#" + message);
      } else if (admission.probe() != null) {
        failedProbes++;
        if (CallRules.sparesMessage(breaker, admission)) {
          lease.uncount();
        }
        queue.hide(message, delay.failed((int) lease.attempt(), random));
        finish(lease);
      } else if (tries < TRIES) {
        time.in(random.nextInt(200), () -> attempt(message, lease, tries + 1));
      } else {
        queue.hide(message, delay.failed((int) lease.attempt(), random));
        finish(lease);
      }
    }

    private void finish(AttemptLease lease) {
      lease.release();
      time.in(REFUSED_MILLIS, this::handle);
    }

    /** Lambda deletes what succeeded once the function has answered. */
    private void end() {
      long left = TIMEOUT - (time.now() - began);
      time.in(
          plan.managed() ? Hold.millis(refused, left) : 0,
          () -> {
            for (int i = 0; i < done; i++) {
              queue.delete();
            }
            poll();
          });
    }
  }

  /** The one attribute that the manager asks for. */
  private record ModelSqs(ModelQueue queue) implements SqsClient {
    @Override
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
      return GetQueueAttributesResponse.builder()
          .attributes(
              Map.of(
                  QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                  String.valueOf(queue.inFlight())))
          .build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
