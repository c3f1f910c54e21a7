package io.eventwright.generator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** Rules about what code calls, be it directly or by a method reference. */
final class ForbiddenCalls {

  private ForbiddenCalls() {}

  /** No class calls, or refers to, a method or constructor of these. */
  static ArchRule noCalls(String what, Predicate<JavaCodeUnitAccess<?>> forbidden) {
    return classes()
        .should(
            new ArchCondition<JavaClass>("not " + what) {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
                  if (forbidden.test(access)) {
                    events.add(SimpleConditionEvent.violated(type, access.getDescription()));
                  }
                }
              }
            });
  }
}
