package io.eventwright.runtime.call;

import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Where leases are.
 *
 * @param dynamoDb has the table
 * @param name of the control table
 * @param limit of one call of it: when it takes longer, the table is as good as down, and what
 *     cannot be counted is not called for
 */
public record LeaseTable(DynamoDbClient dynamoDb, String name, Duration limit) {}
