package io.eventwright.generator.emit.sam.view;

import java.util.List;

/**
 * A function that is fed, by event sources or asynchronously.
 *
 * @param stack the system
 * @param id what its logical ids begin with
 * @param name as in {@code system.yaml}
 * @param description of the function
 * @param handler fully qualified name of the handler's class
 * @param statements what its role allows
 * @param variables its environment
 * @param timeoutSeconds of one invocation
 * @param asynchronous how it is called without anybody waiting; one, or none
 * @param sources what it is fed from
 */
public record FedFunctionView(
    StackView stack,
    String id,
    String name,
    String description,
    String handler,
    List<StatementView> statements,
    List<VariableView> variables,
    long timeoutSeconds,
    List<AsynchronousView> asynchronous,
    List<SourceView> sources) {

  /** Keeps the lists immutable. */
  public FedFunctionView {
    statements = List.copyOf(statements);
    variables = List.copyOf(variables);
    asynchronous = List.copyOf(asynchronous);
    sources = List.copyOf(sources);
  }

  /**
   * @param retries after the first attempt
   * @param oldestSeconds after which an event is not tried again
   * @param deadLettersId logical id of the queue for what failed
   */
  public record AsynchronousView(int retries, long oldestSeconds, String deadLettersId) {}

  /**
   * @param name of the event source, unique within the function
   * @param type as SAM calls it: {@code SQS}, {@code Kinesis}
   * @param settings its properties, the source itself included
   */
  public record SourceView(String name, String type, List<SettingView> settings) {

    /** Keeps the settings immutable. */
    public SourceView {
      settings = List.copyOf(settings);
    }
  }
}
