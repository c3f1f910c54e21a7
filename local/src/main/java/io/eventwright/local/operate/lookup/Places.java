package io.eventwright.local.operate.lookup;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Where a system keeps what tells of events.
 *
 * @param tables where all tables are
 * @param log the log's name
 * @param inbox the inbox's
 * @param control that of the table of claims and leases; null when the system has none
 * @param order that of the table of cursors; null when no worker keeps an order
 * @param views that of the table of read models; null when there are none
 */
public record Places(
    DynamoDbClient tables,
    String log,
    String inbox,
    @Nullable String control,
    @Nullable String order,
    @Nullable String views) {}
