package io.eventwright.generator.emit.java.system;

import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.GeneratedFile;
import java.util.ArrayList;
import java.util.List;

/** Records, codecs and validators as small as they can be, for what refers to them to compile. */
final class StandIns {
  private static final String BASE = "com.example.arcade";

  private StandIns() {}

  static List<GeneratedFile> of(EventSystem system) {
    List<GeneratedFile> files = new ArrayList<>();
    files.add(
        file(
            "id",
            "PlayerId",
            """
            public record PlayerId(String value) {}
            """));
    for (EventContract event : system.events()) {
      String name = JavaNames.typeName(event.name()) + "V" + event.major();
      files.add(record("event", name));
      files.add(codec("event", name));
      event.minors().forEach(minor -> files.add(validator("event", name + "_" + minor.minor())));
    }
    for (String[] single : new String[][] {{"entity", "Wallet"}, {"projection", "PurchaseRow"}}) {
      files.add(record(single[0], single[1]));
      files.add(codec(single[0], single[1]));
      files.add(validator(single[0], single[1]));
    }
    return files;
  }

  private static GeneratedFile record(String part, String name) {
    return file(
        part,
        name,
        """
        public record %s(com.example.arcade.id.PlayerId playerId) {}
        """
            .formatted(name));
  }

  private static GeneratedFile codec(String part, String name) {
    return file(
        part,
        name + "Codec",
        """
        import com.fasterxml.jackson.core.JsonGenerator;
        import com.fasterxml.jackson.core.JsonParser;

        public enum %1$sCodec implements io.eventwright.runtime.event.Codec<%1$s> {
          INSTANCE;

          @Override
          public %1$s read(JsonParser parser) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void write(%1$s value, JsonGenerator generator) {
            throw new UnsupportedOperationException();
          }
        }
        """
            .formatted(name));
  }

  private static GeneratedFile validator(String part, String name) {
    return file(
        part,
        name + "Validator",
        """
        import io.eventwright.runtime.json.JsonValue;
        import io.eventwright.runtime.json.ValidationResult;

        public enum %sValidator implements io.eventwright.runtime.json.Validator {
          INSTANCE;

          @Override
          public boolean isValid(JsonValue value) {
            throw new UnsupportedOperationException();
          }

          @Override
          public ValidationResult validate(JsonValue value, int limit) {
            throw new UnsupportedOperationException();
          }
        }
        """
            .formatted(name));
  }

  private static GeneratedFile file(String part, String name, String text) {
    String packageName = BASE + "." + part;
    return GeneratedFile.ofText(
        packageName.replace('.', '/') + "/" + name + ".java",
        "package " + packageName + ";\n\n" + text);
  }
}
