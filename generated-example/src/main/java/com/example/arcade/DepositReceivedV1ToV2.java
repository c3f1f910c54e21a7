package com.example.arcade;

import com.example.arcade.event.DepositReceivedV1;
import com.example.arcade.event.DepositReceivedV2;
import com.example.arcade.upcast.DepositReceivedV1ToV2Upcaster;

/** Fractions become whole minor units; how it was paid follows from the voucher. */
public final class DepositReceivedV1ToV2 implements DepositReceivedV1ToV2Upcaster {
  @Override
  public DepositReceivedV2 upcast(DepositReceivedV1 old) {
    // Before version 2 a deposit without a voucher was always paid by card.
    return DepositReceivedV2.builder()
        .depositId(old.depositId())
        .playerId(old.playerId())
        .minorUnits(old.amount().movePointRight(2).longValueExact())
        .currency(old.currency())
        .method(
            old.voucher() == null
                ? DepositReceivedV2.Method.CARD
                : DepositReceivedV2.Method.VOUCHER)
        .voucher(old.voucher())
        .build();
  }
}
