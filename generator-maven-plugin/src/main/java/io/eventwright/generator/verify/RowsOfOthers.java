package io.eventwright.generator.verify;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Statement;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A role that may read or write all rows of a table which other roles use too: no leading keys say
 * which rows are its own. Error. Naming the attributes is a bound as well, for who may touch each
 * row and little of it; a scan has no leading key, so nothing else bounds it.
 */
final class RowsOfOthers implements TemplateRule {

  private static final String LEADING_KEYS = "dynamodb:LeadingKeys";
  private static final String ATTRIBUTES = "dynamodb:Attributes";
  private static final String SCAN = "dynamodb:Scan";

  /** What touches rows. */
  private static final Set<String> ROWS =
      Set.of(
          SCAN,
          "dynamodb:BatchGetItem",
          "dynamodb:BatchWriteItem",
          "dynamodb:ConditionCheckItem",
          "dynamodb:DeleteItem",
          "dynamodb:GetItem",
          "dynamodb:PartiQLDelete",
          "dynamodb:PartiQLInsert",
          "dynamodb:PartiQLSelect",
          "dynamodb:PartiQLUpdate",
          "dynamodb:PutItem",
          "dynamodb:Query",
          "dynamodb:UpdateItem");

  /** An ARN of tables whose names are left open. */
  private static final Pattern MANY_TABLES = Pattern.compile(".*:table/[^/]*[*?].*");

  @Override
  public String id() {
    return "rows-of-others";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    List<Statement> statements = onRows(template);
    Map<String, Set<String>> users = new TreeMap<>();
    for (Statement each : statements) {
      tables(template, each)
          .forEach(
              table -> users.computeIfAbsent(table, t -> new TreeSet<>()).add(each.owner().id()));
    }
    for (Statement each : statements) {
      Resource owner = each.owner();
      if (each.resources().stream().anyMatch(RowsOfOthers::leavesTablesOpen)) {
        found.error(
            owner,
            each.location(),
            "may do " + String.join(", ", rows(each)) + " to tables by a pattern. Name the table.");
      }
      for (String table : tables(template, each)) {
        List<String> unbound = unbound(each);
        if (users.getOrDefault(table, Set.of()).size() > 1 && !unbound.isEmpty()) {
          found.error(
              owner,
              each.location(),
              "may do %s to every row of %s, which others use too. %s"
                  .formatted(String.join(", ", unbound), table, remedy(unbound)));
        }
      }
    }
  }

  private static String remedy(List<String> unbound) {
    return unbound.equals(List.of(SCAN))
        ? "A scan has no leading key: name the attributes (dynamodb:Attributes), or query."
        : "Name its own by dynamodb:LeadingKeys.";
  }

  /** What roles, and policies that are written by themselves, allow to be done to rows. */
  private static List<Statement> onRows(SamTemplate template) {
    List<Statement> statements = new ArrayList<>();
    for (Resource role : template.ofType(Types.ROLE)) {
      statements.addAll(Statement.ofRole(role));
    }
    for (String type : Types.POLICIES) {
      for (Resource policy : template.ofType(type)) {
        statements.addAll(Statement.of(policy, policy.at("PolicyDocument")));
      }
    }
    return statements.stream().filter(each -> each.allows() && !rows(each).isEmpty()).toList();
  }

  private static List<String> rows(Statement statement) {
    return statement.actions().stream().filter(ROWS::contains).toList();
  }

  private static List<String> tables(SamTemplate template, Statement statement) {
    return statement.resourceIds().stream()
        .filter(id -> template.resources().containsKey(id))
        .filter(id -> template.resources().get(id).type().equals(Types.TABLE))
        .distinct()
        .toList();
  }

  /** Which of its actions nothing keeps from any row. */
  private static List<String> unbound(Statement statement) {
    if (isNamed(statement, ATTRIBUTES)) {
      return List.of();
    }
    boolean keyed = isNamed(statement, LEADING_KEYS);
    return rows(statement).stream().filter(action -> !keyed || action.equals(SCAN)).toList();
  }

  private static boolean isNamed(Statement statement, String key) {
    List<Node> values = statement.allowed(key);
    return !values.isEmpty() && values.stream().noneMatch(RowsOfOthers::isAnything);
  }

  private static boolean isAnything(Node value) {
    String text = Values.written(value);
    return text != null && (text.isEmpty() || "*?".indexOf(text.charAt(0)) >= 0);
  }

  private static boolean leavesTablesOpen(Node resource) {
    String text = Values.written(resource);
    return text != null && MANY_TABLES.matcher(text).matches();
  }
}
