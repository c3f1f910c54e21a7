package io.eventwright.generator.quota;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The quotas of AWS, from the one dated file that holds them. */
public final class Quotas {

  private static final String FILE = "/eventwright/aws-quotas.properties";

  private final Properties values;

  private Quotas(Properties values) {
    this.values = values;
  }

  /** The quotas that this version was made with. */
  public static Quotas known() {
    Properties values = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Quotas.class.getResourceAsStream(FILE), FILE),
            StandardCharsets.UTF_8)) {
      values.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE, unreadable);
    }
    return new Quotas(values);
  }

  /**
   * A quota.
   *
   * @throws IllegalArgumentException when the file has none of that name
   */
  public int of(String name) {
    return Integer.parseInt(text(name));
  }

  /** A quota that may be larger than an {@code int}. */
  public long longOf(String name) {
    return Long.parseLong(text(name));
  }

  private String text(String name) {
    String value = values.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("no quota " + name + " in " + FILE);
    }
    return value.strip();
  }
}
