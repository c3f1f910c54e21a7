/**
 * What a person does to a running system: quarantine, dead letters, parked events, log, replay;
 * here or on AWS.
 */
@NullMarked
package io.eventwright.local.operate;

import org.jspecify.annotations.NullMarked;
