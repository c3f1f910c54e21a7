package io.eventwright.generator.emit.java.type;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.runtime.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type to generate. */
public sealed interface Declaration {

  /** What it has in common with the others. */
  Header header();

  /**
   * A record that is an object.
   *
   * @param members in the schema's order
   * @param leftover what members without a component are kept in
   * @param wide whether it has more members than a record can have, and is a class instead
   */
  record ObjectRecord(Header header, List<Member> members, Leftover leftover, boolean wide)
      implements Declaration {
    public ObjectRecord {
      members = List.copyOf(members);
    }

    /** The members that are components. */
    public List<Component> components() {
      return members.stream()
          .filter(Component.class::isInstance)
          .map(Component.class::cast)
          .toList();
    }
  }

  /**
   * A record around one value, for a root that is no object.
   *
   * @param component the record's one component
   */
  record ValueRecord(Header header, Component component) implements Declaration {}

  /**
   * A record that is an array whose positions have meanings.
   *
   * @param items one for each position
   * @param rest what may follow them, null when nothing may
   */
  record TupleRecord(Header header, List<Component> items, @Nullable Component rest)
      implements Declaration {
    public TupleRecord {
      items = List.copyOf(items);
    }
  }

  /**
   * A string of which some values are known.
   *
   * @param constants in the schema's order
   */
  record OpenEnum(Header header, List<Constant> constants) implements Declaration {
    public OpenEnum {
      constants = List.copyOf(constants);
    }
  }

  /**
   * One of several types.
   *
   * @param by how they are told apart
   */
  record Union(Header header, Discrimination by, List<Arm> arms) implements Declaration {
    public Union {
      arms = List.copyOf(arms);
    }
  }

  /** A member of an object. */
  sealed interface Member permits Component, FixedMember {
    /** Its name in the document. */
    String wireName();

    /** Its name in Java. */
    String javaName();
  }

  /**
   * A component of a record.
   *
   * @param defaultValue what builders start with, null for nothing
   * @param sensitive whether {@code toString} hides it
   */
  record Component(
      String wireName,
      String javaName,
      JavaType type,
      Presence presence,
      @Nullable JsonValue defaultValue,
      String documentation,
      boolean deprecated,
      boolean sensitive,
      SourceLocation location)
      implements Member {}

  /** A required member that has one possible value, a string. */
  record FixedMember(String wireName, String javaName, String value, String documentation)
      implements Member {}

  /**
   * What members that have no component are kept in.
   *
   * @param javaName the name of the component
   * @param element what the schema says each of them is; null when it says nothing, or forbids them
   */
  record Leftover(String javaName, @Nullable Element element) {}

  /**
   * A known value of an enumeration.
   *
   * @param javaName of the constant
   */
  record Constant(String value, String javaName, String documentation) {}

  /**
   * One type of a union.
   *
   * @param keys the values of the discriminating property, or the names of JSON types; of shapes,
   *     what the arm is told by, in one word
   * @param wrapper the simple name of the record to wrap the type in; null for a record that is an
   *     arm itself
   * @param sensitive whether the wrapper's {@code toString} hides the value
   */
  record Arm(JavaType type, List<String> keys, @Nullable String wrapper, boolean sensitive) {
    public Arm {
      keys = List.copyOf(keys);
    }
  }

  /** How the arms of a union are told apart. */
  sealed interface Discrimination {
    /** By the value of a property. */
    record ByProperty(String wireName) implements Discrimination {}

    /** By the type of the JSON value. */
    record ByType() implements Discrimination {}

    /**
     * By its shape.
     *
     * @param looks for each arm, those that must all hold
     */
    record ByShape(List<List<Look>> looks) implements Discrimination {
      public ByShape {
        looks = looks.stream().map(List::copyOf).toList();
      }
    }
  }

  /** Whether a component may be missing, or null. */
  enum Presence {
    /** Always there. */
    REQUIRED,
    /** May be absent; null in Java. */
    OPTIONAL,
    /** Always there, may be null. */
    NULLABLE,
    /** May be absent, may be null, and the two differ. */
    MAYBE
  }
}
