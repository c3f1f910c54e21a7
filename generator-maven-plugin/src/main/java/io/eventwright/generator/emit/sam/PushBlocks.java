package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.PushView;
import io.eventwright.generator.emit.sam.view.StackView;
import io.eventwright.generator.model.ApiModel;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.ProjectionModel;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What shows changed rows to browsers: an event API, a namespace for each channel, and the function
 * that publishes.
 *
 * @param system the model
 * @param stack what every resource needs
 */
record PushBlocks(EventSystem system, StackView stack) {
  private static final long TIMEOUT_SECONDS = 60;

  boolean exist() {
    return !shown().isEmpty();
  }

  private List<ProjectionModel> shown() {
    return system.projections().stream().filter(each -> each.push() != null).toList();
  }

  PushView view() {
    List<PushView.NamespaceView> namespaces =
        shown().stream()
            .map(each -> Objects.requireNonNull(each.push()))
            .distinct()
            .map(name -> new PushView.NamespaceView(LogicalIds.of(name) + "Channel", name))
            .toList();
    Permissions permissions =
        Permissions.aside("PushLogGroup", stack)
            .pushes(namespaces.stream().map(PushView.NamespaceView::id).toList());
    Variables variables = new Variables().push();
    ApiModel api = system.api();
    ApiModel.Jwt jwt =
        api != null && api.authorizer() instanceof ApiModel.Jwt tokens ? tokens : null;
    return new PushView(
        stack,
        system.basePackage() + ".function.PushFunction",
        namespaces,
        shown().stream().map(each -> pattern(each.name())).toList(),
        jwt != null,
        jwt == null ? "" : jwt.issuer(),
        jwt == null ? "" : clients(jwt),
        jwt == null ? "AWS_IAM" : "OPENID_CONNECT",
        permissions.list(),
        variables.list(),
        TIMEOUT_SECONDS);
  }

  private static String pattern(String projection) {
    return "'{\"eventName\":[\"INSERT\",\"MODIFY\"],\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":[{\"prefix\":\"%s#\"}]}}}}'"
        .formatted(projection);
  }

  /** Several clients are a regular expression there. */
  private static String clients(ApiModel.Jwt jwt) {
    return jwt.audience().size() == 1
        ? jwt.audience().get(0)
        : jwt.audience().stream()
            .map(one -> one.matches("[A-Za-z0-9_-]+") ? one : Pattern.quote(one))
            .collect(Collectors.joining("|"));
  }
}
