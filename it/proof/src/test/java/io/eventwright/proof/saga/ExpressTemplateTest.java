package io.eventwright.proof.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the template makes of an express saga beside a standard one, past all its own checks. */
class ExpressTemplateTest {

  @Test
  @DisplayName("an express saga's machine, its alarms, and what its role may do")
  void purchase() throws IOException {
    String template = Files.readString(ExpressScripts.purchaseTemplate().resolve("template.yaml"));
    assertTrue(block(template, "PurchaseStateMachine").contains("\n      Type: EXPRESS\n"));
    assertTrue(block(template, "PayoutStateMachine").contains("\n      Type: STANDARD\n"));
    assertTrue(block(template, "PurchaseStateMachine").contains("Level: ALL"));
    assertEquals(
        List.of("DeadLetter", "DeadLetterQueueAge", "Failed", "TimedOut"),
        Pattern.compile("(?m)^  Purchase([A-Za-z]+)Alarm:$")
            .matcher(template)
            .results()
            .map(ExpressTemplateTest::first)
            // Those of a projection and of a topic begin alike.
            .filter(name -> !name.startsWith("History") && !name.startsWith("Completed"))
            .sorted()
            .toList());
    String role = block(template, "PurchaseStateMachineRole");
    assertEquals(
        List.of("LookForItsEnd", "GiveUp", "CallTheSteps", "WriteLogs", "WriteTraces"),
        Pattern.compile("Sid: (\\w+)")
            .matcher(role)
            .results()
            .map(ExpressTemplateTest::first)
            .toList());
    assertTrue(role.contains("dynamodb:GetItem") && role.contains("purchase#*#end"), role);
    assertTrue(role.contains("!GetAtt PurchaseDeadLetterQueue.Arn"), role);
    assertFalse(role.contains("dynamodb:PutItem") || role.contains("- states:"), role);
    assertTrue(block(template, "PurchaseRule").contains("Arn: !Ref PurchaseStateMachine"));
    assertTrue(block(template, "PurchaseEndFunction").contains("Timeout: 5\n"));
    assertTrue(block(template, "PayoutEndFunction").contains("Timeout: 30\n"));
  }

  private static String first(MatchResult found) {
    return found.group(1);
  }

  /** A resource's lines. */
  private static String block(String template, String id) {
    int from = template.indexOf("\n  " + id + ":\n");
    assertTrue(from >= 0, id);
    int to = template.indexOf("\n\n", from + 1);
    return template.substring(from, to < 0 ? template.length() : to + 1);
  }
}
