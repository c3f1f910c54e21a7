package io.eventwright.local.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test class runs on the project's template, up on this machine; constructors and methods may
 * have a {@link LocalCloud} as parameter. Classes with the same settings share one cloud, which is
 * started once a JVM.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(LocalCloudExtension.class)
public @interface LocalCloudTest {

  /** The file that {@code events:engines} wrote, relative to the project. */
  String file() default "target/eventwright/local.properties";

  /** How much sooner than on AWS waiting ends: retries, redeliveries, schedules. */
  double speed() default 60;

  /**
   * Whether each function environment is a process of its own, killable and with its own limits.
   */
  boolean processes() default false;
}
