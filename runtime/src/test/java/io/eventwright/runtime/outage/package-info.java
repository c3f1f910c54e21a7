/**
 * An outage in virtual time: the product's own code against models of SQS and of Lambda's pollers.
 */
@NullMarked
package io.eventwright.runtime.outage;

import org.jspecify.annotations.NullMarked;
