package io.eventwright.generator.verify;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;
import java.util.Locale;

/**
 * An API that lets pages of any origin call with what the browser keeps for it, whether by a star,
 * by all of a scheme, or by answering whichever origin asks with itself. Error: any page could act
 * for whoever looks at it, and the services refuse only the first.
 */
final class OpenCors implements TemplateRule {

  @Override
  public String id() {
    return "open-cors";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    for (String type : new String[] {Types.HTTP_API, "AWS::ApiGatewayV2::Api"}) {
      for (Resource api : template.ofType(type)) {
        if (Values.isTrue(api.at("CorsConfiguration", "AllowCredentials"))) {
          Values.texts(api.at("CorsConfiguration", "AllowOrigins")).stream()
              .filter(each -> each.endsWith("*"))
              .forEach(each -> report(api, each, found, "CorsConfiguration", "AllowOrigins"));
        }
      }
    }
    for (Resource api : template.ofType(Types.API)) {
      String origin = Values.text(api.at("Cors", "AllowOrigin"));
      if (Values.isTrue(api.at("Cors", "AllowCredentials")) && (origin == null || isOpen(origin))) {
        report(api, origin == null ? "'*'" : origin, found, "Cors", "AllowOrigin");
      }
      if (api.at("GatewayResponses") instanceof ObjectNode responses) {
        responses
            .members()
            .keySet()
            .forEach(name -> response(api, found, "GatewayResponses", name));
      }
    }
  }

  private static void response(Resource api, Findings found, String... path) {
    Node headers = Values.at(Values.at(api.properties(), path), "ResponseParameters", "Headers");
    if (!(headers instanceof ObjectNode all)) {
      return;
    }
    String origin = header(all, "access-control-allow-origin");
    if (!header(all, "access-control-allow-credentials").isEmpty() && isOpen(origin)) {
      report(api, origin, found, path);
    }
  }

  private static String header(ObjectNode headers, String name) {
    for (ObjectNode.Member member : headers.members().values()) {
      if (member.name().toLowerCase(Locale.ROOT).equals(name)) {
        String text = Values.text(member.value());
        return text == null ? "" : text;
      }
    }
    return "";
  }

  /** A star, or whatever the request says. */
  private static boolean isOpen(String origin) {
    return origin.equals("'*'") || origin.startsWith("method.request.");
  }

  private static void report(Resource api, String origin, Findings found, String... path) {
    found.error(
        api,
        api.locationOf(path),
        "lets pages of any origin ("
            + origin
            + ") call it with what the browser keeps for it. Name the origins, or allow no"
            + " credentials.");
  }
}
