package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import java.util.List;
import java.util.Map;

/**
 * The resources that keep something, and what cannot be changed of them: CloudFormation makes
 * another instead, and what was in the first stays behind (CloudFormation's resource reference,
 * "Update requires: Replacement").
 */
final class StatefulResources {

  private static final Map<String, List<List<String>>> FIXED =
      Map.of(
          Types.TABLE,
              List.of(List.of("TableName"), List.of("KeySchema"), List.of("LocalSecondaryIndexes")),
          Types.QUEUE, List.of(List.of("QueueName"), List.of("FifoQueue")),
          Types.TOPIC, List.of(List.of("TopicName"), List.of("FifoTopic")),
          Types.STREAM, List.of(List.of("Name")),
          Types.BUCKET, List.of(List.of("BucketName"), List.of("ObjectLockEnabled")),
          Types.BUS, List.of(List.of("Name")),
          Types.ARCHIVE, List.of(List.of("ArchiveName"), List.of("SourceArn")),
          Types.KEY, List.of(List.of("KeySpec"), List.of("KeyUsage")),
          Types.STATE_MACHINE, List.of(List.of("Name"), List.of("Type")));

  private StatefulResources() {}

  /** Those of a template. */
  static List<Resource> of(SamTemplate template) {
    return template.having(each -> FIXED.containsKey(each.type()));
  }

  /** The properties of a type that must stay as they are. */
  static List<List<String>> fixed(String type) {
    return FIXED.getOrDefault(type, List.of());
  }
}
