package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.CodeBlock;
import io.eventwright.generator.emit.java.JavadocText;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.Presence;
import io.eventwright.generator.emit.java.type.Header;
import java.util.ArrayList;
import java.util.List;

/** The schema's words as Javadoc. */
final class Documentation {

  private static final int LONGEST_DEFAULT = 60;

  private Documentation() {}

  /** What a type is; {@code otherwise} when its schema does not say. */
  static CodeBlock of(Header header, String otherwise) {
    String words = header.documentation();
    String text = words.isBlank() ? otherwise : sentence(JavadocText.escape(words));
    return JavadocText.of(text);
  }

  /** A {@code @param} for each component. */
  static CodeBlock parameters(List<Component> components, DefaultValues defaults) {
    CodeBlock.Builder tags = CodeBlock.builder();
    for (Component component : components) {
      CodeBlock text =
          JavadocText.of("@param " + component.javaName() + " " + text(component, defaults));
      tags.add("$L", text.toString().replaceAll("\n(?=.)", "\n    "));
    }
    return tags.build();
  }

  /** What a component is, whether it may be missing, and what it starts with. */
  static String text(Component component, DefaultValues defaults) {
    List<String> parts = new ArrayList<>();
    if (!component.documentation().isBlank()) {
      parts.add(sentence(JavadocText.escape(component.documentation())));
    }
    if (component.deprecated()) {
      parts.add("Deprecated.");
    }
    String presence = presence(component.presence());
    if (!presence.isEmpty()) {
      parts.add(presence);
    }
    if (component.defaultValue() != null && defaults.of(component) != null) {
      String value = component.defaultValue().toString();
      parts.add(
          value.length() <= LONGEST_DEFAULT
              ? "Builders start with " + code(value) + "."
              : "Builders start with the schema's default.");
    }
    if (parts.isEmpty()) {
      parts.add(code(RecordParts.display(component)));
    }
    return String.join(" ", parts);
  }

  /** Others' words as code; a tag shows escapes as they are, an element does not. */
  static String code(String words) {
    String escaped = JavadocText.escape(words);
    return escaped.equals(words) ? "{@code " + words + "}" : "<code>" + escaped + "</code>";
  }

  /** What an accessor gives. */
  static CodeBlock accessor(Component component, DefaultValues defaults) {
    String text = text(component, defaults);
    // Of what only has a name there is nothing to say but that.
    String words = component.deprecated() ? text.replaceFirst(" ?Deprecated[.]", "").strip() : text;
    CodeBlock javadoc = JavadocText.of(words.isEmpty() ? "Deprecated." : words);
    return component.deprecated()
        ? CodeBlock.of("$L\n@deprecated $L\n", javadoc, reason(component))
        : javadoc;
  }

  /** Why a component should not be used, or that the schema says so. */
  static String reason(Component component) {
    return component.documentation().isBlank()
        ? "The schema says so."
        : sentence(JavadocText.escape(component.documentation().replaceAll("\\s+", " ")));
  }

  private static String presence(Presence presence) {
    return switch (presence) {
      case REQUIRED -> "";
      case OPTIONAL -> "Null when absent.";
      case NULLABLE -> "May be null.";
      case MAYBE -> "May be absent, may be null.";
    };
  }

  private static String sentence(String words) {
    String text = words.strip();
    return text.isEmpty() || ".!?:;".indexOf(text.charAt(text.length() - 1)) >= 0
        ? text
        : text + ".";
  }
}
