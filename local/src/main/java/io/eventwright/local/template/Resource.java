package io.eventwright.local.template;

/**
 * One resource, its properties evaluated.
 *
 * @param logicalId its name in the template
 * @param type such as {@code AWS::SQS::Queue}; never a SAM type, those are transformed
 * @param name its physical name
 * @param arn its ARN; for what has none, its name
 * @param ref what {@code Ref} gives
 * @param properties its properties; whoever brings the resource up reads them, and what nobody read
 *     is a problem
 */
public record Resource(
    String logicalId, String type, String name, String arn, String ref, Properties properties) {}
