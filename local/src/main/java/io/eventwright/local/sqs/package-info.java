/** Queues: the calls to ElasticMQ, and what the service adds to them. */
@NullMarked
package io.eventwright.local.sqs;

import org.jspecify.annotations.NullMarked;
