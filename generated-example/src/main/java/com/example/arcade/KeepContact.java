package com.example.arcade;

import com.example.arcade.entity.Contact;
import com.example.arcade.event.ContactGivenV1;
import com.example.arcade.worker.KeepContactWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/** Keeps how a player is reached. Of a player who is forgotten the event says nothing any more. */
public final class KeepContact implements KeepContactWorker {
  @Override
  public Decision<Contact> decide(Event<ContactGivenV1> event, EntityState<Contact> contact) {
    ContactGivenV1 given = event.data();
    return Decision.next(Contact.builder().playerId(given.playerId()).email(given.email()).build());
  }
}
