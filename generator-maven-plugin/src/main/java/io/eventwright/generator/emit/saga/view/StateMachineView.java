package io.eventwright.generator.emit.saga.view;

import java.util.List;

/**
 * A saga as a state machine.
 *
 * @param comment what it does
 * @param language of its expressions, as {@code QueryLanguage} says it
 * @param timeoutSeconds of a whole execution
 * @param first name of the state that it begins with
 * @param states each once: the claim of the event, steps in order, compensations in reverse, ends
 */
public record StateMachineView(
    String comment, String language, long timeoutSeconds, String first, List<StateView> states) {

  /**
   * One state.
   *
   * @param name after the step, or what is done with it
   * @param json the state itself
   */
  public record StateView(String name, String json) {}
}
