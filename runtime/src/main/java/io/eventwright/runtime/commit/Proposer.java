package io.eventwright.runtime.commit;

import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.intake.Rejection;

/** Reads and decides; called again when another writer was quicker. */
@FunctionalInterface
interface Proposer {
  Proposal propose() throws Rejection, DependencyUnavailable;
}
