package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.DeadLettersView.SenderView;
import io.eventwright.generator.emit.sam.view.FedFunctionView.AsynchronousView;
import io.eventwright.generator.emit.sam.view.FedFunctionView.SourceView;
import io.eventwright.generator.emit.sam.view.StatementView;
import io.eventwright.generator.emit.sam.view.VariableView;
import java.util.ArrayList;
import java.util.List;

/** What a channel adds to the part that it feeds. */
final class Fitting {

  /**
   * A block of resources.
   *
   * @param template its path
   * @param view what it shows
   */
  record Part(String template, Record view) {}

  private final List<Part> parts = new ArrayList<>();
  private final List<SourceView> sources = new ArrayList<>();
  private final List<StatementView> statements = new ArrayList<>();
  private final List<VariableView> variables = new ArrayList<>();
  private final List<String> queueIds = new ArrayList<>();
  private final List<SenderView> senders = new ArrayList<>();
  private final List<AsynchronousView> asynchronous = new ArrayList<>();

  Fitting part(String template, Record view) {
    parts.add(new Part(template, view));
    return this;
  }

  Fitting source(SourceView source) {
    sources.add(source);
    return this;
  }

  Fitting may(StatementView statement) {
    statements.add(statement);
    return this;
  }

  Fitting variable(String name, String value) {
    variables.add(new VariableView(name, value));
    return this;
  }

  /** The function itself puts what it has given up among its dead letters; said once. */
  Fitting givesUp(String deadLettersId) {
    StatementView statement =
        new StatementView(
            "GiveUp", List.of("sqs:SendMessage"), "!GetAtt " + deadLettersId + ".Arn", List.of());
    return statements.contains(statement)
        ? this
        : may(statement).variable("EVENTWRIGHT_DEAD_LETTER_URL", "!Ref " + deadLettersId);
  }

  /** A queue that the part's one queue policy is for too. */
  Fitting queue(String queueId) {
    queueIds.add(queueId);
    return this;
  }

  Fitting sender(SenderView sender) {
    senders.add(sender);
    return this;
  }

  Fitting asynchronous(AsynchronousView view) {
    asynchronous.add(view);
    return this;
  }

  List<Part> parts() {
    return parts;
  }

  List<SourceView> sources() {
    return sources;
  }

  List<StatementView> statements() {
    return statements;
  }

  List<VariableView> variables() {
    return variables;
  }

  List<String> queueIds() {
    return queueIds;
  }

  List<SenderView> senders() {
    return senders;
  }

  List<AsynchronousView> asynchronous() {
    return asynchronous;
  }
}
