package io.eventwright.generator.load.system;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.source.EventSelection;
import io.eventwright.generator.model.source.Located;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code order-placed@2}, {@code order-placed@1..2} and {@code order-placed@latest}. */
final class EventText {

  private static final Pattern SELECTION =
      Pattern.compile("([^@\\s]+)@(?:(latest)|([1-9]\\d{0,3})(?:\\.\\.([1-9]\\d{0,3}))?)");

  private final Scalars scalars;
  private final Diagnostics found;

  EventText(Diagnostics found) {
    this.found = found;
    scalars = new Scalars(found);
  }

  /** Some majors of an event. */
  @Nullable Located<EventSelection> selection(Node node) {
    Located<String> text = scalars.text(node);
    if (text == null) {
      return null;
    }
    Matcher parts = SELECTION.matcher(text.value());
    if (!parts.matches()) {
      scalars.wrong(
          node,
          "an event and its majors, such as order-placed@2, order-placed@1..2 or order-placed@latest");
      return null;
    }
    if (!scalars.isName(new Located<>(parts.group(1), text.location()))) {
      return null;
    }
    return new Located<>(new EventSelection(parts.group(1), majors(parts, text)), text.location());
  }

  /** One major of an event. */
  @Nullable Located<EventRef> reference(Node node) {
    Located<EventSelection> selection = selection(node);
    if (selection == null) {
      return null;
    }
    if (selection.value().majors() instanceof EventSelection.Range range
        && range.first() == range.last()) {
      return new Located<>(
          new EventRef(selection.value().event(), range.first()), selection.location());
    }
    scalars.wrong(node, "one major of an event, such as order-placed@2");
    return null;
  }

  private EventSelection.Majors majors(Matcher parts, Located<String> text) {
    if (parts.group(2) != null) {
      return new EventSelection.All();
    }
    int first = Integer.parseInt(parts.group(3));
    int last = parts.group(4) == null ? first : Integer.parseInt(parts.group(4));
    if (last < first) {
      found.error(
          text.location(),
          "empty-range",
          "The range "
              + text.value()
              + " ends before it begins. Write "
              + parts.group(1)
              + "@"
              + last
              + ".."
              + first
              + ".");
      return new EventSelection.Range(last, first);
    }
    return new EventSelection.Range(first, last);
  }
}
