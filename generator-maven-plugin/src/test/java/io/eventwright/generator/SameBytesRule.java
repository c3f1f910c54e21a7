package io.eventwright.generator;

import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/**
 * Same input, same bytes: nothing that differs from run to run decides what is generated. Fields
 * are declared as {@code Map} and {@code Set}, so that a walk does not show what is walked: the
 * making of an unordered one is what is forbidden.
 */
final class SameBytesRule {

  private static final Set<String> CHANCE =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.security.SecureRandom",
          "java.util.concurrent.ThreadLocalRandom");

  private static final Set<String> CLOCKS =
      Set.of("now", "currentTimeMillis", "nanoTime", "randomUUID", "random");

  private static final Set<String> HASHED =
      Set.of(
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.Hashtable",
          "java.util.IdentityHashMap",
          "java.util.WeakHashMap",
          "java.util.concurrent.ConcurrentHashMap");

  private static final Set<String> UNORDERED_COLLECTORS =
      Set.of("toSet", "toUnmodifiableSet", "toUnmodifiableMap", "toConcurrentMap");

  private static final int TO_MAP_WITH_FACTORY = 4;
  private static final int GROUPING_WITH_FACTORY = 3;

  /** For the classes that decide what is generated. */
  static final ArchRule RULE =
      ForbiddenCalls.noCalls(
          "ask a clock or a die, or make a collection without an order",
          call -> asksClockOrDie(call) || makesUnordered(call));

  private SameBytesRule() {}

  private static boolean asksClockOrDie(JavaCodeUnitAccess<?> call) {
    return CHANCE.contains(call.getTargetOwner().getName())
        || CLOCKS.contains(call.getName())
            && call.getTargetOwner().getPackageName().startsWith("java.");
  }

  private static boolean makesUnordered(JavaCodeUnitAccess<?> call) {
    String owner = call.getTargetOwner().getName();
    int arguments = call.getTarget().getRawParameterTypes().size();
    return switch (owner) {
      case "java.util.Set" -> call.getName().equals("copyOf") || severalAtOnce(call, 1);
      case "java.util.Map" -> call.getName().equals("copyOf") || severalAtOnce(call, 2);
      case "java.util.stream.Collectors" ->
          UNORDERED_COLLECTORS.contains(call.getName())
              || call.getName().equals("toMap") && arguments < TO_MAP_WITH_FACTORY
              || call.getName().startsWith("groupingBy") && arguments < GROUPING_WITH_FACTORY;
      default -> HASHED.contains(owner) && call.getName().equals(JavaConstructor.CONSTRUCTOR_NAME);
    };
  }

  /** Constants may be made so: they are asked what they contain. */
  private static boolean severalAtOnce(JavaCodeUnitAccess<?> call, int argumentsOfOne) {
    var parameters = call.getTarget().getRawParameterTypes();
    return (call.getName().equals("of") || call.getName().equals("ofEntries"))
        && (parameters.size() > argumentsOfOne
            || parameters.stream().anyMatch(type -> type.isArray()))
        && !call.getOrigin().getName().equals(JavaStaticInitializer.STATIC_INITIALIZER_NAME);
  }
}
