package io.eventwright.generator.emit.java.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Types that the runtime reads and writes by itself, and how. */
public enum ScalarKind {
  STRING(ClassName.get(String.class), "text", "text"),
  BOOLEAN(TypeName.BOOLEAN, "bool", "bool"),
  INT(TypeName.INT, "int32", "int32"),
  LONG(TypeName.LONG, "int64", "int64"),
  BIG_INTEGER(ClassName.get(BigInteger.class), "integer", "integer"),
  DECIMAL(ClassName.get(BigDecimal.class), "decimal", "decimal"),
  INSTANT(ClassName.get(Instant.class), "instant", "asText"),
  OFFSET_DATE_TIME(ClassName.get(OffsetDateTime.class), "offsetDateTime", "offsetDateTime"),
  DATE(ClassName.get(LocalDate.class), "date", "asText"),
  DURATION(ClassName.get("io.eventwright.runtime.codec", "CalendarDuration"), "duration", "asText"),
  UUID(ClassName.get(UUID.class), "uuid", "asText"),
  URI(ClassName.get(URI.class), "uri", "asText"),
  JSON(ClassName.get("io.eventwright.runtime.json", "JsonValue"), "json", "json");

  private final TypeName type;
  private final String reader;
  private final String writer;

  ScalarKind(TypeName type, String reader, String writer) {
    this.type = type;
    this.reader = reader;
    this.writer = writer;
  }

  /** The Java type; primitive where there is one. */
  public TypeName type() {
    return type;
  }

  /** The method of the runtime's {@code Read}. */
  public String reader() {
    return reader;
  }

  /** The method of the runtime's {@code Write}. */
  public String writer() {
    return writer;
  }
}
