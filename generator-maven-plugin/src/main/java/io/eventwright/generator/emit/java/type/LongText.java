package io.eventwright.generator.emit.java.type;

/** Texts that a class file cannot hold as one constant (JVMS 4.4.7): beyond 65,535 bytes. */
public final class LongText {

  /** Characters that surely fit; each takes at most three bytes. */
  public static final int PART = 20_000;

  private LongText() {}

  /** Whether it may be too long for a constant, and so for the label of a {@code case}. */
  public static boolean isOne(String text) {
    return text.length() > PART;
  }
}
