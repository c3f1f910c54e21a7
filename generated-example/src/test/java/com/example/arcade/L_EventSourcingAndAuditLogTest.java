package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.entity.Wallet;
import com.example.arcade.entity.Wallets;
import com.example.arcade.event.DepositReceived;
import io.eventwright.local.junit.Invocation;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.anchor.AnchorCheck;
import io.eventwright.runtime.anchor.Anchors;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.log.EntityVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/**
 * L: each change of a wallet is an entry with the state before and after and its cause, so that any
 * past version is what was live then. What the bus took is in its archive, and may come again
 * without a second effect. How far each log had come is kept where nobody can change it.
 */
@LocalCloudTest
class L_EventSourcingAndAuditLogTest {
  private static final int DEPOSITS = 5;

  @Test
  void anyPastVersionIsWhatWasLiveThen(LocalCloud cloud) throws Exception {
    cloud.reset();
    Arcade arcade = new Arcade(cloud);
    Instant begun = Instant.now().minusSeconds(60);
    List<EntityState<Wallet>> live = new ArrayList<>();
    for (int i = 1; i <= DEPOSITS; i++) {
      arcade
          .runtime()
          .publisher()
          .publish(DepositReceived.V2, "player/p-1", Arcade.deposit("p-1", i * 100L));
      cloud.awaitIdle();
      live.add(arcade.runtime().entities(Wallets.TYPE).current("p-1"));
    }

    Wallet before = null;
    for (EntityVersion<Wallet> entry : arcade.walletLog("p-1")) {
      EntityState<Wallet> then = live.get((int) entry.version() - 1);
      assertEquals(then.state().orElseThrow(), entry.after());
      assertEquals(before, entry.before());
      assertTrue(entry.cause().type().startsWith("deposit-received"), entry.toString());
      assertEquals(
          then.state(),
          arcade
              .runtime()
              .entities(Wallets.TYPE)
              .atVersion("p-1", entry.version())
              .map(EntityVersion::after));
      before = entry.after();
    }
    assertEquals(DEPOSITS, arcade.walletLog("p-1").size());
    assertNull(arcade.walletLog("p-1").get(0).before());

    theArchiveBringsAllAgainWithoutASecondEffect(cloud, begun);
    assertEquals(DEPOSITS, arcade.walletLog("p-1").size());
    assertEquals(DEPOSITS, arcade.outcomes("CreditWalletFunction", "duplicate"));

    // By the function's own role, into the locked bucket.
    Invocation kept = cloud.invoke("AnchorFunction", "{}");
    assertTrue(kept.toString().contains("\"heads\":"), kept.toString());
    AnchorCheck.Verdict verdict =
        new AnchorCheck(
                arcade.runtime().log(),
                new Anchors(arcade.runtime().clients().s3(), cloud.ref("AnchorBucket")))
            .check();
    assertTrue(verdict.entities() >= 1, verdict.toString());
    assertEquals(List.of(), verdict.findings());
  }

  private static void theArchiveBringsAllAgainWithoutASecondEffect(
      LocalCloud cloud, Instant begun) {
    try (EventBridgeClient bridge = EventBridgeClient.create()) {
      bridge.startReplay(
          start ->
              start
                  .replayName("audit")
                  .eventSourceArn(cloud.arn("Archive"))
                  .eventStartTime(begun)
                  .eventEndTime(Instant.now().plusSeconds(60))
                  .destination(
                      to -> to.arn(cloud.arn("Bus")).filterArns(cloud.arn("CreditWalletRule"))));
    }
    cloud.awaitIdle();
  }
}
