package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.entity.Profile;
import com.example.arcade.entity.Profiles;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.entity.EntityState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A picture is put into the bucket, and the player is shown with it. */
@LocalCloudTest
class AvatarsTest {

  @BeforeEach
  void empty(LocalCloud cloud) {
    cloud.reset();
  }

  @Test
  void aPictureInTheBucketIsShown(LocalCloud cloud) {
    put(cloud, "in/p-ada.png", png(128, 96));
    put(
        cloud,
        "in/p-ben.png",
        "GIF89a, and not what it says it is".getBytes(StandardCharsets.UTF_8));
    put(cloud, "out/p-cleo.png", png(1, 1));
    cloud.awaitIdle();

    EntityState<Profile> ada = profile(cloud, "p-ada");
    assertEquals(1, ada.version(), () -> String.join("\n", cloud.log("AcceptAvatarFunction")));
    assertEquals(
        Profile.builder().picture("in/p-ada.png").width(128).height(96).build(), ada.current());
    assertEquals(0, profile(cloud, "p-ben").version());
    assertEquals(0, profile(cloud, "p-cleo").version());
    List<String> said = cloud.log("AcceptAvatarFunction");
    assertTrue(
        said.stream().anyMatch(line -> line.contains("\"reason\":\"no-png\"")), said::toString);
  }

  @Test
  void anotherPictureIsAnotherVersionAndBothAreInTheLog(LocalCloud cloud) {
    put(cloud, "in/p-ada.png", png(10, 10));
    cloud.awaitIdle();
    put(cloud, "in/p-ada.png", png(20, 20));
    cloud.awaitIdle();

    assertEquals(2, profile(cloud, "p-ada").version());
    assertEquals(20, profile(cloud, "p-ada").state().orElseThrow().width());
  }

  private static EntityState<Profile> profile(LocalCloud cloud, String player) {
    return new Arcade(cloud).runtime().entities(Profiles.TYPE).current(player);
  }

  static void put(LocalCloud cloud, String key, byte[] content) {
    try (S3Client objects = S3Client.builder().forcePathStyle(true).build()) {
      objects.putObject(
          put -> put.bucket(cloud.name("AvatarsBucket")).key(key).contentType("image/png"),
          RequestBody.fromBytes(content));
    }
  }

  /** The head of a picture of that size. */
  static byte[] png(int width, int height) {
    return ByteBuffer.allocate(64)
        .putLong(0x89504E470D0A1A0AL)
        .putInt(13)
        .putInt(0x49484452)
        .putInt(width)
        .putInt(height)
        .array();
  }
}
