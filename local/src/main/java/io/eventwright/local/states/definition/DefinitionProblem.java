package io.eventwright.local.states.definition;

/**
 * One thing that is wrong with a definition.
 *
 * @param code what kind, in the service's words, e.g. {@code MISSING_TRANSITION_TARGET}
 * @param message what exactly
 * @param location where, e.g. {@code /States/Charge/Next}
 */
public record DefinitionProblem(String code, String message, String location) {
  @Override
  public String toString() {
    return location.isEmpty() ? code + ": " + message : code + ": " + message + " at " + location;
  }
}
