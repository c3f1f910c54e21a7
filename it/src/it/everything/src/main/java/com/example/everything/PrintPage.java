package com.example.everything;

import com.example.everything.event.PrintAskedV1;
import com.example.everything.event.PrintDoneV1;
import com.example.everything.event.PrintFailedV1;
import com.example.everything.saga.PrintPageSaga;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.saga.SagaFailure;

/** Tells how it went. */
public final class PrintPage implements PrintPageSaga {
  @Override
  public PrintDoneV1 done(Event<PrintAskedV1> event) {
    return PrintDoneV1.builder().thingId(event.data().thingId()).number(event.data().number()).build();
  }

  @Override
  public PrintFailedV1 failed(Event<PrintAskedV1> event, SagaFailure failure) {
    return PrintFailedV1.builder().thingId(event.data().thingId()).number(event.data().number()).build();
  }
}
