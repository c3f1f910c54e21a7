package com.example.everything;

import com.example.everything.entity.Page;
import com.example.everything.event.PrintAskedV1;
import com.example.everything.worker.TearPageWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.util.List;

/** Adds that it was torn, whether it was printed or not. */
public final class TearPage implements TearPageWorker {
  @Override
  public Decision<Page> decide(Event<PrintAskedV1> event, EntityState<Page> before) {
    return Decision.next(
        Page.builder().numbers(Numbers.and(before.state().map(Page::numbers).orElse(List.of()), 998)).build());
  }
}
