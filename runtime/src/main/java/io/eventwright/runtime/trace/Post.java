package io.eventwright.runtime.trace;

import java.io.IOException;

/** Posts to the place that takes spans, signed where it asks for that, within its time limits. */
@FunctionalInterface
public interface Post {

  /**
   * Posts a body.
   *
   * @return the answer's HTTP status
   * @throws IOException when there was no answer in time
   */
  int send(String contentType, byte[] body) throws IOException;
}
