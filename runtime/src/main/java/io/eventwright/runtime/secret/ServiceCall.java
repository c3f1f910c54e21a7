package io.eventwright.runtime.secret;

import java.io.IOException;
import java.util.Map;

/** A signed call of a service that the runtime has no client for. */
@FunctionalInterface
public interface ServiceCall {

  /**
   * What the service says.
   *
   * @param status the HTTP status
   * @param body 128 KiB of it at most
   */
  record Answer(int status, byte[] body) {}

  /**
   * Posts a body.
   *
   * @throws IOException when there was no answer in time
   */
  Answer post(Map<String, String> headers, byte[] body) throws IOException;
}
