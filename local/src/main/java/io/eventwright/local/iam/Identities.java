package io.eventwright.local.iam;

import java.util.Locale;

/** The access key id that stands for a function or state machine when it calls. */
public final class Identities {

  private Identities() {}

  /** The access key id of the resource with that ARN; the same each time. */
  public static String accessKeyId(String arn) {
    return "LOCAL" + Integer.toHexString(arn.hashCode()).toUpperCase(Locale.ROOT);
  }
}
