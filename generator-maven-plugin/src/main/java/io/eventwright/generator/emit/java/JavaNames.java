package io.eventwright.generator.emit.java;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.model.EventRef;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of everything that is made from schemas; {@link SystemNames} has those of the rest.
 *
 * @param basePackage the package that all of a system's classes live under
 */
public record JavaNames(String basePackage) {

  /** The record of one major: {@code event.OrderPlacedV2}. */
  public ClassName eventRecord(EventRef event) {
    return in("event", Identifiers.type(event.name()) + "V" + event.major());
  }

  /** The validator of one version: {@code event.OrderPlacedV2_1Validator}. */
  public ClassName eventValidator(EventRef event, int minor) {
    return in("event", eventRecord(event).simpleName() + "_" + minor + "Validator");
  }

  /** A typed identifier: {@code id.PlayerId}. */
  public ClassName identifier(String typeName) {
    return in("id", Identifiers.type(typeName));
  }

  /** A type that several events share, named by the file it is in: {@code type.Money}. */
  public ClassName shared(String fileName) {
    return in("type", Identifiers.type(fileName));
  }

  /** An entity's state: {@code entity.Wallet}. */
  public ClassName entityRecord(String entity) {
    return in("entity", Identifiers.type(entity));
  }

  /** What a worker needs of an event's data: {@code worker.CreditWalletData}. */
  public ClassName neededRecord(String worker) {
    return in("worker", Identifiers.type(worker) + "Data");
  }

  /** Its validator for one minor of the event: {@code worker.CreditWalletData_1Validator}. */
  public ClassName neededValidator(String worker, int minor) {
    return in("worker", neededRecord(worker).simpleName() + "_" + minor + "Validator");
  }

  /** A projection's row, named by its schema's file: {@code projection.PurchaseRow}. */
  public ClassName rowRecord(String fileName) {
    return in("projection", Identifiers.type(fileName));
  }

  /** The codec beside a record: {@code OrderPlacedV2Codec}. */
  public static ClassName codecOf(ClassName type) {
    return ClassName.get(type.packageName(), type.topLevelClassName().simpleName() + "Codec");
  }

  /** The validator beside a record that has no minors: {@code WalletValidator}. */
  public static ClassName validatorOf(ClassName type) {
    return ClassName.get(type.packageName(), type.simpleName() + "Validator");
  }

  /** A type's simple name: {@code order-placed} to {@code OrderPlaced}. */
  public static String typeName(String text) {
    return Identifiers.type(text);
  }

  /** The name of a component, a method or a variable: {@code player-id} to {@code playerId}. */
  public static String memberName(String text) {
    return Identifiers.member(text);
  }

  /** The name of a constant: {@code in-stock} to {@code IN_STOCK}. */
  public static String constantName(String text) {
    return Identifiers.constant(text);
  }

  /** One part of a package's name. */
  public static String packagePart(String text) {
    return Identifiers.packagePart(text);
  }

  /** Whether a name that a user gives may be used as it is. */
  public static boolean isIdentifier(String text) {
    return Identifiers.isIdentifier(text);
  }

  /** The method that makes a copy with another value: {@code playerId} to {@code withPlayerId}. */
  public static String wither(String member) {
    return "with" + Character.toUpperCase(member.charAt(0)) + member.substring(1);
  }

  /**
   * A name that none of {@code taken} equals, case aside: classes that differ in case only are one
   * file to some file systems. The name found is added to {@code taken}.
   */
  public static String unique(String name, Set<String> taken) {
    String candidate = name;
    for (int number = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); number++) {
      candidate = name + "_" + number;
    }
    return candidate;
  }

  /**
   * A name for a type with a file of its own, such that neither it nor its codec or validator has a
   * name of {@code taken}, case aside. All three are added to {@code taken}.
   */
  public static String uniqueType(String name, Set<String> taken) {
    String candidate = name;
    for (int number = 2; !Collections.disjoint(taken, files(candidate)); number++) {
      candidate = name + "_" + number;
    }
    taken.addAll(files(candidate));
    return candidate;
  }

  private static Set<String> files(String type) {
    return taken(type, type + "Codec", type + "Validator");
  }

  /** A new set of taken names. */
  public static Set<String> taken(String... names) {
    Set<String> taken = new LinkedHashSet<>();
    for (String name : names) {
      taken.add(name.toLowerCase(Locale.ROOT));
    }
    return taken;
  }

  private ClassName in(String part, String simpleName) {
    return ClassName.get(basePackage.isEmpty() ? part : basePackage + "." + part, simpleName);
  }
}
