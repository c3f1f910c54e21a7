package com.example.everything;

import com.example.everything.entity.Page;
import com.example.everything.event.PagePrintedV1;
import com.example.everything.worker.DropPageWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.util.List;

/** Adds that it is gone. */
public final class DropPage implements DropPageWorker {
  @Override
  public Decision<Page> decide(Event<PagePrintedV1> event, EntityState<Page> before) {
    return Decision.next(
        Page.builder().numbers(Numbers.and(before.state().map(Page::numbers).orElse(List.of()), 999)).build());
  }
}
