package io.eventwright.local.template;

import java.util.LinkedHashMap;
import java.util.Map;

/** Values for a template's parameters. */
public final class Parameters {

  private Parameters() {}

  /**
   * Those that were given, and a stand-in for a key that is kept elsewhere: it is nowhere here, so
   * that any ARN will do.
   */
  public static Map<String, String> of(Map<String, String> given, String region, String account) {
    Map<String, String> parameters = new LinkedHashMap<>(given);
    parameters.putIfAbsent(
        "EncryptionKeyArn", "arn:aws:kms:" + region + ":" + account + ":key/kept-elsewhere");
    return parameters;
  }
}
