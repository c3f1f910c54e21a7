package io.eventwright.generator.verify.template;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a policy.
 *
 * @param owner the resource whose policy it is
 * @param location where it stands
 * @param whole all of it
 */
public record Statement(Resource owner, SourceLocation location, ObjectNode whole) {

  private static final Set<String> SAME_ARN =
      Set.of("ArnEquals", "ArnLike", "StringEquals", "StringLike");

  private static final Set<String> SAME_TEXT =
      Set.of("StringEquals", "StringEqualsIgnoreCase", "StringLike");

  /** The statements of a policy's document. */
  public static List<Statement> of(Resource owner, @Nullable Node document) {
    List<Statement> statements = new ArrayList<>();
    for (Node each : Values.many(Values.at(document, "Statement"))) {
      if (each instanceof ObjectNode statement) {
        statements.add(new Statement(owner, each.location(), statement));
      }
    }
    return statements;
  }

  /** All that a role may do. */
  public static List<Statement> ofRole(Resource role) {
    List<Statement> statements = new ArrayList<>();
    for (Node policy : Values.many(role.at("Policies"))) {
      statements.addAll(of(role, Values.at(policy, "PolicyDocument")));
    }
    return statements;
  }

  /** Whether it allows something. */
  public boolean allows() {
    return "Allow".equals(whole.text("Effect"));
  }

  /** Whether it forbids everybody what is asked for without TLS. */
  public boolean requiresTls() {
    return "Deny".equals(whole.text("Effect"))
        && isEverybody()
        && "false"
            .equals(Values.text(Values.at(whole, "Condition", "Bool", "aws:SecureTransport")));
  }

  /** Whether anybody is meant. */
  public boolean isEverybody() {
    Node principal = whole.get("Principal");
    return Values.texts(principal).contains("*")
        || Values.texts(Values.at(principal, "AWS")).contains("*");
  }

  /** The services that are meant. */
  public List<String> services() {
    List<String> services = new ArrayList<>();
    for (Node each : Values.many(Values.at(whole.get("Principal"), "Service"))) {
      String name = Values.written(each);
      if (name != null) {
        services.add(name);
      }
    }
    return services;
  }

  /** What may be done. */
  public List<String> actions() {
    return Values.texts(whole.get("Action"));
  }

  /** What it is about. */
  public List<Node> resources() {
    return Values.many(whole.get("Resource"));
  }

  /** The logical ids of what it is about. */
  public List<String> resourceIds() {
    return resources().stream().flatMap(each -> Values.references(each).stream()).toList();
  }

  /** The condition keys that it speaks of. */
  public Set<String> conditionKeys() {
    Set<String> keys = new LinkedHashSet<>();
    if (whole.get("Condition") instanceof ObjectNode conditions) {
      for (ObjectNode.Member operator : conditions.members().values()) {
        if (operator.value() instanceof ObjectNode tests) {
          keys.addAll(tests.names());
        }
      }
    }
    return keys;
  }

  /** What a condition key must be, once for each operator that asks. */
  public List<Node> conditions(String key) {
    List<Node> values = new ArrayList<>();
    if (whole.get("Condition") instanceof ObjectNode conditions) {
      for (ObjectNode.Member operator : conditions.members().values()) {
        Node value = Values.at(operator.value(), key);
        if (value != null) {
          values.add(value);
        }
      }
    }
    return values;
  }

  /** The values of which a condition key must have some, or all that it has; else none is given. */
  public List<Node> allowed(String key) {
    List<Node> values = new ArrayList<>();
    if (whole.get("Condition") instanceof ObjectNode conditions) {
      for (Map.Entry<String, ObjectNode.Member> each : conditions.members().entrySet()) {
        String operator = each.getKey().replaceFirst("^For(All|Any)Values?:", "");
        if (SAME_TEXT.contains(operator)) {
          values.addAll(Values.many(Values.at(each.getValue().value(), key)));
        }
      }
    }
    return values;
  }

  /** The values that {@code aws:SourceArn} must be one of. */
  public List<Node> sources() {
    List<Node> sources = new ArrayList<>();
    if (whole.get("Condition") instanceof ObjectNode conditions) {
      for (Map.Entry<String, ObjectNode.Member> each : conditions.members().entrySet()) {
        if (SAME_ARN.contains(each.getKey())) {
          sources.addAll(Values.many(Values.at(each.getValue().value(), "aws:SourceArn")));
        }
      }
    }
    return sources;
  }
}
