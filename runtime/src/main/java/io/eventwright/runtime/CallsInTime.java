package io.eventwright.runtime;

import io.eventwright.runtime.time.CallLimit;
import java.time.Duration;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Ends each call, with all its retries, before the invocation that makes it ends. */
final class CallsInTime implements ExecutionInterceptor {
  private final Duration most;

  CallsInTime(Duration most) {
    this.most = most;
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    if (!(context.request() instanceof AwsRequest request)) {
      return context.request();
    }
    AwsRequestOverrideConfiguration own = request.overrideConfiguration().orElse(null);
    Duration asked = own == null ? most : own.apiCallTimeout().orElse(most);
    Duration limit = CallLimit.of(asked);
    if (limit.equals(asked)) {
      return request;
    }
    AwsRequestOverrideConfiguration.Builder limited =
        own == null ? AwsRequestOverrideConfiguration.builder() : own.toBuilder();
    return request.toBuilder().overrideConfiguration(limited.apiCallTimeout(limit).build()).build();
  }
}
