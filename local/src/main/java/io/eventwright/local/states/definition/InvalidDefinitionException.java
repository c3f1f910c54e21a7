package io.eventwright.local.states.definition;

import java.util.List;
import java.util.stream.Collectors;

/** A definition that cannot become a state machine. */
public final class InvalidDefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<DefinitionProblem> problems;

  /** With everything that is wrong with it. */
  public InvalidDefinitionException(List<DefinitionProblem> problems) {
    super(
        "Invalid State Machine Definition: '"
            + problems.stream().map(Object::toString).collect(Collectors.joining(", "))
            + "'");
    this.problems = List.copyOf(problems);
  }

  /** Everything that is wrong, in the order of the text. */
  public List<DefinitionProblem> problems() {
    return problems;
  }
}
