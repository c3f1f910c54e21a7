package io.eventwright.generator.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What starts a worker reaches it by each channel that it can come by, and by nothing else. */
class TriggersByChannelTest {

  @TempDir Path base;

  @Test
  void eachTriggerIsFittedToItsChannel() throws IOException {
    GenerationRequest request = Variants.ofEveryTriggerAndRoute(base);
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    GenerationResult result = GenerationPipeline.generate(request);
    assertTrue(
        result.diagnostics().stream().noneMatch(each -> each.isError()),
        () -> result.diagnostics().toString());
    String template = Files.readString(base.resolve("target/sam/template.yaml"));

    // A schedule calls the function by a role of its own, which may do just that.
    String schedule = resource(template, "CloseHourSchedule");
    assertTrue(schedule.contains("Arn: !GetAtt CloseHourFunction.Arn\n"), schedule);
    String role = resource(template, "CloseHourScheduleRole");
    assertTrue(
        role.contains(
            "Action: lambda:InvokeFunction\n                Resource: !GetAtt CloseHourFunction.Arn"),
        role);
    assertEquals("", resource(template, "CloseHourPermission"));
    assertEquals("", resource(template, "CloseHourQueue"));
    assertTrue(
        resource(template, "CloseHourFunction")
            .contains("Destination: !GetAtt CloseHourDeadLetterQueue.Arn"));

    // What has no data is one group.
    assertTrue(resource(template, "CloseMinutePipe").contains("MessageGroupId: close-minute\n"));
    assertTrue(resource(template, "FrameAvatarPipe").contains("MessageGroupId: frame-avatar\n"));
    assertTrue(
        resource(template, "PraiseAvatarPermission")
            .contains("SourceArn: !GetAtt PraiseAvatarRule.Arn"));
    assertFalse(resource(template, "PraiseAvatarQueue").isEmpty());

    // Plain events of another bus have their data in the detail, CloudEvents in its data.
    assertTrue(
        resource(template, "SortOrderRule").contains("detail:\n          itemId: [\"i-1\"]"));
    assertTrue(
        resource(template, "SortOrderPipe").contains("MessageGroupId: $.body.detail.itemId\n"));
    String weighed = resource(template, "WeighOrderRule");
    assertTrue(weighed.contains("data:\n            itemId: [\"i-1\"]"), weighed);
    assertTrue(weighed.contains("PartitionKeyPath: $.detail.data.itemId"), weighed);
    assertTrue(
        resource(template, "WeighOrderRuleRole").contains(":rule/other-bus/*\""),
        "only rules of that bus may take it");
  }

  private static String resource(String template, String id) {
    Matcher block = Pattern.compile("(?m)^  " + id + ":\\n(?:(?:    .*)?\\n)+").matcher(template);
    return block.find() ? block.group() : "";
  }
}
