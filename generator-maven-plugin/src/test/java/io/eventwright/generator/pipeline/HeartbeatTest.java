package io.eventwright.generator.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one word of a step and one route make: a state that listens, and a function that speaks. */
class HeartbeatTest {

  @TempDir Path base;

  @Test
  void aRouteKeepsTheStepAndMayDoNothingElse() throws IOException {
    GenerationRequest request = Variants.ofHeartbeats(base);
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    GenerationResult result = GenerationPipeline.generate(request);
    assertTrue(
        result.diagnostics().stream().noneMatch(each -> each.isError()),
        () -> result.diagnostics().toString());

    String template = Files.readString(base.resolve("target/sam/template.yaml"));
    String keeping = resource(template, "PostPurchasesPurchaseIdAliveRole");
    assertEquals(List.of("states:SendTaskHeartbeat"), allowed(keeping, "states"), keeping);
    assertEquals(
        List.of("dynamodb:GetItem", "dynamodb:UpdateItem"), allowed(keeping, "dynamodb"), keeping);
    assertTrue(keeping.contains("Resource: !Ref PurchaseStateMachine\n"), keeping);
    assertTrue(keeping.contains("\"callback#purchase#charge-wallet#*\""), keeping);
    String answering = resource(template, "PostPurchasesPurchaseIdBankRole");
    assertEquals(
        List.of("states:SendTaskFailure", "states:SendTaskSuccess"), allowed(answering, "states"));

    String function =
        Files.readString(
            base.resolve(
                "target/generated-sources/events/com/example/arcade/function/"
                    + "PostPurchasesPurchaseIdAliveFunction.java"));
    assertTrue(
        function
            .replaceAll("\\s+", "")
            .contains(
                ".allowing(\"role\",\"bank\")"
                    + ".keeps(\"purchase\",\"charge-wallet\",\"purchaseId\")"),
        function);
    String definition = Files.readString(base.resolve("target/sam/purchase.asl.json"));
    assertTrue(definition.contains("\"HeartbeatSeconds\": 600"), definition);
    assertFalse(
        Files.readString(base.resolve("target/sam/payout.asl.json")).contains("Heartbeat"),
        "an approval is a person's");
  }

  private static List<String> allowed(String role, String service) {
    Matcher action = Pattern.compile("- (" + service + ":[A-Za-z]+)\n").matcher(role);
    return action.results().map(found -> found.group(1)).distinct().sorted().toList();
  }

  private static String resource(String template, String id) {
    Matcher block = Pattern.compile("(?m)^  " + id + ":\\n(?:(?:    .*)?\\n)+").matcher(template);
    return block.find() ? block.group() : "";
  }
}
