package io.eventwright.local.sns;

import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.gateway.AwsService;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** SNS as clients see it: {@code Publish}, in the query protocol. */
public final class TopicService implements AwsService {

  private static final Set<String> TYPES = Set.of("String", "String.Array", "Number", "Binary");

  private final Topics topics;

  /** In front of those topics. */
  public TopicService(Topics topics) {
    this.topics = topics;
  }

  @Override
  public AwsResponse handle(AwsRequest request) {
    Map<String, String> form = form(request);
    String action = form.getOrDefault("Action", "");
    if (!action.equals("Publish")) {
      return fault(501, "NotImplemented", "SNS " + action + " is not here");
    }
    String arn = form.getOrDefault("TopicArn", form.getOrDefault("TargetArn", ""));
    if (!topics.has(arn)) {
      return fault(404, "NotFound", "Topic does not exist");
    }
    String body = form.getOrDefault("Message", "");
    if (body.isEmpty()) {
      return fault(400, "InvalidParameter", "Invalid parameter: Empty message");
    }
    Map<String, Notification.Attribute> attributes = attributes(form);
    for (Map.Entry<String, Notification.Attribute> each : attributes.entrySet()) {
      if (!TYPES.contains(each.getValue().type())) {
        return fault(
            400,
            "ParameterValueInvalid",
            "The message attribute '" + each.getKey() + "' has an invalid type");
      }
    }
    Notification notification = Topics.notification(arn, form.get("Subject"), body, attributes);
    if (notification.size() > Topics.LARGEST) {
      return fault(400, "InvalidParameter", "Invalid parameter: Message too long");
    }
    topics.publish(notification);
    return xml(
        200,
        "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult>"
            + "<MessageId>"
            + notification.id()
            + "</MessageId></PublishResult></PublishResponse>");
  }

  private static Map<String, Notification.Attribute> attributes(Map<String, String> form) {
    Map<String, Notification.Attribute> attributes = new LinkedHashMap<>();
    for (int i = 1; form.containsKey("MessageAttributes.entry." + i + ".Name"); i++) {
      String entry = "MessageAttributes.entry." + i + ".";
      attributes.put(
          form.get(entry + "Name"),
          new Notification.Attribute(
              form.getOrDefault(entry + "Value.DataType", ""),
              form.getOrDefault(
                  entry + "Value.StringValue",
                  form.getOrDefault(entry + "Value.BinaryValue", ""))));
    }
    return attributes;
  }

  private static Map<String, String> form(AwsRequest request) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : new String(request.body(), StandardCharsets.UTF_8).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  private static AwsResponse fault(int status, String code, String message) {
    return xml(
        status,
        "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>Sender"
            + "</Type><Code>"
            + code
            + "</Code><Message>"
            + message.replace("&", "&amp;").replace("<", "&lt;")
            + "</Message></Error></ErrorResponse>");
  }

  private static AwsResponse xml(int status, String body) {
    return new AwsResponse(
        status, Map.of("Content-Type", "text/xml"), body.getBytes(StandardCharsets.UTF_8));
  }
}
