package io.eventwright.generator.emit.sam.view;

/**
 * A stream that one part consumes.
 *
 * @param stack the system
 * @param id what its logical ids begin with
 * @param name as in {@code system.yaml}
 * @param capacity {@code ShardCount} and the mode, in the template's language
 * @param retentionHours how long events stay
 * @param fed whether a rule sends to it, for which it needs a role
 * @param bus name of that rule's bus, within a text that {@code Sub} fills
 */
public record StreamView(
    StackView stack,
    String id,
    String name,
    CapacityView capacity,
    int retentionHours,
    boolean fed,
    String bus) {

  /**
   * How much it carries.
   *
   * @param mode as Kinesis calls it
   * @param shards how many; 0 where Kinesis chooses
   */
  public record CapacityView(String mode, int shards) {}
}
