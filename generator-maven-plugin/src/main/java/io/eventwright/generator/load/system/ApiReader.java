package io.eventwright.generator.load.system;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.ApiModel;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code api}: routes by method and path, and beside them what holds for all of them. */
final class ApiReader {

  private static final Pattern ROUTE = Pattern.compile("([A-Za-z]+)\\s+(/.*)");
  private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Pattern METHOD = Pattern.compile("GET|POST|PUT|PATCH|DELETE");
  private static final Pattern PATH =
      Pattern.compile("/|(/([A-Za-z0-9._~-]+|\\{[a-z][A-Za-z0-9]*\\}))+");
  private static final Pattern PUBLISHES =
      Pattern.compile("publishes\\s+(\\S+)(?:\\s+by\\s+(\\S+))?");
  private static final Pattern READS = Pattern.compile("reads\\s+(\\S+)");
  private static final Pattern WAITING =
      Pattern.compile("(answers|keeps)\\s+([^\\s.]+)\\.(\\S+)(?:\\s+for\\s+(\\S+)\\s+(\\S+))?");
  private static final Pattern CALLS = Pattern.compile("calls\\s+(\\S+)\\s+with\\s+(\\S+)");

  private final PartReader parts;

  ApiReader(PartReader parts) {
    this.parts = parts;
  }

  @Nullable ApiSource read(Node node) {
    Diagnostics found = parts.found();
    Map<String, ObjectNode.Member> settings = new LinkedHashMap<>();
    List<ApiSource.Route> routes = new ArrayList<>();
    boolean complete = true;
    if (node instanceof ObjectNode object) {
      for (ObjectNode.Member member : object.members().values()) {
        Matcher route = ROUTE.matcher(member.name());
        if (route.matches()) {
          ApiSource.Route read = route(route, member);
          complete &= read != null;
          if (read != null) {
            routes.add(read);
          }
        } else {
          settings.put(member.name(), member);
        }
      }
    }
    SectionReader reader =
        SectionReader.of(
            node instanceof ObjectNode ? new ObjectNode(node.location(), settings) : node,
            Section.API,
            found);
    if (reader == null) {
      return null;
    }
    ApiModel.Kind kind = reader.getOr("kind", ApiModel.Kind.HTTP, this::kind);
    ApiModel.Authorizer authorizer =
        reader.getOr("authorizer", new ApiModel.Iam(), this::authorizer);
    List<ApiSource.Caller> caller = new ArrayList<>();
    reader.each("caller", (member, value) -> caller(member, value, reader, caller));
    Located<ApiModel.Cors> cors = reader.get("cors", new CorsReader(parts)::read);
    return complete && reader.complete()
        ? new ApiSource(node.location(), kind, authorizer, caller, cors, routes)
        : null;
  }

  private void caller(
      ObjectNode.Member member, Node value, SectionReader reader, List<ApiSource.Caller> into) {
    Located<String> claim = parts.scalars().text(value);
    if (!FIELD.matcher(member.name()).matches()) {
      parts
          .found()
          .error(
              member.nameLocation(),
              "wrong-value",
              "Expected a field such as playerId, with the claim that says it, and found "
                  + Shown.of(member.name())
                  + ".");
      reader.incomplete();
    } else if (claim == null) {
      reader.incomplete();
    } else {
      into.add(
          new ApiSource.Caller(new Located<>(member.name(), member.nameLocation()), claim.value()));
    }
  }

  private ApiModel.@Nullable Kind kind(Node node) {
    String word = node instanceof StringNode text ? text.value() : "";
    if (!word.equals("http") && !word.equals("rest")) {
      parts.scalars().wrong(node, "http or rest");
      return null;
    }
    return word.equals("http") ? ApiModel.Kind.HTTP : ApiModel.Kind.REST;
  }

  private ApiModel.@Nullable Authorizer authorizer(Node node) {
    if (node instanceof StringNode text && text.value().equals("iam")) {
      return new ApiModel.Iam();
    }
    if (!(node instanceof ObjectNode object) || object.members().size() != 1) {
      parts
          .scalars()
          .wrong(node, "iam, or a mapping with jwt:, or with none: and why nobody is asked");
      return null;
    }
    SectionReader reader = SectionReader.of(object, Section.AUTHORIZER, parts.found());
    if (reader == null || !reader.complete()) {
      return null;
    }
    ApiModel.Authorizer jwt = reader.get("jwt", this::jwt);
    Located<String> none = reader.get("none", parts.scalars()::text);
    return jwt != null ? jwt : none == null ? null : new ApiModel.Nobody(none.value());
  }

