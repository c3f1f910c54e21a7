package com.example.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.quickstart.entity.Stock;
import com.example.quickstart.entity.Stocks;
import com.example.quickstart.event.OrderPlaced;
import com.example.quickstart.event.OrderPlacedV2;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.CodecText;
import io.eventwright.runtime.event.Consumed;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.intake.EventIntake;
import io.eventwright.runtime.intake.MessageReader;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.worker.Decision;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample event of the build against what reads it; a new event brings its own. */
class SamplesTest {
  private static final EventIntake<OrderPlacedV2> ORDERS =
      new EventIntake<>(
          List.of(
              Consumed.asIs(OrderPlaced.V2),
              new Consumed<>(OrderPlaced.V1, new OrderPlacedV1ToV2()::upcast)));

  static List<SampleEvent> valid() {
    return SampleEvent.valid();
  }

  static List<SampleEvent> invalid() {
    return SampleEvent.invalid();
  }

  static List<SampleEvent> orders() {
    return SampleEvent.valid("order-placed");
  }

  /** As a worker's intake does it, but for the upcast. */
  @ParameterizedTest
  @MethodSource("valid")
  void aGoodEventIsReadAndWrittenBackAsItCame(SampleEvent sample) throws Exception {
    RawEvent raw = MessageReader.read(sample.json());
    assertEquals(raw.data(), Json.parse(all(sample).read(raw).data().json()));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void aBadEventIsRefusedForTheKeywordItBreaks(SampleEvent sample) throws Exception {
    RawEvent raw = MessageReader.read(sample.json());
    Rejection refused = assertThrows(Rejection.class, () -> all(sample).read(raw));
    assertEquals(Rejection.Reason.SCHEMA_VIOLATED, refused.reason());
    assertTrue(
        refused.violations().stream().anyMatch(each -> each.keyword().equals(sample.keyword())),
        () -> refused.violations().toString());
  }

  @ParameterizedTest
  @MethodSource("orders")
  void anyOrderOfAnyVersionLeavesASoundStock(SampleEvent sample) throws Exception {
    Event<OrderPlacedV2> order = ORDERS.read(MessageReader.read(sample.json()));
    EntityState<Stock> none = new EntityState<>(order.data().sku().value(), 0, null);

    Decision<Stock> decision = new ReserveStock().decide(order, none);

    Stock after = ((Decision.Next<Stock>) decision).state();
    String state = CodecText.write(Stocks.TYPE.codec(), after);
    assertEquals(List.of(), Stocks.TYPE.validator().validate(Json.parse(state)).violations());
  }

  /** What was read, as it is written again. */
  private record Written(String json) {}

  private static EventIntake<Written> all(SampleEvent sample) {
    return new EventIntake<>(List.of(of(sample.type())));
  }

  private static <T> Consumed<T, Written> of(EventType<T> type) {
    return new Consumed<>(type, data -> new Written(CodecText.write(type.codec(), data)));
  }
}
