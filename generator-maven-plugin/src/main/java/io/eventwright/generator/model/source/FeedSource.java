package io.eventwright.generator.model.source;

import io.eventwright.generator.model.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code via}.
 *
 * @param channel where new events go; without a path where none is written
 * @param by the path that is written; null for none
 * @param draining the channel of the release before; null for none
 */
public record FeedSource(
    Located<Channel> channel,
    @Nullable Located<List<String>> by,
    @Nullable Located<Channel> draining) {}
