package io.eventwright.runtime.intake;

import org.jspecify.annotations.Nullable;

/**
 * One record of an SQS batch.
 *
 * @param messageId names it in the answer; never the key of deduplication, since a redrive changes
 *     it
 * @param receiptHandle for handing it back
 * @param body as sent
 * @param receiveCount how often it has been received, from 1
 * @param traceHeader X-Ray's header; null for none
 * @param group the message group; null when the queue has none
 */
public record SqsMessage(
    String messageId,
    String receiptHandle,
    String body,
    int receiveCount,
    @Nullable String traceHeader,
    @Nullable String group) {

  /** Without the body, of which nobody knows yet what is sensitive. */
  @Override
  public String toString() {
    return "SqsMessage[messageId=" + messageId + ", receiveCount=" + receiveCount + ", body=***]";
  }
}
