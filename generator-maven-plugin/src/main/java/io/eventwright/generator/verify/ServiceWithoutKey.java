package io.eventwright.generator.verify;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.verify.template.Delivery;
import io.eventwright.generator.verify.template.Encrypted;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import java.util.List;

/**
 * A service that sends to, or keeps, what is encrypted with a key of the template whose policy does
 * not let it use the key: what it sends is lost or a dead letter, what it keeps cannot be made.
 * Error.
 */
final class ServiceWithoutKey implements TemplateRule {

  private static final String EVENTS = "events.amazonaws.com";

  @Override
  public String id() {
    return "service-without-key";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Delivery each : Delivery.of(template)) {
      Resource target = template.resources().get(each.target());
      Resource source = template.resources().get(each.source());
      if (target != null && source != null && isKept(target)) {
        require(template, target, source, each.location(), each.service(), KeyCalls.SENDING, found);
      }
    }
    for (Resource each : template.having(any -> Encrypted.with(template, any).isPresent())) {
      switch (each.type()) {
        case Types.BUS, Types.ARCHIVE ->
            keeps(
                template,
                each,
                EVENTS,
                List.of("kms:DescribeKey", KeyCalls.DECRYPT, KeyCalls.GENERATE),
                found);
        case Types.LOG_GROUP ->
            keeps(
                template,
                each,
                "logs.amazonaws.com",
                List.of(KeyCalls.DECRYPT, "kms:Encrypt", KeyCalls.GENERATE),
                found);
        case Types.STATE_MACHINE -> {
          if (each.at("Logging") != null) {
            keeps(template, each, "delivery.logs.amazonaws.com", List.of(KeyCalls.DECRYPT), found);
          }
        }
        default -> {
          // Others use it in the name of whoever calls them: a role's matter.
        }
      }
    }
  }

  private static boolean isKept(Resource target) {
    return target.type().equals(Types.QUEUE) || target.type().equals(Types.TOPIC);
  }

  private static void keeps(
      SamTemplate template, Resource resource, String service, List<String> calls, Findings found) {
    require(template, resource, resource, resource.location(), service, calls, found);
  }

  private static void require(
      SamTemplate template,
      Resource encrypted,
      Resource asking,
      SourceLocation location,
      String service,
      List<String> calls,
      Findings found) {
    Resource key =
        Encrypted.with(template, encrypted).map(id -> template.resources().get(id)).orElse(null);
    if (key == null) {
      // It is kept elsewhere, and so is its policy.
      return;
    }
    List<String> missing =
        calls.stream().filter(call -> !KeyCalls.admits(key, service, call)).toList();
    if (!missing.isEmpty()) {
      found.error(
          asking,
          location,
          "asks for "
              + key.id()
              + ", whose policy does not let "
              + service
              + " do "
              + String.join(", ", missing)
              + ". Add a statement.");
    }
  }
}
