package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.entity.Contact;
import com.example.arcade.entity.Contacts;
import com.example.arcade.event.ContactGiven;
import com.example.arcade.event.ContactGivenV1;
import com.example.arcade.event.DepositReceived;
import com.example.arcade.id.PlayerId;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.log.EntityKey;
import io.eventwright.runtime.log.LogVerifier;
import io.eventwright.runtime.seal.SubjectKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Row 51 on the running system: a player asks to be forgotten. */
@LocalCloudTest
class ForgettingTest {
  private static final String EMAIL = "ada@example.org";

  @BeforeEach
  void empty(LocalCloud cloud) {
    cloud.reset();
  }

  @Test
  void whatIsSensitiveIsSealedOnItsWayAndGoneOnceThePlayerIsForgotten(LocalCloud cloud) {
    give(cloud, "p-ada", EMAIL);
    give(cloud, "p-bob", "bob@example.org");

    assertEquals(EMAIL, contact(cloud, "p-ada").email());
    assertFalse(cloud.events().toString().contains(EMAIL));
    assertFalse(rows(cloud).contains(EMAIL));
    assertTrue(rows(cloud).contains("sealed:1:player#"));

    forget(cloud, "p-ada");

    assertNull(contact(cloud, "p-ada").email());
    assertEquals("bob@example.org", contact(cloud, "p-bob").email());
    assertTrue(
        new LogVerifier(new Arcade(cloud).runtime().log())
            .verify(new EntityKey("contact", "p-ada"))
            .holds());
  }

  @Test
  void whatComesLateAboutAForgottenPlayerIsNotKept(LocalCloud cloud) {
    forget(cloud, "p-eve");
    give(cloud, "p-eve", "eve@example.org");

    assertNull(contact(cloud, "p-eve").email());
    assertFalse(rows(cloud).contains("eve@example.org"));
    assertEquals(1, new Arcade(cloud).outcomes("applied"));
  }

  @Test
  void aPlayerWhomAnOperatorForgetsIsGoneFromAllThatIsKeptAndTheirMoneyIsNot(LocalCloud cloud)
      throws Exception {
    Instant begun = Instant.now();
    Arcade arcade = new Arcade(cloud);
    Operator operator = new Operator(cloud);
    give(cloud, "p-ada", "old@example.org");
    give(cloud, "p-ada", EMAIL);
    give(cloud, "p-bob", "bob@example.org");
    arcade
        .runtime()
        .publisher()
        .publish(DepositReceived.V2, "player/p-ada", Arcade.deposit("p-ada", 500));
    cloud.awaitIdle();
    assertEquals(List.of("old@example.org", EMAIL), emails(cloud, "p-ada"));

    String told = operator.run("forget player --subject p-ada");
    assertTrue(told.contains("player p-ada is forgotten."), told);

    assertEquals(Arrays.asList(null, null), emails(cloud, "p-ada"));
    assertEquals(List.of("bob@example.org"), emails(cloud, "p-bob"));
    assertEquals(500, arcade.wallet("p-ada").balance());
    told = operator.run("entity history contact p-ada");
    assertTrue(told.contains("2 versions"), told);
    assertFalse(told.contains("@example.org"), told);

    // What the bus has archived is as sealed as the log: sent again, it brings nothing back.
    for (String consumer : List.of("keep-contact", "credit-wallet")) {
      told = operator.run("archive replay " + consumer + " --from " + begun);
      assertTrue(told.contains("COMPLETED"), told);
    }
    cloud.awaitIdle();
    assertEquals(3, arcade.outcomes("KeepContactFunction", "duplicate"));
    assertEquals(1, arcade.outcomes("CreditWalletFunction", "duplicate"));
    assertEquals(Arrays.asList(null, null), emails(cloud, "p-ada"));
    assertEquals(500, arcade.wallet("p-ada").balance());
    assertFalse(cloud.events().toString().contains(EMAIL));
    for (String entity : List.of("contact", "wallet")) {
      assertTrue(
          new LogVerifier(arcade.runtime().log()).verify(new EntityKey(entity, "p-ada")).holds(),
          entity);
    }

    told = operator.run("forget player --subject p-ada");
    assertTrue(told.contains("player p-ada has no key"), told);
  }

  /** Of each version of the log, oldest first; null where it cannot be read. */
  private static List<@Nullable String> emails(LocalCloud cloud, String player) {
    List<@Nullable String> emails = new ArrayList<>();
    new Arcade(cloud)
        .runtime()
        .entities(Contacts.TYPE)
        .history(player, 0, 100)
        .items()
        .forEach(version -> emails.add(Objects.requireNonNull(version.after()).email()));
    return emails;
  }

  private static void give(LocalCloud cloud, String player, String email) {
    new Arcade(cloud)
        .runtime()
        .publisher()
        .publish(
            ContactGiven.V1,
            "player/" + player,
            ContactGivenV1.builder().playerId(new PlayerId(player)).email(email).build());
    cloud.awaitIdle();
  }

  private static void forget(LocalCloud cloud, String player) {
    new SubjectKeys(
            new Arcade(cloud).runtime().clients().dynamoDb(),
            cloud.name("KeysTable"),
            Clock.systemUTC())
        .forget("player", player);
  }

  /** As an instance sees it that has read no key yet. */
  private static Contact contact(LocalCloud cloud, String player) {
    return new Arcade(cloud)
        .runtime()
        .entities(Contacts.TYPE)
        .current(player)
        .state()
        .orElseThrow();
  }

  private static String rows(LocalCloud cloud) {
    return new Arcade(cloud)
        .runtime()
        .clients()
        .dynamoDb()
        .scan(scan -> scan.tableName(cloud.name("LogTable")))
        .items()
        .toString();
  }
}
