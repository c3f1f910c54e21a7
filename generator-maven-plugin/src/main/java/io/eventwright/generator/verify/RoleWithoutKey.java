package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.Encrypted;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Statement;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A role that may send to a queue, write to a table or the like, and not use the key with which
 * that is encrypted: the service refuses every call. Error.
 */
final class RoleWithoutKey implements TemplateRule {

  @Override
  public String id() {
    return "role-without-key";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource role : template.ofType(Types.ROLE)) {
      List<Statement> statements =
          Statement.ofRole(role).stream().filter(Statement::allows).toList();
      // One sentence for each resource, however much is done to it.
      Set<String> told = new TreeSet<>();
      for (Statement each : statements) {
        for (Missing missing : missing(template, statements, each)) {
          if (told.add(missing.resource() + " " + missing.call())) {
            found.error(role, each.location(), missing.sentence());
          }
        }
      }
    }
  }

  private static List<Missing> missing(
      SamTemplate template, List<Statement> statements, Statement statement) {
    return statement.resourceIds().stream()
        .filter(template.resources()::containsKey)
        .flatMap(
            id ->
                Encrypted.with(template, template.resources().get(id)).stream()
                    .flatMap(
                        key ->
                            statement.actions().stream()
                                .flatMap(
                                    action ->
                                        KeyCalls.of(action).stream()
                                            .map(call -> new Missing(action, id, key, call)))))
        .filter(each -> statements.stream().noneMatch(each::isAllowedBy))
        .toList();
  }

  /** A call of a key that an action on a resource asks for. */
  private record Missing(String action, String resource, String key, String call) {

    private String service() {
      return action.substring(0, action.indexOf(':'));
    }

    boolean isAllowedBy(Statement statement) {
      return KeyCalls.allows(statement, call)
          && statement.resourceIds().contains(key)
          // What is for a history or a schedule is for nothing else.
          && statement.conditionKeys().stream()
              .noneMatch(name -> name.startsWith("kms:EncryptionContext:"))
          && statement.conditions("kms:ViaService").stream()
              .allMatch(
                  values ->
                      Values.many(values).stream()
                          .map(Values::written)
                          .anyMatch(text -> text != null && text.startsWith(service() + ".")));
    }

    String sentence() {
      return "may do %s to %s, which is encrypted with %s, and not %s through %s. Add it, on the key."
          .formatted(action, resource, key, call, service());
    }
  }
}
