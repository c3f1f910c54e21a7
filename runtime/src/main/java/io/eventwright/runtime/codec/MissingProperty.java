package io.eventwright.runtime.codec;

/** A record was made without something its schema requires. */
public final class MissingProperty extends NullPointerException {

  private static final long serialVersionUID = 1L;

  private final String property;

  /**
   * @param property its name in the schema
   */
  public MissingProperty(String property) {
    super("required property " + property + " is missing");
    this.property = property;
  }

  /** The property's name in the schema. */
  public String property() {
    return property;
  }
}
