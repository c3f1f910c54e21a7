package com.example.arcade;

import com.example.arcade.entity.Profile;
import com.example.arcade.event.AvatarAcceptedV1;
import com.example.arcade.worker.ShowAvatarWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/** Shows a player with the picture that was accepted. */
public final class ShowAvatar implements ShowAvatarWorker {
  @Override
  public Decision<Profile> decide(Event<AvatarAcceptedV1> event, EntityState<Profile> profile) {
    AvatarAcceptedV1 avatar = event.data();
    return Decision.next(
        Profile.builder()
            .picture(avatar.picture())
            .width(avatar.width())
            .height(avatar.height())
            .build());
  }
}
