package com.example.arcade;

import com.example.arcade.event.DepositReceivedV2;
import com.example.arcade.event.DepositReceivedV3;
import com.example.arcade.upcast.DepositReceivedV2ToV3Upcaster;

/**
 * {@code deposit-received.v2} as {@code deposit-received.v3}.
 *
 * <p>Until it is written it fails its events: they are retried and then kept in the dead-letter
 * queue, so that none is lost.
 */
public final class DepositReceivedV2ToV3 implements DepositReceivedV2ToV3Upcaster {
  @Override
  public DepositReceivedV3 upcast(DepositReceivedV2 old) {
    throw new UnsupportedOperationException("DepositReceivedV2ToV3.upcast is not written yet");
  }
}
