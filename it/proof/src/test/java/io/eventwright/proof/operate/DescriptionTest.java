package io.eventwright.proof.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.operate.lookup.Consumer;
import io.eventwright.local.operate.lookup.Consumer.Kind;
import io.eventwright.local.operate.lookup.Description;
import io.eventwright.proof.saga.Generated;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The sample's {@code operate.json}, as the generator writes it and {@code operate} reads it. */
class DescriptionTest {

  @Test
  void whatIsGeneratedOfTheSampleIsUnderstood() throws Exception {
    Path folder = Generated.template("arcade");
    Description description = Description.read(folder.resolve("operate.json"));

    assertEquals("arcade", description.system());
    assertEquals(
        new Consumer(
            Kind.WORKER,
            "credit-wallet",
            "arcade",
            List.of("deposit-received.v1", "deposit-received.v2"),
            true,
            false,
            List.of(),
            List.of()),
        named(description, "credit-wallet"));
    assertEquals(Kind.WINDOW, named(description, "summarise-season").kind());
    assertEquals("aws.s3", named(description, "accept-avatar").source());
    assertEquals(List.of("reserve-item", "charge-wallet"), named(description, "purchase").steps());
    assertEquals(List.of("season"), named(description, "leaderboard").key());
    assertTrue(description.consumers().stream().anyMatch(each -> each.kind() == Kind.ROUTE));
    assertTrue(
        description.consumers().stream().noneMatch(each -> each.name().equals("reserve-item")),
        "a saga's step takes no events");

    assertEquals(
        "{\"playerId\":\"p-1\",\"email\":\"***\"}",
        description
            .mask()
            .show("contact-given.v1", "{\"playerId\":\"p-1\",\"email\":\"a@b.c\"}")
            .toString());
    assertTrue(description.mask().knows("entity:wallet"));
    assertFalse(description.mask().knows("entity:nothing"));
  }

  @Test
  void everyRuleOfTheTemplateFeedsAConsumerThatIsKnown() throws Exception {
    Path folder = Generated.template("arcade");
    Description description = Description.read(folder.resolve("operate.json"));
    Set<String> known =
        description.consumers().stream().map(each -> id(each.name())).collect(Collectors.toSet());
    Set<String> fed = new TreeSet<>();
    // A topic has some of its own: what its rule could not publish, whoever listens.
    Pattern.compile("^  (\\w+?)(?<!Topic)DeadLetterQueue:$", Pattern.MULTILINE)
        .matcher(Files.readString(folder.resolve("template.yaml")))
        .results()
        .forEach(match -> fed.add(match.group(1)));
    assertFalse(fed.isEmpty());
    fed.removeAll(known);
    assertEquals(Set.of(), fed, "has dead letters, and operate does not know whose they are");
  }

  private static Consumer named(Description description, String name) {
    return description.consumers().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String id(String name) {
    return java.util.Arrays.stream(name.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
