package io.eventwright.local.states.run;

/**
 * Decides whether news from the flows within a visit still matters: not when they belong to an
 * earlier attempt, and not after the first of them failed, until a redrive.
 */
final class Inner {
  private final Visit visit;
  private int generation;
  private boolean stopped;

  Inner(Visit visit) {
    this.visit = visit;
  }

  /** A new attempt with new flows. */
  int begin() {
    stopped = false;
    return ++generation;
  }

  void stop() {
    stopped = true;
  }

  void goOn() {
    stopped = false;
  }

  void run(int of, Runnable news) {
    if (of != generation || stopped || visit.flow().status() != Flow.Status.RUNNING) {
      return;
    }
    visit.guard(news).run();
  }
}