  private ApiModel.@Nullable Authorizer jwt(Node node) {
    SectionReader reader = SectionReader.of(node, Section.JWT, parts.found());
    if (reader == null) {
      return null;
    }
    Located<String> issuer =
        reader.get(
            "issuer",
            each -> {
              Located<String> text = parts.scalars().text(each);
              if (text != null && !text.value().matches("https://\\S+")) {
                parts.scalars().wrong(each, "the address of the issuer, beginning with https://");
                return null;
              }
              return text;
            });
    List<Located<String>> audience = reader.some("audience", parts.scalars()::text);
    List<Located<String>> scopes = reader.some("scopes", parts.scalars()::text);
    return reader.complete()
        ? new ApiModel.Jwt(
            Objects.requireNonNull(issuer).value(),
            audience.stream().map(Located::value).toList(),
            scopes.stream().map(Located::value).toList())
        : null;
  }

  private ApiSource.@Nullable Route route(Matcher route, ObjectNode.Member member) {
    String method = route.group(1);
    String path = route.group(2);
    if (!METHOD.matcher(method).matches() || !PATH.matcher(path).matches()) {
      parts
          .found()
          .error(
              member.nameLocation(),
              "wrong-value",
              "Expected a method and a path, such as GET /players/{playerId}/purchases, and found "
                  + Shown.of(member.name())
                  + ". Methods are GET, POST, PUT, PATCH and DELETE.");
      return null;
    }
    ApiSource.Action action = action(member.value());
    return action == null
        ? null
        : new ApiSource.Route(method, new Located<>(path, member.nameLocation()), action);
  }

  private ApiSource.@Nullable Action action(Node node) {
    if (node instanceof StringNode text) {
      Matcher publishes = PUBLISHES.matcher(text.value());
      if (publishes.matches()) {
        Located<EventRef> event = event(text, publishes, 1);
        Located<List<String>> subject =
            publishes.group(2) == null ? null : parts.path(part(text, publishes, 2));
        return event == null ? null : new ApiSource.Publishes(event, subject);
      }
      Matcher reads = READS.matcher(text.value());
      if (reads.matches()) {
        Located<String> name = part(text, reads, 1);
        return parts.scalars().isName(name) ? new ApiSource.Reads(name) : null;
      }
      Matcher calls = CALLS.matcher(text.value());
      if (calls.matches()) {
        Located<String> worker = part(text, calls, 1);
        Located<EventRef> event = event(text, calls, 2);
        return parts.scalars().isName(worker) && event != null
            ? new ApiSource.Calls(worker, event)
            : null;
      }
      Matcher waiting = WAITING.matcher(text.value());
      if (waiting.matches()) {
        return ofWaiting(text, waiting);
      }
    }
    parts
        .scalars()
        .wrong(
            node,
            "what the route does: publishes order-placed@2 by orderId, reads wallet, calls"
                + " place-order with order-placed@2, answers close-season.approve, or keeps"
                + " close-season.ask-bank");
    return null;
  }

  /** What is done to a step that waits: it is answered, or told that its answer is to come. */
  private ApiSource.@Nullable Action ofWaiting(StringNode text, Matcher waiting) {
    Located<String> saga = part(text, waiting, 2);
    Located<String> step = part(text, waiting, 3);
    if (!parts.scalars().isName(saga) || !parts.scalars().isName(step)) {
      return null;
    }
    String claim = Objects.requireNonNullElse(waiting.group(4), "");
    String value = Objects.requireNonNullElse(waiting.group(5), "");
    return waiting.group(1).equals("answers")
        ? new ApiSource.Answers(saga, step, claim, value)
        : new ApiSource.Keeps(saga, step, claim, value);
  }

  private @Nullable Located<EventRef> event(StringNode text, Matcher match, int group) {
    Located<String> part = part(text, match, group);
    return parts.events().reference(new StringNode(part.location(), part.value()));
  }

  private static Located<String> part(StringNode text, Matcher match, int group) {
    return PartReader.within(text, match.start(group), match.group(group));
  }
}
