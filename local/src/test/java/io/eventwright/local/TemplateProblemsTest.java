package io.eventwright.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.eventwright.local.template.Problems;
import io.eventwright.local.template.Stack;
import io.eventwright.local.template.StackLoader;
import io.eventwright.local.template.StackSettings;
import io.eventwright.local.template.TemplateException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cannot come up is refused, all of it at once, each with its place. */
class TemplateProblemsTest {

  @Test
  void everyProblemIsNamedWithItsPlace() {
    TemplateException refused =
        assertThrows(
            TemplateException.class,
            () ->
                load(
                    """
                    Resources:
                      Orders:
                        Type: AWS::SQS::Queue
                        Properties:
                          VisibilityTimeOut: 30
                          RedrivePolicy:
                            deadLetterTargetArn: !GetAtt Deadletters.Arn
                      DeadLetters:
                        Type: AWS::SQS::Queue
                        Properties:
                          DelaySeconds: !Ref Nothing
                      Rule:
                        Type: AWS::Events::Rule
                        Properties:
                          EventPattern: { detail: { price: [{ numeric: [">"] }] } }
                          Targets: [{ Arn: !GetAtt Orders.Arrn, Id: a }]
                    """));

    assertEquals(
        """
        template.yaml:5:7: error [unsupported-property] Orders (AWS::SQS::Queue): VisibilityTimeOut is not known to the \
        local cloud, and ignoring it could hide a difference to AWS
        template.yaml:6:7: error [cannot-evaluate] Orders.RedrivePolicy: there is no resource or parameter Deadletters. \
        Did you mean DeadLetters?
        template.yaml:11:7: error [cannot-evaluate] DeadLetters.DelaySeconds: there is no resource or parameter Nothing.
        template.yaml:15:7: error [invalid-pattern] Rule (AWS::Events::Rule): EventPattern Value of > must be numeric \
        at [Source: (String)"{"detail":{"price":[{"numeric":[">"]}]}}"; line: 1, column: 37]
        template.yaml:16:7: error [cannot-evaluate] Rule.Targets: Orders (AWS::SQS::Queue) has no attribute Arrn. Did \
        you mean Arn?\
        """,
        refused.getMessage());
  }

  @Test
  void anUnknownTypeIsRefused() {
    TemplateException refused =
        assertThrows(
            TemplateException.class,
            () -> load("Resources:\n  Cache:\n    Type: AWS::SQS::Queu\n"));

    assertEquals(
        "template.yaml:2:3: error [unsupported-resource] Cache: the local cloud does not know the"
            + " type AWS::SQS::Queu. Did you mean AWS::SQS::Queue?",
        refused.getMessage());
  }

  @Test
  void functionsOfCloudFormationAreEvaluated() {
    Stack stack =
        load(
            """
            Parameters:
              Stage: { Type: String, Default: dev }
              Names: { Type: CommaDelimitedList, Default: "a, b" }
            Mappings:
              Sizes: { dev: { delay: 3 } }
            Conditions:
              Big: !Not [!Equals [!Ref Stage, dev]]
            Resources:
              Orders:
                Type: AWS::SQS::Queue
                Properties:
                  QueueName: !Join ["-", [!Ref AWS::StackName, !Select [1, !Ref Names], !If [Big, big, small]]]
                  DelaySeconds: !FindInMap [Sizes, !Ref Stage, delay]
                  Tags: !If [Big, [], !Ref AWS::NoValue]
            Outputs:
              Both: { Value: !Sub ["${Orders.Arn} ${x} ${!x}", { x: !Ref AWS::Region }] }
            """);

    assertEquals("shop-b-small", stack.resources().get(0).name());
    assertEquals(
        "arn:aws:sqs:eu-west-1:000000000000:shop-b-small eu-west-1 ${x}",
        stack.outputs().get("Both"));
  }

  private static Stack load(String text) {
    Problems problems = new Problems("template.yaml");
    StackSettings settings =
        new StackSettings(
            "shop", "eu-west-1", "000000000000", URI.create("http://127.0.0.1:1"), Map.of());
    Stack stack = new StackLoader(settings, problems).load(text);
    Blueprint.of(stack, Path.of("."), problems);
    stack.resources().forEach(resource -> resource.properties().finish());
    problems.throwIfAny();
    return stack;
  }
}
