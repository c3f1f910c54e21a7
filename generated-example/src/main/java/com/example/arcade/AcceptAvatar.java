package com.example.arcade;

import com.example.arcade.event.AvatarAcceptedV1;
import com.example.arcade.id.PlayerId;
import com.example.arcade.worker.AcceptAvatarWorker;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.trigger.ObjectCreated;
import io.eventwright.runtime.trigger.StoredObjects;
import io.eventwright.runtime.worker.Decision;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at a picture that was uploaded: only PNG, only as large as a page shows. */
public final class AcceptAvatar implements AcceptAvatarWorker {
  private static final long MOST_BYTES = 2 * 1024 * 1024;
  private static final int MOST_PIXELS = 4096;
  private static final int HEAD = 24;
  private static final long PNG = 0x89504E470D0A1A0AL;
  private static final Pattern KEY = Pattern.compile("in/(p-[0-9a-z]{1,30})\\.png");

  @Override
  public Decision<Void> decide(Event<ObjectCreated> event, StoredObjects.Content content) {
    ObjectCreated picture = event.data();
    Matcher key = KEY.matcher(picture.key());
    if (!key.matches()) {
      return Decision.refuse("no-player", "A picture's key is in/<player>.png.");
    }
    if (picture.size() > MOST_BYTES || picture.size() < HEAD) {
      return Decision.refuse("wrong-size", "A picture has 24 bytes to 2 MiB.");
    }
    // The first 24 bytes say what it is and how large (PNG specification, section 5.2 and 11.2.1).
    ByteBuffer head = content.read(MOST_BYTES, in -> ByteBuffer.wrap(in.readNBytes(HEAD)));
    if (head.remaining() < HEAD || head.getLong(0) != PNG) {
      return Decision.refuse("no-png", "Only PNG pictures are shown.");
    }
    int width = head.getInt(16);
    int height = head.getInt(20);
    if (width < 1 || width > MOST_PIXELS || height < 1 || height > MOST_PIXELS) {
      return Decision.refuse("too-many-pixels", "A picture has 4096 pixels a side at most.");
    }
    return Decision.publish(
        emit(
            AvatarAcceptedV1.builder()
                .playerId(new PlayerId(key.group(1)))
                .picture(picture.key())
                .width(width)
                .height(height)
                .build()));
  }
}
