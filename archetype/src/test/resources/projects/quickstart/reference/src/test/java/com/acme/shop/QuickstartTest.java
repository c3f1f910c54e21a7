package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.acme.shop.entity.Stock;
import com.acme.shop.entity.Stocks;
import com.acme.shop.event.OrderPlaced;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.publish.InvalidEvent;
import io.eventwright.runtime.publish.PreparedEvent;
import io.eventwright.runtime.publish.Publisher;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole system, brought up from the template that goes to AWS. */
@LocalCloudTest
class QuickstartTest {
  private SystemRuntime system;
  private Publisher publisher;

  @BeforeEach
  void connect(LocalCloud cloud) {
    cloud.reset();
    system =
        SystemRuntime.of(
            Map.of(
                "EVENTWRIGHT_SYSTEM", "quickstart",
                "EVENTWRIGHT_BUS", cloud.name("Bus"),
                "EVENTWRIGHT_LOG_TABLE", cloud.name("LogTable")));
    publisher = system.publisher();
  }

  @Test
  void anOrderOfEitherVersionSetsItsPiecesAside(LocalCloud cloud) {
    publisher.publish(OrderPlaced.V2, "order/1", Orders.order(2));
    publisher.publish(OrderPlaced.V1, "order/2", Orders.oldOrder(3));
    cloud.awaitIdle();

    assertEquals(ReserveStock.OPENING_STOCK - 5, stock().available());
  }

  @Test
  void theSameOrderTwiceHasOneEffect(LocalCloud cloud) {
    PreparedEvent order = publisher.prepare(OrderPlaced.V2, "order/1", Orders.order(2));
    publisher.send(List.of(order, order));
    cloud.awaitIdle();

    assertEquals(ReserveStock.OPENING_STOCK - 2, stock().available());
  }

  @Test
  void anInvalidOrderCannotLeave() {
    InvalidEvent invalid =
        assertThrows(
            InvalidEvent.class,
            () -> publisher.publish(OrderPlaced.V2, "order/1", Orders.order(1000)));

    assertEquals("/quantity", invalid.violations().get(0).instancePointer());
  }

  private Stock stock() {
    return system.entities(Stocks.TYPE).current(Orders.MUG.value()).state().orElseThrow();
  }
}
