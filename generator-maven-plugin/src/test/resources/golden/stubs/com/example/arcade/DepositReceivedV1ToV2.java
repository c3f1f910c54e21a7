package com.example.arcade;

import com.example.arcade.event.DepositReceivedV1;
import com.example.arcade.event.DepositReceivedV2;
import com.example.arcade.upcast.DepositReceivedV1ToV2Upcaster;

/**
 * {@code deposit-received.v1} as {@code deposit-received.v2}.
 *
 * <p>Until it is written it fails its events: they are retried and then kept in the dead-letter
 * queue, so that none is lost.
 */
public final class DepositReceivedV1ToV2 implements DepositReceivedV1ToV2Upcaster {
  @Override
  public DepositReceivedV2 upcast(DepositReceivedV1 old) {
    throw new UnsupportedOperationException("DepositReceivedV1ToV2.upcast is not written yet");
  }
}
