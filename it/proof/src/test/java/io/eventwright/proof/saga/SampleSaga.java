package io.eventwright.proof.saga;

import java.util.List;
import java.util.function.Function;

/**
 * A saga of the sample, and what must hold of it.
 *
 * @param name as in {@code system.yaml}
 * @param script what is run
 * @param event that starts it
 * @param places where something can go wrong, in the order of the saga
 * @param everyPair of pairs of mishaps every so-manieth is tried: there are very many
 * @param law what holds when all is over
 */
record SampleSaga(
    String name,
    Script script,
    String event,
    List<String> places,
    int everyPair,
    Function<Stage, End> law) {

  @Override
  public String toString() {
    return name;
  }
}
