package io.eventwright.generator.emit.java.function;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SchemaClasses;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.ApiModel;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.WorkerModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Lambda handler of each route of the API. */
public record RouteFunctionEmitter(SystemJava java) {

  /** One file per route, in the order of the model; none for a system without an API. */
  public List<GeneratedFile> emit() {
    ApiModel api = java.system().api();
    return api == null
        ? List.of()
        : api.routes().stream().map(route -> function(api, route)).toList();
  }

  private GeneratedFile function(ApiModel api, ApiModel.Route route) {
    ClassName name = java.names().routeFunction(route.name());
    List<FieldSpec> fields = new ArrayList<>();
    if (route.action() instanceof ApiModel.Calls calls) {
      WorkerFunctionEmitter worker = new WorkerFunctionEmitter(java);
      fields.add(worker.usersCode(worker(calls.worker())));
      fields.add(worker.definition(worker(calls.worker())));
    }
    fields.add(definition(api, route));
    return java.file(
        name,
        FunctionClass.of(
            name,
            "The Lambda handler of {@code %s %s}.".formatted(route.method(), route.path()),
            fields,
            CodeBlock.of(
                "$T.of(ROUTE, $T.fromEnvironment())",
                RuntimeTypes.ROUTE_FUNCTION,
                RuntimeTypes.SYSTEM_RUNTIME)));
  }

  private FieldSpec definition(ApiModel api, ApiModel.Route route) {
    CodeBlock.Builder steps = CodeBlock.builder();
    steps.add("\n$>$>$T.named($S)$>$>", RuntimeTypes.ROUTE_DEFINITION, route.name());
    for (String parameter : route.parameters()) {
      String claim = api.caller().get(parameter);
      if (claim != null) {
        steps.add("\n.onlyFor($S, $S)", parameter, claim);
      }
    }
    steps.add(action(api, route)).add("$<$<$<$<");
    return FunctionClass.constant(RuntimeTypes.ROUTE_DEFINITION, "ROUTE")
        .initializer(steps.build())
        .build();
  }

  private CodeBlock action(ApiModel api, ApiModel.Route route) {
    if (route.action() instanceof ApiModel.Publishes publishes) {
      CodeBlock.Builder code = fields(api, route, publishes.event());
      code.add("\n.publishes($L", java.constant(publishes.event()));
      if (!publishes.subject().isEmpty()) {
        code.add(
            ", data -> $L",
            java.types().at(publishes.event(), publishes.subject()).textOf(CodeBlock.of("data")));
      }
      return code.add(")").build();
    }
    if (route.action() instanceof ApiModel.Calls calls) {
      return fields(api, route, calls.event())
          .add("\n.calls($L, DEFINITION)", java.constant(calls.event()))
          .build();
    }
    if (route.action() instanceof ApiModel.Answers answers) {
      return allowing(answers.claim(), answers.value())
          .add(
              "\n.withoutKey()\n.$L($L, $S, $S, $S)",
              answers.approval() ? "approves" : "answers",
              java.constant(answers.event()),
              answers.saga(),
              answers.step(),
              last(route))
          .build();
    }
    if (route.action() instanceof ApiModel.Keeps keeps) {
      return allowing(keeps.claim(), keeps.value())
          .add("\n.keeps($S, $S, $S)", keeps.saga(), keeps.step(), last(route))
          .build();
    }
    if (route.action() instanceof ApiModel.ReadsEntity reads) {
      SchemaClasses state = java.types().entity(reads.entity());
      return read(api, route, state, java.names().entityAccess(reads.entity()), "");
    }
    String projection = ((ApiModel.ReadsProjection) route.action()).projection();
    return read(
        api,
        route,
        java.types().row(projection),
        java.names().projectionReader(projection),
        key(projection));
  }

  private static CodeBlock.Builder allowing(String claim, String value) {
    return claim.isEmpty()
        ? CodeBlock.builder()
        : CodeBlock.builder().add("\n.allowing($S, $S)", claim, value);
  }

  /** What is waited for is named last. */
  private static String last(ApiModel.Route route) {
    return route.parameters().get(route.parameters().size() - 1);
  }

  /** What the path says, and what the caller's token says. */
  private CodeBlock.Builder fields(ApiModel api, ApiModel.Route route, EventRef event) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (String parameter : route.parameters()) {
      if (!api.caller().containsKey(parameter)) {
        code.add("\n.settingFromPath($S)", parameter);
      }
    }
    for (Map.Entry<String, String> said : api.caller().entrySet()) {
      if (java.types().has(event, said.getKey())) {
        code.add("\n.settingFromClaim($S, $S)", said.getKey(), said.getValue());
      }
    }
    return code;
  }

  private CodeBlock read(
      ApiModel api, ApiModel.Route route, SchemaClasses read, ClassName reader, String key) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (List<String> path : java.types().sensitiveIn(read)) {
      code.add(
          "\n.hiding($L)",
          CodeBlock.join(path.stream().map(each -> CodeBlock.of("$S", each)).toList(), ", "));
    }
    List<String> parameters = route.parameters();
    if (parameters.isEmpty()) {
      String claim =
          api.caller().getOrDefault(key, api.caller().values().stream().findFirst().orElse(""));
      return code.add("\n.readsOwn($T.TYPE, $S)", reader, claim).build();
    }
    String parameter = parameters.contains(key) ? key : parameters.get(parameters.size() - 1);
    return code.add("\n.reads($T.TYPE, $S)", reader, parameter).build();
  }

  private String key(String projection) {
    return java.system().projections().stream()
        .filter(each -> each.name().equals(projection))
        .map(ProjectionModel::key)
        .map(path -> path.get(path.size() - 1))
        .findFirst()
        .orElse("");
  }

  private WorkerModel worker(String name) {
    return java.system().workers().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no worker " + name));
  }
}
