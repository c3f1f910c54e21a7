package io.eventwright.runtime.event;

/**
 * Where an event's data are, when they are too large to travel with it. On the wire it is the
 * extension attributes {@code dataref} ({@code s3://bucket/key}), {@code datasha256} and {@code
 * databytes} in place of {@code data} (CloudEvents extension "Dataref").
 *
 * @param bucket that holds them
 * @param key in that bucket
 * @param sha256 of their bytes, 64 lower-case hexadecimal digits
 * @param bytes how many
 */
public record Claim(String bucket, String key, String sha256, long bytes) {}
