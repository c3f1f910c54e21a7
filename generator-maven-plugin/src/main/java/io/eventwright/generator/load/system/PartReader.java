package io.eventwright.generator.load.system;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.RowSort;
import io.eventwright.generator.model.source.ConditionSource;
import io.eventwright.generator.model.source.EventSelection;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SubscriptionSource;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What readers of several parts share. */
final class PartReader {

  /** Lambda's own bounds. */
  static final Duration LEAST_TIMEOUT = Duration.ofSeconds(1);

  static final Duration MOST_TIMEOUT = Duration.ofMinutes(15);

  static final Pattern CLASS_NAME =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

  private static final Pattern SORT = Pattern.compile("([^\\s]+)(?: (asc|desc))?");

  private final Diagnostics found;
  private final Scalars scalars;
  private final EventText events;
  private final String basePackage;

  PartReader(Diagnostics found, String basePackage) {
    this.found = found;
    this.basePackage = basePackage;
    scalars = new Scalars(found);
    events = new EventText(found);
  }

  Diagnostics found() {
    return found;
  }

  Scalars scalars() {
    return scalars;
  }

  EventText events() {
    return events;
  }

  /** {@code on} with {@code where}; null when there is no {@code on}. */
  @Nullable SubscriptionSource subscription(SectionReader reader) {
    Located<EventSelection> on = reader.get("on", events::selection);
    List<ConditionSource> where = reader.getOr("where", List.of(), new WhereReader(found)::read);
    return on == null ? null : new SubscriptionSource(on, where);
  }

  /** A path such as {@code price.currency}. */
  @Nullable Located<List<String>> path(Node node) {
    Located<String> text = scalars.text(node);
    return text == null ? null : path(text);
  }

  /** A field of a row, and which way: {@code total desc}. */
  @Nullable Located<RowSort> sort(Node node) {
    Located<String> text = scalars.text(node);
    if (text == null) {
      return null;
    }
    Matcher sort = SORT.matcher(text.value());
    if (!sort.matches()) {
      scalars.wrong(node, "a field of the row and asc or desc, such as total desc");
      return null;
    }
    return new Located<>(
        new RowSort(List.of(sort.group(1).split("\\.", -1)), "desc".equals(sort.group(2))),
        text.location());
  }

  /** The parts of a path; the empty ones are found when it is looked up. */
  Located<List<String>> path(Located<String> text) {
    return new Located<>(List.of(text.value().split("\\.", -1)), text.location());
  }

  /**
   * The user's class: as it is named by {@code class}, or by convention in the system's package.
   */
  Located<String> className(SectionReader reader, Located<String> name, String byConvention) {
    Located<String> given = reader.get("class", this::className);
    return given == null
        ? new Located<>(basePackage + "." + byConvention, name.location())
        : new Located<>(inPackage(given), given.location());
  }

  /** A class's full name: a simple one is meant in the system's package. */
  String inPackage(Located<String> name) {
    return name.value().contains(".") ? name.value() : basePackage + "." + name.value();
  }

  /** The name of a class. */
  @Nullable Located<String> className(Node node) {
    Located<String> text = scalars.text(node);
    if (text != null && !CLASS_NAME.matcher(text.value()).matches()) {
      scalars.wrong(
          node, "the name of a Java class, such as ChargeWallet or com.example.ChargeWallet");
      return null;
    }
    return text;
  }

  /** Where a part of a plain text stands. */
  static Located<String> within(StringNode text, int begin, String part) {
    SourceLocation at = text.location();
    return new Located<>(part, new SourceLocation(at.file(), at.line(), at.column() + begin));
  }
}
