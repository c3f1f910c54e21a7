package com.example.everything;

import com.example.everything.event.PagePrintedV1;
import com.example.everything.event.PageWantedV1;
import com.example.everything.saga.PrintPagePrintTask;
import io.eventwright.runtime.event.Event;

/** Prints every page but the thirteenth, at which its process ends. */
public final class Print implements PrintPagePrintTask {
  @Override
  public PagePrintedV1 run(Event<PageWantedV1> event) {
    int number = event.data().number();
    System.out.println("printing " + number + " as " + event.envelope().id());
    if (number == 13) {
      Runtime.getRuntime().halt(7);
    }
    return PagePrintedV1.builder().thingId(event.data().thingId()).number(number + 100).build();
  }
}
