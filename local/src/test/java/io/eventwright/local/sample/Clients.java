package io.eventwright.local.sample;

import io.eventwright.runtime.Environment;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** Clients as a function makes them: everything from its environment. */
public final class Clients {

  private Clients() {}

  /** Points a client to the endpoint of the function's environment. */
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C of(B builder) {
    return of(
        builder,
        URI.create(Environment.require("AWS_ENDPOINT_URL")),
        Environment.require("AWS_ACCESS_KEY_ID"));
  }

  /** Points a client to that endpoint. */
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C of(
      B builder, URI endpoint, String accessKeyId) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
