package io.eventwright.proof.saga;

import java.util.List;

/**
 * Something goes wrong in one place.
 *
 * @param place the step and its direction, such as {@code charge-wallet/do}; an end, such as {@code
 *     end/done}; or a state that calls a service, such as {@code Claim event}
 * @param mishap what goes wrong
 * @param forGood at every attempt, until a person has looked; else at the first only
 */
record Fault(String place, Mishap mishap, boolean forGood) {

  /** Everything that can go wrong in a place. */
  static List<Fault> in(String place) {
    return java.util.Arrays.stream(Mishap.values())
        .flatMap(
            mishap ->
                java.util.stream.Stream.of(
                    new Fault(place, mishap, false), new Fault(place, mishap, true)))
        .toList();
  }

  @Override
  public String toString() {
    return place + " " + mishap + (forGood ? " for good" : " once");
  }
}
