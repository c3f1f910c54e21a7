package io.eventwright.generator.load.schema;

import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.schema.JavaHint;
import io.eventwright.generator.model.schema.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads our own extensions and those that jsonschema2pojo's users bring along. */
final class ExtensionReaders {

  private static final Pattern SUBJECT =
      Pattern.compile(
          "([a-z][a-z0-9]{0,47}(?:-[a-z0-9]{1,47}){0,8}) by ([^\\s.]{1,128}(?:\\.[^\\s.]{1,128}){0,8})");

  private ExtensionReaders() {}

  static @Nullable Keyword identifierType(KeywordContext context) {
    return AnnotationReaders.text(context, Keyword.IdentifierType::new);
  }

  static @Nullable Keyword sensitive(KeywordContext context) {
    return AnnotationReaders.flag(context, Keyword.Sensitive::new);
  }

  /** A text: whose the document is, and where it says so. */
  static @Nullable Keyword subject(KeywordContext context) {
    Matcher parts = SUBJECT.matcher(context.value() instanceof StringNode text ? text.value() : "");
    if (!parts.matches()) {
      context.invalid(
          context.value().location(),
          "whose it is and where it says so, such as \"player by playerId\"",
          context.value());
      return null;
    }
    return new Keyword.Subject(
        context.site(), parts.group(1), List.of(parts.group(2).split("\\.")));
  }

  /** An object: names of rules with reasons. */
  static @Nullable Keyword accept(KeywordContext context) {
    if (!(context.value() instanceof ObjectNode object)) {
      context.invalid(
          context.value().location(), "an object of rules and reasons", context.value());
      return null;
    }
    List<Keyword.Acceptance> acceptances = new ArrayList<>();
    for (ObjectNode.Member each : object.members().values()) {
      if (each.value() instanceof StringNode reason) {
        acceptances.add(new Keyword.Acceptance(each.name(), reason.value(), each.nameLocation()));
      } else {
        context.invalid(
            each.value().location(), "an object whose values are reasons", each.value());
      }
    }
    return new Keyword.Accept(context.site(), acceptances);
  }

  /** One former name, or an array of them. */
  static @Nullable Keyword renamedFrom(KeywordContext context) {
    List<String> names =
        context.value() instanceof StringNode one ? List.of(one.value()) : context.texts();
    return names.isEmpty() ? null : new Keyword.RenamedFrom(context.site(), names);
  }

  static @Nullable Keyword javaType(KeywordContext context) {
    return AnnotationReaders.text(context, JavaHint.JavaType::new);
  }

  static @Nullable Keyword existingJavaType(KeywordContext context) {
    return AnnotationReaders.text(context, JavaHint.ExistingJavaType::new);
  }

  static @Nullable Keyword javaName(KeywordContext context) {
    return AnnotationReaders.text(context, JavaHint.JavaName::new);
  }

  static @Nullable Keyword javaEnumNames(KeywordContext context) {
    return new JavaHint.JavaEnumNames(context.site(), context.texts());
  }

  static @Nullable Keyword javaInterfaces(KeywordContext context) {
    return new JavaHint.JavaInterfaces(context.site(), context.texts());
  }

  static @Nullable Keyword javaEnums(KeywordContext context) {
    List<JavaHint.JavaEnum> constants = new ArrayList<>();
    List<Node> items =
        context.value() instanceof ArrayNode array ? array.items() : List.of(context.value());
    for (Node item : items) {
      if (item instanceof ObjectNode object) {
        constants.add(
            new JavaHint.JavaEnum(
                object.text("name"), object.text("title"), object.text("description")));
      } else {
        context.invalid(item.location(), "an array of objects", item);
      }
    }
    return new JavaHint.JavaEnums(context.site(), constants);
  }
}
