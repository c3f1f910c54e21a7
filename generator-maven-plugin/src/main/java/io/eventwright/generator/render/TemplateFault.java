package io.eventwright.generator.render;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.SourceLocation;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.velocity.exception.ParseErrorException;
import org.apache.velocity.exception.VelocityException;
import org.jspecify.annotations.Nullable;

/** Turns Velocity's complaint into an error at the line and column of the template. */
final class TemplateFault {

  // Most of Velocity's exceptions tell their place in words only.
  private static final Pattern PLACE =
      Pattern.compile(
          "(?:at |in )?(?:template )?([\\w./-]+\\.vm)?\\[line (\\d+), column (\\d+)\\]");

  private final TemplateCatalogue catalogue;

  TemplateFault(TemplateCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  Diagnostic describe(String path, VelocityException wrong) {
    String message = String.valueOf(wrong.getMessage());
    SourceLocation location = SourceLocation.ofFile(fileOf(path));
    Matcher place = PLACE.matcher(message);
    if (wrong instanceof ParseErrorException parse && parse.getLineNumber() > 0) {
      location =
          new SourceLocation(
              fileOf(orElse(parse.getTemplateName(), path)),
              parse.getLineNumber(),
              Math.max(1, parse.getColumnNumber()));
    } else if (place.find()) {
      location =
          new SourceLocation(
              fileOf(orElse(place.group(1), path)),
              Integer.parseInt(place.group(2)),
              Integer.parseInt(place.group(3)));
    }
    return Diagnostic.error(
        location,
        "template-error",
        firstLine(message)
            + " The template was not rendered; compare it with the built-in "
            + path
            + ", or remove yours to use that one.");
  }

  Diagnostic notJson(String path, IOException wrong) {
    return Diagnostic.error(
        SourceLocation.ofFile(fileOf(path)),
        "template-error",
        "What the template gives is not JSON: "
            + firstLine(String.valueOf(wrong.getMessage()))
            + " Compare it with the built-in "
            + path
            + ".");
  }

  private String fileOf(String path) {
    return catalogue.find(path).map(TemplateText::file).orElse(path);
  }

  private static String orElse(@Nullable String name, String otherwise) {
    return name == null || name.isEmpty() ? otherwise : name;
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("The template is wrong.").strip();
    return line.endsWith(".") ? line : line + ".";
  }
}
