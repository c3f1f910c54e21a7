/**
 * A small cloud for tests: DynamoDB Local for real, bus and queues by a stand-in, faults on
 * request.
 */
@NullMarked
package io.eventwright.runtime.testing;

import org.jspecify.annotations.NullMarked;
