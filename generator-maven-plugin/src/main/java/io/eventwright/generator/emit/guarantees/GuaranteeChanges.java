package io.eventwright.generator.emit.guarantees;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a change of channels gains and loses, told from the page before and the page now. */
public final class GuaranteeChanges {

  private static final Pattern PART =
      Pattern.compile(
          "^\\*\\*((?:Worker|Projection) \\S+)\\*\\*, via ([a-z-]+)", Pattern.MULTILINE);

  private GuaranteeChanges() {}

  /** A line for each part whose channel is another one now. */
  public static List<String> between(String before, String now) {
    Map<String, String> old = channels(before);
    return channels(now).entrySet().stream()
        .filter(part -> old.containsKey(part.getKey()))
        .filter(part -> !part.getValue().equals(old.get(part.getKey())))
        .map(part -> line(part.getKey(), old.getOrDefault(part.getKey(), ""), part.getValue()))
        .toList();
  }

  private static Map<String, String> channels(String page) {
    Map<String, String> channels = new LinkedHashMap<>();
    Matcher part = PART.matcher(page);
    while (part.find()) {
      channels.put(part.group(1), part.group(2));
    }
    return channels;
  }

  private static String line(String part, String before, String now) {
    return part
        + ": via "
        + now
        + ", no longer via "
        + before
        + ". Gains: "
        + sentences(Guarantee.of(now), Guarantee.of(before))
        + ". Loses: "
        + sentences(Guarantee.of(before), Guarantee.of(now))
        + ".";
  }

  private static String sentences(Set<Guarantee> of, Set<Guarantee> without) {
    Set<Guarantee> left = EnumSet.noneOf(Guarantee.class);
    left.addAll(of);
    left.removeAll(without);
    return left.isEmpty()
        ? "nothing"
        : left.stream().map(Guarantee::sentence).collect(Collectors.joining("; "));
  }
}
