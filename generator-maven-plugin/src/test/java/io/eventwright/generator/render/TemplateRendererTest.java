package io.eventwright.generator.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Checked;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TemplateRendererTest {

  public record Greeting(@Nullable String name) {}

  @Test
  void rendersTheComponentsOfTheView() {
    assertEquals("Hello \"Ada\"", render("Hello $yaml.quote($name)").value());
  }

  @Test
  void anUnknownNameIsAnErrorAtItsLineAndColumn() {
    Checked<String> text = render("Hello $name\n  and $nobody");
    assertEquals("mine/t.vm:2:7", text.diagnostics().get(0).location().toString());
    assertEquals("template-error", text.diagnostics().get(0).ruleId());
  }

  @Test
  void aSyntaxErrorIsAnErrorAtItsLine() {
    Checked<String> text = render("#if($name)\nno end");
    assertTrue(text.hasErrors());
    assertEquals("mine/t.vm", text.diagnostics().get(0).location().file());
  }

  @Test
  void anEscapedDollarIsLiteral() {
    assertEquals(
        "${AWS::StackName} ${Table} $states #name",
        render("$yaml.sub('AWS::StackName') \\${Table} \\$states #name").value());
  }

  @Test
  void aTemplateCannotReachTheJvm() {
    assertTrue(render("$name.getClass().forName('java.lang.Runtime')").hasErrors());
    assertTrue(render("#include('/etc/passwd')").hasErrors());
  }

  @Test
  void aNullInAViewIsOurFault() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new TemplateRenderer(TemplateCatalogue.builtIn())
                .render("macros.vm", new Greeting(null)));
  }

  @Test
  void anOverrideOfNothingIsRefusedWithTheNearestName() {
    Map<String, TemplateText> overrides = new HashMap<>();
    overrides.put("sam/buz.yaml.vm", new TemplateText("templates/sam/buz.yaml.vm", ""));
    String message = new TemplateCatalogue(overrides).check().get(0).toString();
    assertTrue(message.contains("[unknown-template]"), message);
    assertTrue(message.contains("Did you mean sam/bus.yaml.vm?"), message);
  }

  private static Checked<String> render(String template) {
    TemplateCatalogue catalogue =
        new TemplateCatalogue(Map.of("t.vm", new TemplateText("mine/t.vm", template)));
    return new TemplateRenderer(catalogue).render("t.vm", new Greeting("Ada"));
  }
}
