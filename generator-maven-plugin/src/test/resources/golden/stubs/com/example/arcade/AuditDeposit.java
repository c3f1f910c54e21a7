package com.example.arcade;

import com.example.arcade.entity.Wallet;
import com.example.arcade.event.DepositReceivedV3;
import com.example.arcade.worker.AuditDepositWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.guard.Dependency;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.guard.ReconciledDependency;
import io.eventwright.runtime.secret.Secret;
import io.eventwright.runtime.worker.Decision;

/**
 * The worker {@code audit-deposit}.
 *
 * <p>Until it is written it fails its events: they are retried and then kept in the dead-letter
 * queue, so that none is lost.
 */
public final class AuditDeposit implements AuditDepositWorker {
  @Override
  public Decision<Wallet> decide(
      Event<DepositReceivedV3> event,
      EntityState<Wallet> wallet,
      Dependency paymentGateway,
      Secret paymentGatewaySecret,
      ReconciledDependency ledger)
          throws DependencyUnavailable {
    throw new UnsupportedOperationException("AuditDeposit.decide is not written yet");
  }
}
