package io.eventwright.generator.emit.sam.view;

import java.util.Map;

/**
 * A queue's subscription to a topic.
 *
 * @param id what its logical id begins with
 * @param consumerId what the logical ids of its queues begin with
 * @param title one line above it
 * @param topicId the topic's logical id
 * @param filterPolicy what it lets through, by the message's body
 */
public record SubscriptionView(
    String id, String consumerId, String title, String topicId, Map<String, Object> filterPolicy) {}
