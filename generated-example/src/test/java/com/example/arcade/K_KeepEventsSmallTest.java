package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.entity.Highlight;
import com.example.arcade.entity.Highlights;
import com.example.arcade.event.HighlightRecorded;
import com.example.arcade.event.HighlightRecordedV1;
import com.example.arcade.id.MatchId;
import com.example.arcade.id.PlayerId;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.publish.PreparedEvent;
import io.eventwright.runtime.publish.Publisher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * K: what is too large for the topics and queues on an event's way goes by claim check, and arrives
 * intact.
 */
@LocalCloudTest
class K_KeepEventsSmallTest {
  private static final int SNS_LIMIT = 256 * 1024;

  private final String match = UUID.randomUUID().toString();

  @BeforeEach
  void empty(LocalCloud cloud) {
    cloud.reset();
  }

  @Test
  void aPayloadOverTheLimitArrivesIntact(LocalCloud cloud) {
    Arcade arcade = new Arcade(cloud);
    String moves = moves(290_000);
    Publisher publisher = arcade.runtime().publisher();
    PreparedEvent event = prepare(publisher, moves);
    assertTrue(event.data().getBytes(StandardCharsets.UTF_8).length > SNS_LIMIT);

    publisher.send(List.of(event, event));
    cloud.awaitIdle();

    List<String> onTheBus =
        cloud.events().stream().filter(text -> text.contains("highlight-recorded.v1")).toList();
    assertEquals(2, onTheBus.size());
    onTheBus.forEach(text -> assertTrue(text.length() < 2_000, () -> text.length() + " bytes"));
    Highlight kept =
        arcade.runtime().entities(Highlights.TYPE).current(match).state().orElseThrow();
    assertEquals(290_000, kept.moves());
    assertEquals(KeepHighlight.sha256(moves), kept.sha256());
    assertEquals(1, arcade.outcomes("duplicate"));
  }

  @AfterEach
  void consumerIsBack(LocalCloud cloud) {
    cloud.resume("KeepHighlightFunction");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasChangedInTheBucketOrIsGoneFromItIsQuarantined(boolean gone, LocalCloud cloud) {
    Arcade arcade = new Arcade(cloud);
    cloud.pause("KeepHighlightFunction");
    Publisher publisher = arcade.runtime().publisher();
    publisher.send(List.of(prepare(publisher, moves(290_000))));
    try (S3Client objects = S3Client.builder().forcePathStyle(true).build()) {
      String bucket = cloud.name("ClaimsBucket");
      String key =
          objects.listObjectsV2(list -> list.bucket(bucket)).contents().stream()
              .map(object -> object.key())
              .filter(name -> name.startsWith("highlight-recorded"))
              .findFirst()
              .orElseThrow();
      if (gone) {
        objects.deleteObject(delete -> delete.bucket(bucket).key(key));
      } else {
        objects.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString("{}"));
      }
    }
    cloud.resume("KeepHighlightFunction");
    cloud.awaitIdle();

    assertEquals(0, arcade.runtime().entities(Highlights.TYPE).current(match).version());
    assertTrue(arcade.quarantined().get(0).contains("claim-invalid"));
  }

  private PreparedEvent prepare(Publisher publisher, String moves) {
    return publisher.prepare(
        HighlightRecorded.V1,
        "match/" + match,
        HighlightRecordedV1.builder()
            .matchId(new MatchId(match))
            .playerId(new PlayerId("p-ada"))
            .moves(moves)
            .build());
  }

  /** So many moves, the same each time. */
  private static String moves(int count) {
    Random random = new Random(count);
    StringBuilder moves = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      moves.append("lrudjf".charAt(random.nextInt(6)));
    }
    return moves.toString();
  }
}
