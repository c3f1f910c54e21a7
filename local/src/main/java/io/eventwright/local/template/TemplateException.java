package io.eventwright.local.template;

import java.util.List;
import java.util.stream.Collectors;

/** The template cannot come up here; says every reason, each with its place. */
public final class TemplateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  TemplateException(String file, List<Problem> problems) {
    super(problems.stream().map(p -> p.describe(file)).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What was found, in the order of the template. */
  public List<Problem> problems() {
    return problems;
  }
}
