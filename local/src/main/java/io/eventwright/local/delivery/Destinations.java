package io.eventwright.local.delivery;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every destination, by the service in its ARN. */
public final class Destinations implements Destination {

  private final Map<String, Destination> byService = new ConcurrentHashMap<>();

  /** Adds a service, such as {@code sqs}. */
  public void add(String service, Destination destination) {
    byService.put(service, destination);
  }

  /** Whether anybody takes messages for that ARN. */
  public boolean knows(String arn) {
    return byService.containsKey(service(arn));
  }

  @Override
  public void send(String arn, Message message) throws IOException, InterruptedException {
    Destination destination = byService.get(service(arn));
    if (destination == null) {
      throw new Refused("NO_RESOURCE", "the local cloud has no destination " + arn);
    }
    destination.send(arn, message);
  }

  private static String service(String arn) {
    String[] parts = arn.split(":", 4);
    return parts.length < 4 ? "" : parts[2];
  }
}
