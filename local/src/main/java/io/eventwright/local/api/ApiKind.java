package io.eventwright.local.api;

import java.time.Duration;

/**
 * The two kinds of API, and how they differ in what a client sees ("Choose between REST APIs and
 * HTTP APIs", and the quotas of either).
 */
public enum ApiKind {
  /** Payload format 2.0. */
  HTTP(
      Duration.ofSeconds(30),
      new Refusal(404, "Not Found"),
      new Refusal(503, "Service Unavailable"),
      new Refusal(500, "Internal Server Error")),
  /** Payload format 1.0. */
  REST(
      Duration.ofSeconds(29),
      new Refusal(403, "Missing Authentication Token"),
      new Refusal(504, "Endpoint request timed out"),
      new Refusal(502, "Internal server error"));

  /** How long a function may take. */
  final Duration limit;

  /** No route has that method and path. */
  final Refusal unknown;

  /** The function took too long. */
  final Refusal late;

  /** The function failed, or answered what is no response. */
  final Refusal failed;

  ApiKind(Duration limit, Refusal unknown, Refusal late, Refusal failed) {
    this.limit = limit;
    this.unknown = unknown;
    this.late = late;
    this.failed = failed;
  }
}
