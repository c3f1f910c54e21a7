package io.eventwright.local.template;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a name in a template can stand for. Names and ARNs are computed before anything
 * exists, so that resources may refer to each other in any order.
 */
final class Names implements References {

  private final Template template;
  private final StackSettings settings;
  private final Map<String, Declaration> declarations;
  private final Functions functions = new Functions(this);
  private final Map<String, String> physicalNames = new LinkedHashMap<>();
  private final Set<String> underWay = new HashSet<>();

  Names(Template template, StackSettings settings, Map<String, Declaration> declarations) {
    this.template = template;
    this.settings = settings;
    this.declarations = declarations;
  }

  Functions functions() {
    return functions;
  }

  @Override
  public boolean knows(String name) {
    return pseudo(name) != null
        || template.section("Parameters").containsKey(name)
        || declarations.containsKey(name);
  }

  @Override
  public Object ref(String name) {
    Object pseudo = pseudo(name);
    if (pseudo != null) {
      return pseudo;
    }
    if (template.section("Parameters").get(name) instanceof Map<?, ?> parameter) {
      return parameter(name, parameter);
    }
    return fill(declaration(name), type(name).ref());
  }

  @Override
  public Object attribute(String logicalId, String attribute) {
    Declaration declaration = declaration(logicalId);
    String pattern = type(logicalId).attributes().get(attribute);
    if (pattern == null) {
      throw new EvaluationException(
          "%s (%s) has no attribute %s.%s"
              .formatted(
                  logicalId,
                  declaration.type(),
                  attribute,
                  Nearest.hint(attribute, type(logicalId).attributes().keySet())));
    }
    return fill(declaration, pattern);
  }

  @Override
  public boolean condition(String name) {
    Object condition = template.section("Conditions").get(name);
    if (condition == null) {
      throw new EvaluationException(
          "there is no condition "
              + name
              + "."
              + Nearest.hint(name, template.section("Conditions").keySet()));
    }
    return guarded(
        "Conditions/" + name,
        () -> Boolean.parseBoolean(String.valueOf(functions.evaluate(condition))));
  }

  @Override
  public @Nullable Object mapping(String name) {
    return template.section("Mappings").get(name);
  }

  String arn(String logicalId) {
    return fill(declaration(logicalId), type(logicalId).arn());
  }

  String name(String logicalId) {
    String known = physicalNames.get(logicalId);
    if (known != null) {
      return known;
    }
    Declaration declaration = declaration(logicalId);
    String property = type(logicalId).nameProperty();
    Object given = property == null ? null : declaration.properties().get(property);
    Object evaluated =
        guarded(
            "Resources/" + logicalId,
            () ->
                given == null
                    ? Functions.NO_VALUE
                    : Objects.requireNonNull(functions.evaluate(given)));
    String name = evaluated == Functions.NO_VALUE ? madeUp(declaration) : String.valueOf(evaluated);
    physicalNames.put(logicalId, name);
    return name;
  }

  private String madeUp(Declaration declaration) {
    boolean fifo =
        declaration.type().equals("AWS::SQS::Queue")
            && "true".equals(String.valueOf(declaration.properties().get("FifoQueue")));
    String property = type(declaration.logicalId()).nameProperty();
    if (property == null) {
      return declaration.logicalId();
    }
    String name = settings.stackName() + "-" + declaration.logicalId() + (fifo ? ".fifo" : "");
    // A bucket's name is part of a host's.
    return declaration.type().equals("AWS::S3::Bucket") ? name.toLowerCase(Locale.ROOT) : name;
  }

  private String fill(Declaration declaration, String pattern) {
    String result =
        pattern
            .replace("{region}", settings.region())
            .replace("{account}", settings.accountId())
            .replace("{endpoint}", settings.endpoint().toString());
    if (result.contains("{id}")) {
      byte[] seed =
          (settings.stackName() + "/" + declaration.logicalId()).getBytes(StandardCharsets.UTF_8);
      result = result.replace("{id}", UUID.nameUUIDFromBytes(seed).toString());
    }
    if (result.contains("{bus}")) {
      result = result.replace("{bus}", busPrefix(declaration));
    }
    return result.contains("{name}")
        ? result.replace("{name}", name(declaration.logicalId()))
        : result;
  }

  /** A rule of the default bus has an ARN without the bus. */
  private String busPrefix(Declaration declaration) {
    Object bus = functions.evaluate(declaration.properties().get("EventBusName"));
    if (bus == null || bus == Functions.NO_VALUE || bus.equals("default")) {
      return "";
    }
    String name = String.valueOf(bus);
    return name.substring(name.lastIndexOf('/') + 1) + "/";
  }

  private @Nullable Object pseudo(String name) {
    return switch (name) {
      case "AWS::Region" -> settings.region();
      case "AWS::AccountId" -> settings.accountId();
      case "AWS::Partition" -> "aws";
      case "AWS::URLSuffix" -> "amazonaws.com";
      case "AWS::StackName" -> settings.stackName();
      case "AWS::StackId" -> settings.arn("cloudformation", "stack/" + settings.stackName());
      case "AWS::NoValue" -> Functions.NO_VALUE;
      default -> null;
    };
  }

  private Object parameter(String name, Map<?, ?> parameter) {
    Object value = settings.parameters().get(name);
    if (value == null) {
      value = parameter.get("Default");
    }
    String type = String.valueOf(parameter.get("Type"));
    if (value == null && type.contains("AWS::EC2::")) {
      // There is no network here, and so none that could be the wrong one.
      value = "local-" + name;
    }
    if (value == null) {
      throw new EvaluationException("parameter " + name + " has no default and no value was given");
    }
    boolean list = type.equals("CommaDelimitedList") || type.startsWith("List<");
    return list ? java.util.List.of(String.valueOf(value).split("\\s*,\\s*")) : value;
  }

  private Declaration declaration(String logicalId) {
    Declaration declaration = declarations.get(logicalId);
    if (declaration == null) {
      throw new EvaluationException(
          "there is no resource or parameter "
              + logicalId
              + "."
              + Nearest.hint(logicalId, declarations.keySet()));
    }
    return declaration;
  }

  private ResourceType type(String logicalId) {
    ResourceType type = ResourceType.KNOWN.get(declaration(logicalId).type());
    if (type == null) {
      throw new EvaluationException(logicalId + " is of a type that the local cloud does not know");
    }
    return type;
  }

  private <T> T guarded(String what, java.util.function.Supplier<T> work) {
    if (!underWay.add(what)) {
      throw new EvaluationException(what + " depends on itself");
    }
    try {
      return work.get();
    } finally {
      underWay.remove(what);
    }
  }
}
