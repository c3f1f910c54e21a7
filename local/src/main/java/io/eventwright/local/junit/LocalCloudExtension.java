package io.eventwright.local.junit;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Brings the cloud up before the first class that wants it, and hands it to those that ask. */
public final class LocalCloudExtension implements BeforeAllCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(LocalCloudExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    // Before each class: another class of this JVM may have been on a cloud of other settings.
    Isolated.pointClients(cloud(context));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LocalCloud.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return cloud(context);
  }

  private static LocalCloud cloud(ExtensionContext context) {
    LocalCloudTest wanted =
        AnnotationSupport.findAnnotation(context.getRequiredTestClass(), LocalCloudTest.class)
            .orElseThrow(
                () -> new IllegalStateException("annotate the test class with @LocalCloudTest"));
    Map<String, String> options =
        Map.of(
            "file", wanted.file(),
            "speed", String.valueOf(wanted.speed()),
            "processes", String.valueOf(wanted.processes()));
    // In the root's store it is shared by all classes and closed after the last.
    return Objects.requireNonNull(
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(options, key -> Isolated.start(options), LocalCloud.class));
  }
}
