package io.eventwright.local.gateway;

import java.io.IOException;

/**
 * Stands between the endpoint and the services, where faults are injected and permissions enforced.
 * It may answer itself, change the call, call {@code next} more than once, or call it and then
 * throw {@link ConnectionCut}, so that the effect stays and the answer is lost.
 */
@FunctionalInterface
public interface RequestFilter {

  /** Answers the call, mostly by handing it on. */
  AwsResponse filter(AwsRequest request, AwsService next) throws IOException, InterruptedException;

  /** A filter that is in place; closing takes it out. */
  interface Placed extends AutoCloseable {
    @Override
    void close();
  }
}
