package io.eventwright.runtime;

import io.eventwright.runtime.secret.ServiceCall;
import io.eventwright.runtime.trace.Post;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Posts to a service that the SDK has no client for, or to anything that takes a plain post.
 * X-Ray's endpoint for spans is called as a client would call it: signed, and where {@code
 * AWS_ENDPOINT_URL} says. Safe under many threads.
 */
final class SignedPost implements Post {
  private static final int MOST_ANSWERED = 128 * 1024;

  private final URI uri;
  private final String service;
  private final @Nullable AwsCredentialsProvider credentials;
  private final String region;
  private final SdkHttpClient http;

  /**
   * Posts to one place.
   *
   * @param service that the signature names
   * @param limit for the connection, and again for the answer
   * @param credentials sign each call; null for a place that asks for no signature
   */
  SignedPost(
      URI uri,
      String service,
      Duration limit,
      @Nullable AwsCredentialsProvider credentials,
      @Nullable String region) {
    this.uri = uri;
    this.service = service;
    this.http =
        UrlConnectionHttpClient.builder().connectionTimeout(limit).socketTimeout(limit).build();
    this.credentials = credentials;
    this.region = region == null ? "us-east-1" : region;
  }

  @Override
  public int send(String contentType, byte[] body) throws IOException {
    HttpExecuteResponse answer = post(Map.of("Content-Type", contentType), body);
    answer.responseBody().ifPresent(stream -> stream.abort());
    return answer.httpResponse().statusCode();
  }

  /** The same with the answer's body, for a service that has something to say. */
  ServiceCall.Answer exchange(Map<String, String> headers, byte[] body) throws IOException {
    HttpExecuteResponse answer = post(headers, body);
    try (InputStream content =
        answer
            .responseBody()
            .map(InputStream.class::cast)
            .orElseGet(InputStream::nullInputStream)) {
      return new ServiceCall.Answer(
          answer.httpResponse().statusCode(), content.readNBytes(MOST_ANSWERED));
    }
  }

  private HttpExecuteResponse post(Map<String, String> headers, byte[] body) throws IOException {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(uri)
            .putHeader("Content-Length", Integer.toString(body.length));
    headers.forEach(request::putHeader);
    return http.prepareRequest(signed(request.build(), body)).call();
  }

  private HttpExecuteRequest signed(SdkHttpRequest request, byte[] body) {
    ContentStreamProvider content = ContentStreamProvider.fromByteArray(body);
    HttpExecuteRequest.Builder call = HttpExecuteRequest.builder().contentStreamProvider(content);
    if (credentials == null) {
      return call.request(request).build();
    }
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                sign ->
                    sign.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(content)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    return call.request(signed.request()).build();
  }
}
