package io.eventwright.generator.emit.sam.view;

import java.util.List;

/**
 * The whole template.
 *
 * @param stack the system
 * @param source the file it was generated from, relative to the project
 * @param runtime of every function, such as {@code java25}
 * @param architecture of every function
 * @param codeUri the jar of every function, relative to the template
 * @param memoryMegabytes of every function
 * @param keyFromOutside whether the key's ARN is a parameter
 * @param tasks whether steps of sagas run in containers
 * @param resources blocks of text, each one or more resources
 * @param outputs what other stacks and tools look up
 */
public record TemplateView(
    StackView stack,
    String source,
    String runtime,
    String architecture,
    String codeUri,
    int memoryMegabytes,
    boolean keyFromOutside,
    boolean tasks,
    List<String> resources,
    List<OutputView> outputs) {

  /** Keeps the lists immutable. */
  public TemplateView {
    resources = List.copyOf(resources);
    outputs = List.copyOf(outputs);
  }
}
