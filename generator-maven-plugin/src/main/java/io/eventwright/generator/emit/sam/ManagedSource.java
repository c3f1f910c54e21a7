package io.eventwright.generator.emit.sam;

import org.jspecify.annotations.Nullable;

/**
 * An event source mapping that the manager pauses and resumes.
 *
 * @param worker whom it feeds
 * @param mappingId its logical id, which SAM makes of the function's and the event's
 * @param queueArn the queue that it reads, in the template's language; null for a stream
 */
record ManagedSource(String worker, String mappingId, @Nullable String queueArn) {}
