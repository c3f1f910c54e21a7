package io.eventwright.local.engine;

import java.net.URI;
import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder$;

/** ElasticMQ, in memory, in this JVM, on a port of its own behind the endpoint. */
public final class ElasticMq implements AutoCloseable {

  private final SQSRestServer server;
  private final URI endpoint;

  private ElasticMq(SQSRestServer server, URI endpoint) {
    this.server = server;
    this.endpoint = endpoint;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param gateway the endpoint that queue URLs shall point to
   */
  public static ElasticMq start(URI gateway, String region, String accountId) {
    SQSRestServer server =
        SQSRestServerBuilder$.MODULE$
            .withInterface("127.0.0.1")
            .withDynamicPort()
            .withAWSRegion(region)
            .withAWSAccountId(accountId)
            .withServerAddress(new NodeAddress("http", gateway.getHost(), gateway.getPort(), ""))
            .start();
    int port = server.waitUntilStarted().localAddress().getPort();
    return new ElasticMq(server, URI.create("http://127.0.0.1:" + port));
  }

  /** Where it listens. */
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    server.stopAndWait();
  }
}
