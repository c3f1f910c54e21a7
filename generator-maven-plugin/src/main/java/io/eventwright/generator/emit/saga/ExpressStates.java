package io.eventwright.generator.emit.saga;

import io.eventwright.generator.emit.saga.language.Expression;
import io.eventwright.generator.emit.saga.language.Language;
import io.eventwright.generator.emit.sam.LogicalIds;
import io.eventwright.generator.model.Condition;
import io.eventwright.generator.model.SagaPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an express saga has beside its steps. It may run more than once for one event, also at the
 * same time, and no run knows of another; so the inbox decides each step, by the event's id, and
 * every run goes by that: see {@code docs/decisions/0014-express-sagas.md}.
 *
 * @param values what the saga knows
 */
record ExpressStates(Values values) {

  static final String FIRST = "Look for its end";

  private static final String DECIDE = "Has it ended";
  private static final String ENDED = "Already ended";
  private static final String GIVE_UP = "Give up";
  private static final String GIVEN_UP = "Given up";
  private static final String NOT_KEPT = "No dead letter";

  // Kept from steps, as what names the state at which any saga stops.
  private static final String STOPPED = "parked";

  /** Where it begins: an event that was told the end of has nothing more to be done. */
  void begin(Flow flow, String next) {
    String saga = values.saga().name();
    Map<String, Object> key = new LinkedHashMap<>();
    key.put(
        "pk",
        Items.text(
            Expression.joined(
                saga + "#",
                new Expression.PartOfKey(new Expression.Input(List.of("id"))),
                "#end")));
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("TableName", "${InboxTable}");
    arguments.put("Key", key);
    arguments.put("ConsistentRead", true);
    Map<String, Object> look =
        TaskStates.task(
            "An event may start it twice, or again after a dead letter: what has ended is left"
                + " alone.",
            "arn:aws:states:::dynamodb:getItem");
    flow.language().arguments(look, arguments);
    look.put("TimeoutSeconds", Pace.BRISK.serviceCall().toSeconds());
    Map<String, Object> assign = new LinkedHashMap<>();
    assign.put(SagaPath.EVENT, Expression.context("Execution", "Input"));
    // Names the rows of its steps: every run for this event meets the same.
    assign.put(SagaPath.EXECUTION, Expression.context("Execution", "Input", "id"));
    look.put("Assign", assign);
    look.put("Retry", Pace.BRISK.ofService());
    look.put("Catch", List.of(givingUp(FIRST)));
    look.put("Next", DECIDE);
    flow.add(FIRST, look);

    Map<String, Object> rule = new LinkedHashMap<>();
    flow.language()
        .when(
            rule,
            List.of(
                new Language.Test(
                    new Expression.Input(List.of("Item")),
                    List.of(new Condition.Exists(true)),
                    false)));
    rule.put("Next", ENDED);
    Map<String, Object> decide = new LinkedHashMap<>();
    decide.put("Type", "Choice");
    decide.put("Choices", List.of(rule));
    decide.put("Default", next);
    flow.add(DECIDE, decide);

    Map<String, Object> ended = new LinkedHashMap<>();
    ended.put("Type", "Succeed");
    ended.put("Output", Map.of("outcome", "already-ended"));
    flow.add(ENDED, ended);
  }

  static String settle(String step) {
    return "Settle " + step;
  }

  /** A catcher of what failed for good, in the machine's own flow. */
  static Map<String, Object> givingUp(String state) {
    Map<String, Object> catcher = new LinkedHashMap<>();
    catcher.put("ErrorEquals", SagaErrors.ANY);
    catcher.put("Assign", Map.of(STOPPED, Flow.caught("state", state)));
    catcher.put("Next", GIVE_UP);
    return catcher;
  }

  /** Where it ends when something failed for good: sent again, its event goes on from there. */
  void giveUp(Flow flow) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("state", attribute(Expression.variable(STOPPED, "state")));
    attributes.put(
        "caught", attribute(new Expression.Text(Expression.variable(STOPPED, "caught"))));
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("QueueUrl", "${" + LogicalIds.of(values.saga().name()) + "DeadLetterQueue}");
    arguments.put("MessageBody", Expression.context("Execution", "Input"));
    arguments.put("MessageAttributes", attributes);
    Map<String, Object> send =
        TaskStates.task(
            "Nothing can wait here: operate dead-letters redrive sends the event again, and it goes"
                + " on where it stopped.",
            "arn:aws:states:::sqs:sendMessage");
    flow.language().arguments(send, arguments);
    flow.language().withoutOutput(send);
    send.put("TimeoutSeconds", Pace.BRISK.serviceCall().toSeconds());
    send.put("Retry", Pace.BRISK.ofService());
    Map<String, Object> notKept = new LinkedHashMap<>();
    notKept.put("ErrorEquals", SagaErrors.ANY);
    notKept.put("Next", NOT_KEPT);
    send.put("Catch", List.of(notKept));
    send.put("Next", GIVEN_UP);
    flow.add(GIVE_UP, send);
    flow.add(GIVEN_UP, fails("GivenUp", "Its event is a dead letter of the saga. It stopped at "));
    flow.add(
        NOT_KEPT,
        fails(
            "NoDeadLetter",
            "Nor could its event be made a dead letter: publish it again. It stopped at "));
  }

  private static Map<String, Object> attribute(Expression value) {
    Map<String, Object> attribute = new LinkedHashMap<>();
    attribute.put("DataType", "String");
    attribute.put("StringValue", value);
    return attribute;
  }

  private static Map<String, Object> fails(String error, String cause) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("Type", "Fail");
    state.put("Error", error);
    state.put("Cause", Expression.joined(cause, Expression.variable(STOPPED, "state")));
    return state;
  }
}
