/** Starts and stops the engines that other people keep: DynamoDB Local and ElasticMQ. */
@NullMarked
package io.eventwright.local.engine;

import org.jspecify.annotations.NullMarked;
