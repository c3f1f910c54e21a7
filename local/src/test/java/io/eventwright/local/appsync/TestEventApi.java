package io.eventwright.local.appsync;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.api.TokenIssuer;
import io.eventwright.local.api.TokenRules;
import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.gateway.Gateway;
import io.eventwright.local.iam.Identities;
import io.eventwright.local.iam.Permissions;
import io.eventwright.local.json.Json;
import io.eventwright.local.template.Problems;
import io.eventwright.local.template.Stack;
import io.eventwright.local.template.StackLoader;
import io.eventwright.local.template.StackSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An event API with its realtime endpoint, of a template: channels of {@code board} are for tokens,
 * those of {@code staff} for roles, and what is published to {@code sealed} no role may publish.
 */
final class TestEventApi implements AutoCloseable {
  private static final String TEMPLATE =
      """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Events:
          Type: AWS::AppSync::Api
          Properties:
            Name: events
            EventConfig:
              AuthProviders:
                - AuthType: OPENID_CONNECT
                  OpenIDConnectConfig: { Issuer: "https://issuer.example.com", ClientId: "shop|kiosk" }
                - AuthType: AWS_IAM
              ConnectionAuthModes: [{ AuthType: OPENID_CONNECT }, { AuthType: AWS_IAM }]
              DefaultPublishAuthModes: [{ AuthType: AWS_IAM }]
              DefaultSubscribeAuthModes: [{ AuthType: OPENID_CONNECT }]
        Board:
          Type: AWS::AppSync::ChannelNamespace
          Properties: { ApiId: !GetAtt Events.ApiId, Name: board }
        Staff:
          Type: AWS::AppSync::ChannelNamespace
          Properties:
            ApiId: !GetAtt Events.ApiId
            Name: staff
            SubscribeAuthModes: [{ AuthType: AWS_IAM }]
        Sealed:
          Type: AWS::AppSync::ChannelNamespace
          Properties:
            ApiId: !GetAtt Events.ApiId
            Name: sealed
            PublishAuthModes: [{ AuthType: OPENID_CONNECT }]
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
            Policies:
              - PolicyName: push
                PolicyDocument:
                  Statement:
                    - { Sid: Connect, Effect: Allow, Action: appsync:EventConnect, Resource: !GetAtt Events.ApiArn }
                    - Sid: Publish
                      Effect: Allow
                      Action: appsync:EventPublish
                      Resource:
                        - !GetAtt Board.ChannelNamespaceArn
                        - !GetAtt Sealed.ChannelNamespaceArn
                    - Sid: Subscribe
                      Effect: Allow
                      Action: appsync:EventSubscribe
                      Resource: !GetAtt Staff.ChannelNamespaceArn
        NoRights:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
        Pusher:
          Type: AWS::Serverless::Function
          Properties: { FunctionName: pusher, Handler: a.B, Role: !GetAtt Role.Arn }
        Bystander:
          Type: AWS::Serverless::Function
          Properties: { FunctionName: bystander, Handler: a.B, Role: !GetAtt NoRights.Arn }
      """;

  private static final Duration HOUR = Duration.ofHours(1);

  /** Keys take long to make. */
  private static final TokenIssuer ISSUER = new TokenIssuer();

  private final Permissions permissions;
  private final EventApi api;
  private final RealtimeServer server;

  TestEventApi() throws InterruptedException {
    Problems problems = new Problems("template.yaml");
    Stack stack =
        new StackLoader(
                new StackSettings(
                    "test", "us-east-1", "000000000000", URI.create("http://localhost"), Map.of()),
                problems)
            .load(TEMPLATE);
    problems.throwIfAny();
    permissions = Permissions.of(stack, line -> {});
    api =
        new EventApi(
            EventApiDefinition.of(stack.ofType("AWS::AppSync::Api").get(0)),
            stack.ofType("AWS::AppSync::ChannelNamespace").stream().map(Namespace::of).toList(),
            ISSUER,
            permissions);
    problems.throwIfAny();
    server = new RealtimeServer(api, (function, line) -> {});
  }

  RealtimeServer server() {
    return server;
  }

  /** What a token of this API is. */
  TokenRules rules() {
    return Objects.requireNonNull(api.definition().tokens());
  }

  /** A token that opens it. */
  String token() {
    return token(Map.of(), HOUR);
  }

  String token(Map<String, String> claims, Duration life) {
    return ISSUER.mint(rules(), claims, life);
  }

  /** As a function of that name signs. */
  static String signature(String function) {
    return "AWS4-HMAC-SHA256 Credential=%s/20260101/us-east-1/appsync/aws4_request, SignedHeaders=host, Signature=0"
        .formatted(accessKeyId(function));
  }

  static String accessKeyId(String function) {
    return Identities.accessKeyId("arn:aws:lambda:us-east-1:000000000000:function:" + function);
  }

  /** Connects as who has that authorization. */
  TestListener connect(String authorization) {
    return new TestListener(server.url(), authorization);
  }

  /** Publishes as the function that may; what it answers. */
  JsonNode publish(String channel, String... events) {
    return Json.parse(publish("pusher", channel, Arrays.asList(events)).body());
  }

  /** Publishes through the endpoint's filter; refusals are answers too. */
  AwsResponse publish(String function, String channel, List<?> events) {
    return send(function, Json.bytes(Map.of("channel", channel, "events", events)));
  }

  AwsResponse send(String function, byte[] body) {
    AwsRequest request =
        new AwsRequest(
            "POST", "/event", "", Map.of("Authorization", List.of(signature(function))), body);
    try {
      return permissions.filter(request, api);
    } catch (AwsFault refusal) {
      return refusal.response();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The endpoint, for those that call by HTTP. */
  Gateway gateway() throws IOException {
    Gateway gateway = new Gateway(0);
    gateway.filter(permissions);
    gateway.serve("appsync", api);
    return gateway;
  }

  @Override
  public void close() {
    server.close();
  }
}
