package io.eventwright.local.gateway;

import java.io.IOException;

/** One service behind the endpoint. */
@FunctionalInterface
public interface AwsService {

  /**
   * Answers one call; may be called from many threads.
   *
   * @throws AwsFault if the service refuses
   */
  AwsResponse handle(AwsRequest request) throws IOException, InterruptedException;
}
