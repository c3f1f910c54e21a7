/** S3, in memory: objects with tags, conditions and parts, and what EventBridge is told of them. */
@NullMarked
package io.eventwright.local.s3;

import org.jspecify.annotations.NullMarked;
