package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.entity.Wallet;
import com.example.arcade.entity.Wallets;
import com.example.arcade.type.Currency;
import io.eventwright.runtime.event.CodecText;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.intake.MessageReader;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** J: what is generated of a schema cannot be altered once it is made, nor what is inside it. */
class J_ImmutableDataTest {
  private static final Path CLASSES = Path.of("target/classes");
  private static final List<String> DATA =
      List.of("entity", "event", "id", "projection", "type", "worker");

  static List<SampleEvent> valid() {
    return SampleEvent.valid();
  }

  @Test
  void everyFieldOfEveryGeneratedRecordIsFinalAndNoneIsAnArray() throws Exception {
    List<Class<?>> records = records();
    assertTrue(records.size() >= 30, () -> records.size() + " records");
    for (Class<?> type : records) {
      for (Field field : type.getDeclaredFields()) {
        assertTrue(Modifier.isFinal(field.getModifiers()), () -> type + "." + field.getName());
        assertTrue(!field.getType().isArray(), () -> type + "." + field.getName());
      }
      assertTrue(
          Arrays.stream(type.getDeclaredMethods())
              .noneMatch(method -> method.getName().startsWith("set")),
          type::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("valid")
  void whatWasReadCannotBeAltered(SampleEvent sample) throws Exception {
    RawEvent raw = MessageReader.read(sample.json());
    Object data = CodecText.read(sample.type().codec(), raw.data());
    String before = data.toString();
    frozen(data);
    assertEquals(before, data.toString());
  }

  @Test
  void aListThatWasHandedInIsCopied() {
    List<Wallet.Charge> mine =
        new ArrayList<>(
            List.of(
                Wallet.Charge.builder()
                    .purchaseId(Examples.PURCHASE)
                    .amount(1)
                    .refunded(false)
                    .build()));
    Wallet wallet =
        Wallet.builder()
            .playerId(Examples.PLAYER)
            .balance(1)
            .currency(Currency.EUR)
            .charges(mine)
            .build();
    String before = CodecText.write(Wallets.TYPE.codec(), wallet);
    mine.clear();
    assertEquals(before, CodecText.write(Wallets.TYPE.codec(), wallet));
    assertThrows(UnsupportedOperationException.class, () -> wallet.charges().clear());
    assertEquals(1, wallet.charges().size());
  }

  /** Tries to alter everything that can be reached. */
  private static void frozen(Object value) throws ReflectiveOperationException {
    if (value instanceof Collection<?> items) {
      refused(items, Collection::clear);
      for (Object item : items) {
        frozen(item);
      }
    } else if (value instanceof Map<?, ?> members) {
      refused(members, Map::clear);
      for (Object member : members.values()) {
        frozen(member);
      }
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        component.getAccessor().setAccessible(true);
        Object inside = component.getAccessor().invoke(value);
        if (inside != null) {
          frozen(inside);
        }
      }
    }
  }

  private static <C> void refused(C container, Consumer<C> change) {
    assertThrows(UnsupportedOperationException.class, () -> change.accept(container));
  }

  private static List<Class<?>> records() throws IOException, ClassNotFoundException {
    List<Class<?>> records = new ArrayList<>();
    for (String part : DATA) {
      try (Stream<Path> files = Files.walk(CLASSES.resolve("com/example/arcade").resolve(part))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
          String name = CLASSES.relativize(file).toString().replaceAll("\\.class$", "");
          Class<?> type = Class.forName(name.replace('/', '.').replace('\\', '.'));
          if (type.isRecord()) {
            records.add(type);
          }
        }
      }
    }
    return records;
  }
}
