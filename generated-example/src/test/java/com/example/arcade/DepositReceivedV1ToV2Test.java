package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.arcade.event.DepositReceivedV1;
import com.example.arcade.event.DepositReceivedV2;
import com.example.arcade.id.DepositId;
import com.example.arcade.type.Currency;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DepositReceivedV1ToV2Test {
  private static final DepositReceivedV1 OLD =
      DepositReceivedV1.builder()
          .depositId(new DepositId("7d1a1c52-94f4-4e0b-8a7e-0d9e4c2b1f63"))
          .playerId(Examples.PLAYER)
          .amount(new BigDecimal("20.5"))
          .currency(Currency.EUR)
          .build();

  @Test
  void fractionsBecomeWholeMinorUnits() {
    DepositReceivedV2 upcast = new DepositReceivedV1ToV2().upcast(OLD);

    assertEquals(2050, upcast.minorUnits());
    assertEquals(DepositReceivedV2.Method.CARD, upcast.method());
  }

  @Test
  void aVoucherStaysAVoucher() {
    DepositReceivedV2 upcast = new DepositReceivedV1ToV2().upcast(OLD.withVoucher("WELCOME2026"));

    assertEquals(DepositReceivedV2.Method.VOUCHER, upcast.method());
    assertEquals("WELCOME2026", upcast.voucher());
  }
}
