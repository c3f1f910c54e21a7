package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that shows generated code shows what is generated today. */
class DocumentedCodeTest {
  private static final Pattern FILE =
      Pattern.compile(
          "```java\n(// Generated.*?^package (.*?);.*?)```", Pattern.DOTALL | Pattern.MULTILINE);

  @Test
  void filesOnThePageAreThoseThatAreGenerated() throws IOException {
    Matcher shown = FILE.matcher(Files.readString(Path.of("../docs/generated-code.md")));
    int files = 0;
    while (shown.find()) {
      files++;
      Path generated =
          Path.of("target/generated-sources/events")
              .resolve(shown.group(2).replace('.', '/'))
              .resolve(typeName(shown.group(1)) + ".java");
      assertEquals(Files.readString(generated), shown.group(1), generated.toString());
    }
    assertTrue(files > 0, "no file on the page");
  }

  private static String typeName(String source) {
    Matcher type =
        Pattern.compile("^public (?:final )?(?:class|interface|record) (\\w+)", Pattern.MULTILINE)
            .matcher(source);
    assertTrue(type.find(), source);
    return type.group(1);
  }
}
