package io.eventwright.generator.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the template says to browsers follows from one line and the routes. */
class CorsTest {

  @TempDir Path base;

  @Test
  void anHttpApiGetsItsMethodsAndHeadersFromTheRoutes() throws IOException {
    String template = template(Variants.ofEveryTriggerAndRoute(base));
    assertTrue(
        template.contains(
            """
                  CorsConfiguration:
                    AllowOrigins: ["https://play.example.com", "http://localhost:5173"]
                    AllowMethods: ["GET", "POST"]
                    AllowHeaders: ["authorization", "content-type", "idempotency-key", "if-none-match", "min-version", "traceparent", "x-amz-content-sha256", "x-amz-date", "x-amz-security-token"]
                    ExposeHeaders: ["correlation-id", "etag", "idempotency-replayed", "retry-after", "www-authenticate"]
                    MaxAge: 3600
            """
                .indent(0)),
        template);
    assertFalse(template.contains("EVENTWRIGHT_CORS"), "the service speaks for the functions");
  }

  @Test
  void aRestApiAnswersPreflightsAndRefusalsAndItsFunctionsTheRest() throws IOException {
    String template = template(Variants.ofRestApi(base));
    assertTrue(template.contains("AllowOrigin: \"'https://play.example.com'\"\n"), template);
    assertTrue(template.contains("x-app-version'\"\n"), template);
    assertTrue(template.contains("MaxAge: \"'3600'\"\n"), template);
    assertEquals(2, count(template, "Access-Control-Allow-Origin: \"'https://play.example.com'\""));
    assertEquals(2, count(template, "Access-Control-Allow-Credentials: \"'true'\""));
    assertEquals(2, count(template, "EVENTWRIGHT_CORS_ORIGIN: \"https://play.example.com\""));
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  private String template(GenerationRequest request) throws IOException {
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    GenerationResult result = GenerationPipeline.generate(request);
    assertTrue(
        result.diagnostics().stream().noneMatch(each -> each.isError()),
        () -> result.diagnostics().toString());
    return Files.readString(base.resolve("target/sam/template.yaml"));
  }
}
