package com.example.arcade;

import com.example.arcade.event.PayoutCancelledV1;
import com.example.arcade.event.PayoutCompletedV1;
import com.example.arcade.event.PayoutRequestedV1;
import com.example.arcade.saga.PayoutSaga;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.saga.SagaFailure;

/** How a payout ends: all winners have their prizes, or nobody has. */
public final class Payout implements PayoutSaga {
  @Override
  public PayoutCompletedV1 completed(Event<PayoutRequestedV1> event) {
    PayoutRequestedV1 payout = event.data();
    return PayoutCompletedV1.builder()
        .payoutId(payout.payoutId())
        .hostId(payout.hostId())
        .pot(payout.pot())
        .build();
  }

  @Override
  public PayoutCancelledV1 cancelled(Event<PayoutRequestedV1> event, SagaFailure failure) {
    PayoutRequestedV1 payout = event.data();
    return PayoutCancelledV1.builder()
        .payoutId(payout.payoutId())
        .hostId(payout.hostId())
        .pot(payout.pot())
        .step(failure.step())
        .code(FailureWords.code(failure))
        .reason(FailureWords.reason(failure))
        .build();
  }
}
