package io.eventwright.local.operate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * SNS's call that operating needs (API reference, "Publish").
 *
 * @param sns the service
 */
record TopicCalls(SignedCalls sns) {

  /** Tells all who listen; when this returns, SNS has stored the message. */
  void publish(String topicArn, String message) {
    String form =
        "Action=Publish&Version=2010-03-31&TopicArn=%s&Message=%s"
            .formatted(encoded(topicArn), encoded(message));
    sns.send(
        sns.request(SdkHttpMethod.POST, "/")
            .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .build(),
        form.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
