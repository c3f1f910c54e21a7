package io.eventwright.local.engine;

import java.lang.reflect.Field;

/**
 * Starts DynamoDB Local on loopback only. It would listen on every interface and has no option for
 * that, so its server is told before it starts. Runs in DynamoDB Local's own process and knows
 * nothing but the JDK.
 */
public final class LoopbackDynamoDb {

  private static final String RUNNER = "software.amazon.dynamodb.services.local.main.ServerRunner";

  private LoopbackDynamoDb() {}

  /** Takes DynamoDB Local's own arguments. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Object proxy =
        Class.forName(RUNNER)
            .getMethod("createServerFromCommandLineArgs", String[].class)
            .invoke(null, (Object) arguments);
    Field field = proxy.getClass().getDeclaredField("server");
    field.setAccessible(true);
    Object server = field.get(proxy);
    Object[] connectors = (Object[]) server.getClass().getMethod("getConnectors").invoke(server);
    for (Object connector : connectors) {
      connector.getClass().getMethod("setHost", String.class).invoke(connector, "127.0.0.1");
    }
    proxy.getClass().getMethod("start").invoke(proxy);
    proxy.getClass().getMethod("join").invoke(proxy);
  }
}
