package io.eventwright.local.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.eventwright.local.states.definition.DefinitionProblem;
import io.eventwright.local.states.definition.InvalidDefinitionException;
import io.eventwright.local.states.definition.StateMachineDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinitionTest {
  private static List<String> problems(String definition) {
    return assertThrows(
            InvalidDefinitionException.class, () -> StateMachineDefinition.read(definition))
        .problems()
        .stream()
        .map(DefinitionProblem::toString)
        .toList();
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertEquals(
        List.of(
            "SCHEMA_VALIDATION_FAILED: These required fields are missing: [Resource] at /States/A",
            "MISSING_TRANSITION_TARGET: Missing 'Next' target: Nowhere at /States/A/Next",
            "SCHEMA_VALIDATION_FAILED: The value for the field 'x.$' must be a valid JSONPath or a"
                + " valid intrinsic function call at /States/B/Parameters/x.$",
            "MISSING_TRANSITION_TARGET: State \"B\" is not reachable. at /States/B"),
        problems(
            """
            {"StartAt": "A", "States": {
              "A": {"Type": "Task", "Next": "Nowhere"},
              "B": {"Type": "Pass", "Parameters": {"x.$": "States.Nothing(1)"}, "End": true}}}
            """));
  }

  @Test
  void theLanguagesKeepTheirFieldsApart() {
    assertEquals(
        List.of(
            "SCHEMA_VALIDATION_FAILED: The field 'ResultPath' is not supported in a state whose"
                + " QueryLanguage is JSONata at /States/A/ResultPath",
            "INVALID_JSONATA_EXPRESSION: Syntax error: \"2\" at /States/A/Output/x",
            "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'phone' at the top level is not"
                + " supported. at /States/A/Output/y"),
        problems(
            """
            {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
              "A": {"Type": "Pass", "ResultPath": "$.a", "End": true,
                "Output": {"x": "{% 1 2 %}", "y": "{% phone[0] %}", "z": "{% true %}"}}}}
            """));
    assertEquals(
        List.of(
            "SCHEMA_VALIDATION_FAILED: The field 'Output' is not supported in a state whose"
                + " QueryLanguage is JSONPath at /States/A/Output"),
        problems(
            "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Output\": 1, \"End\": true}}}"));
  }

  @Test
  void nestedFlowsAreCheckedInTheirPlace() {
    assertEquals(
        List.of(
            "MISSING_TRANSITION_TARGET: Missing 'StartAt' target: Z at"
                + " /States/P/Branches[0]/StartAt",
            "MISSING_TRANSITION_TARGET: State \"C\" is not reachable. at"
                + " /States/P/Branches[0]/States/C"),
        problems(
            """
            {"StartAt": "P", "States": {"P": {"Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "Z", "States": {"C": {"Type": "Succeed"}}}]}}}
            """));
  }

  @Test
  void whatIsNotJsonIsNoDefinition() {
    assertEquals(1, problems("{").size());
    assertEquals(1, problems("[]").size());
  }

  @Test
  void numbersAndTimesHaveBounds() {
    assertEquals(
        List.of(
            "SCHEMA_VALIDATION_FAILED: The value for the field 'BackoffRate' must be a number"
                + " between 1 and 99999999 at /States/T/Retry[0]/BackoffRate",
            "SCHEMA_VALIDATION_FAILED: HeartbeatSeconds must be less than TimeoutSeconds at"
                + " /States/T/HeartbeatSeconds",
            "SCHEMA_VALIDATION_FAILED: The value for the field 'Timestamp' must be a valid ISO-8601"
                + " extended offset date-time at /States/W/Timestamp"),
        problems(
            """
            {"StartAt": "T", "States": {
              "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "TimeoutSeconds": 10, "HeartbeatSeconds": 10, "Next": "W",
                "Retry": [{"ErrorEquals": ["A"], "BackoffRate": 0.5, "IntervalSeconds": 9,
                  "MaxDelaySeconds": 9}]},
              "W": {"Type": "Wait", "Timestamp": "2016-13-05T21:29:29Z", "End": true}}}
            """));
  }

  @Test
  void variablesHaveNames() {
    assertEquals(
        List.of(
            "SCHEMA_VALIDATION_FAILED: Variable name 'states' is reserved at"
                + " /States/A/Assign/states",
            "SCHEMA_VALIDATION_FAILED: Variable name '1st' is not an identifier of at most 80"
                + " characters at /States/A/Assign/1st.$",
            "SCHEMA_VALIDATION_FAILED: The field 'Assign' is not supported in a Fail state at"
                + " /States/F/Assign"),
        problems(
            """
            {"StartAt": "A", "States": {
              "A": {"Type": "Pass", "Assign": {"states": 1, "1st.$": "$", "größe": 1}, "Next": "F"},
              "F": {"Type": "Fail", "Assign": {"x": 1}}}}
            """));
  }

  @Test
  void aFieldStandsAloneOrByItsPath() {
    assertEquals(
        List.of(
            "SCHEMA_VALIDATION_FAILED: Duplicate field after '.$' is stripped from its name: x.$ at"
                + " /States/T/Parameters",
            "SCHEMA_VALIDATION_FAILED: State must not have both 'TimeoutSeconds' and"
                + " 'TimeoutSecondsPath' at /States/T",
            "SCHEMA_VALIDATION_FAILED: State must not have both 'Cause' and 'CausePath' at"
                + " /States/F"),
        problems(
            """
            {"StartAt": "T", "States": {
              "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "F",
                "Parameters": {"x": 1, "x.$": "$.x"}, "TimeoutSeconds": 1, "TimeoutSecondsPath": "$.t"},
              "F": {"Type": "Fail", "Cause": "c", "CausePath": "$.c"}}}
            """));
  }

  @Test
  void whatAnExpressionNeverHasIsRefused() {
    assertEquals(
        List.of(
            "UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$states.result' is not supported in this"
                + " field. at /States/P/Output/x",
            "UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$states.errorOutput' is not supported in"
                + " this field. at /States/T/Output",
            "UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$states.result' is not supported in this"
                + " field. at /States/T/Catch[0]/Output"),
        problems(
            """
            {"QueryLanguage": "JSONata", "StartAt": "P", "States": {
              "P": {"Type": "Pass", "Next": "T",
                "Output": {"x": "{% $states.result %}", "y": "{% 'no $states.result' ~> /a/ %}"}},
              "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                "Assign": {"r": "{% $states.result.x %}"}, "Output": "{% $states.errorOutput %}",
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "P",
                  "Assign": {"e": "{% $states.errorOutput.Error %}"},
                  "Output": "{% $states.result %}"}]}}}
            """));
  }

  @Test
  void tenIntrinsicFunctionsInAField() {
    String ten = "States.Array(".repeat(10) + ")".repeat(10);
    StateMachineDefinition.read(pass(ten));
    assertEquals(1, problems(pass("States.Array(" + ten + ")")).size());
  }

  private static String pass(String expression) {
    return "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Parameters\": {\"x.$\": \""
        + expression
        + "\"}, \"End\": true}}}";
  }

  @Test
  void rulesTestOneThing() {
    assertEquals(
        List.of(
            "SCHEMA_VALIDATION_FAILED: The value for the field 'NumericEquals' must be a number at"
                + " /States/C/Choices[0]/NumericEquals",
            "SCHEMA_VALIDATION_FAILED: A choice rule must have exactly one of And, Or, Not and the"
                + " comparison operators at /States/C/Choices[1]",
            "SCHEMA_VALIDATION_FAILED: The value for the field 'Variable' must be a valid JSONPath"
                + " at /States/C/Choices[2]/And[0]/Not",
            "SCHEMA_VALIDATION_FAILED: The value for the field 'TimestampLessThanPath' must be a"
                + " valid JSONPath at /States/C/Choices[3]/TimestampLessThanPath",
            "SCHEMA_VALIDATION_FAILED: The value for the field 'Or' must be an array with choice"
                + " rules at /States/C/Choices[4]/Or"),
        problems(
            """
            {"StartAt": "C", "States": {
              "C": {"Type": "Choice", "Choices": [
                {"Variable": "$.a", "NumericEquals": "1", "Next": "E"},
                {"Variable": "$.a", "IsNull": true, "IsString": true, "Next": "E"},
                {"And": [{"Not": {"Variable": "", "IsNull": true}}], "Next": "E"},
                {"Variable": "$.a", "TimestampLessThanPath": "2016-03-14T01:59:00Z", "Next": "E"},
                {"Or": [], "Next": "E"},
                {"Variable": "$$.State.Name", "StringMatches": "a*", "Comment": "c", "Next": "E"}]},
              "E": {"Type": "Succeed"}}}
            """));
    assertEquals(
        List.of(
            "SCHEMA_VALIDATION_FAILED: The value for the field 'Condition' must be a boolean or an"
                + " expression at /States/C/Choices[0]"),
        problems(
            """
            {"QueryLanguage": "JSONata", "StartAt": "C", "States": {
              "C": {"Type": "Choice", "Choices": [
                {"Condition": "yes", "Next": "E"}, {"Condition": "{% true %}", "Next": "E"}]},
              "E": {"Type": "Succeed"}}}
            """));
  }

  @Test
  void fieldsHaveTypes() {
    assertEquals(
        List.of(
            "SCHEMA_VALIDATION_FAILED: The value for the field 'InputPath' must be a valid JSONPath"
                + " at /States/P/InputPath",
            "SCHEMA_VALIDATION_FAILED: A Parallel state must have at least one branch at"
                + " /States/B/Branches",
            "SCHEMA_VALIDATION_FAILED: The value for the field 'Retry' must be an array at"
                + " /States/B/Retry",
            "SCHEMA_VALIDATION_FAILED: Value is not a valid resource ARN: Resource is not an ARN:"
                + " 5 at /States/T/Resource",
            "SCHEMA_VALIDATION_FAILED: The value for the field 'End' must be a boolean at"
                + " /States/T/End",
            "NO_TERMINAL_STATE: No terminal state found in machine at /States"),
        problems(
            """
            {"StartAt": "P", "States": {
              "P": {"Type": "Pass", "InputPath": 5, "OutputPath": null, "Next": "B"},
              "B": {"Type": "Parallel", "Branches": [], "Retry": {}, "Next": "T"},
              "T": {"Type": "Task", "Resource": 5, "End": "yes"}}}
            """));
  }

  @Test
  void machinesAndProcessorsHaveBoundsToo() {
    assertEquals(
        List.of(
            "SCHEMA_VALIDATION_FAILED: The value for the field 'TimeoutSeconds' must be an integer"
                + " between 1 and 99999999 at /TimeoutSeconds",
            "SCHEMA_VALIDATION_FAILED: Field Version must be one of [1.0] at /Version",
            "SCHEMA_VALIDATION_FAILED: These required fields are missing: [ExecutionType] at"
                + " /States/M/ItemProcessor/ProcessorConfig"),
        problems(
            """
            {"TimeoutSeconds": 0, "Version": "2.0", "StartAt": "M", "States": {"M": {"Type": "Map",
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                "StartAt": "P", "States": {"P": {"Type": "Succeed"}}}, "End": true}}}
            """));
  }
}
