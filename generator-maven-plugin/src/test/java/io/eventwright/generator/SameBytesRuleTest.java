package io.eventwright.generator;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule sees what it is about, in a class each. */
class SameBytesRuleTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        MakesHashMap.class,
        MakesHashSet.class,
        RefersToHashMap.class,
        MakesHashMapInLambda.class,
        CopiesSet.class,
        CopiesMap.class,
        NamesSeveral.class,
        NamesPairs.class,
        CollectsToSet.class,
        CollectsToMap.class,
        Groups.class,
        AsksClock.class
      })
  void whatDiffersFromRunToRunIsRefused(Class<?> violating) {
    assertThrows(AssertionError.class, () -> SameBytesRule.RULE.check(read(violating)));
  }

  @Test
  void whatHasAnOrderIsNot() {
    SameBytesRule.RULE.check(read(Ordered.class));
  }

  private static JavaClasses read(Class<?> type) {
    return new ClassFileImporter().importClasses(type);
  }

  static final class MakesHashMap {
    final Map<String, String> made = new HashMap<>();
  }

  static final class MakesHashSet {
    final Set<String> made = new HashSet<>();
  }

  static final class RefersToHashMap {
    final Supplier<Map<String, String>> made = HashMap::new;
  }

  static final class MakesHashMapInLambda {
    final Supplier<Map<String, String>> made = () -> new HashMap<>();
  }

  static final class CopiesSet {
    final Set<String> made = Set.copyOf(List.of("a", "b"));
  }

  static final class CopiesMap {
    final Map<String, String> made = Map.copyOf(new TreeMap<>());
  }

  static final class NamesSeveral {
    final Set<String> made = Set.of("a", "b");
  }

  static final class NamesPairs {
    final Map<String, String> made = Map.of("a", "1", "b", "2");
  }

  static final class CollectsToSet {
    final Set<String> made = Stream.of("a", "b").collect(Collectors.toSet());
  }

  static final class CollectsToMap {
    final Map<String, Integer> made =
        Stream.of("a", "b").collect(Collectors.toMap(Function.identity(), String::length));
  }

  static final class Groups {
    final Map<Integer, List<String>> made =
        Stream.of("a", "b").collect(Collectors.groupingBy(String::length));
  }

  static final class AsksClock {
    final Instant made = Instant.now();
  }

  static final class Ordered {
    static final Set<String> ASKED = Set.of("a", "b");
    final Map<String, String> one = Map.of("a", "1");
    final Set<String> none = Set.of();
    final Map<String, String> inOrder = new LinkedHashMap<>();
    final Set<String> sorted = new LinkedHashSet<>(List.of("a", "b"));
    final Map<Integer, List<String>> grouped =
        Stream.of("a", "b")
            .collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.toList()));
  }
}
