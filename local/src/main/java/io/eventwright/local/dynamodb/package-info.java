/** Tables: the calls to DynamoDB Local, and the streams that successful writes ring. */
@NullMarked
package io.eventwright.local.dynamodb;

import org.jspecify.annotations.NullMarked;
