package com.example.arcade;

import com.example.arcade.entity.Wallet;
import com.example.arcade.id.PurchaseId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What purchases took from a wallet: the latest of them, so that the wallet stays small. */
final class Charges {
  /** As many as the wallet's schema allows. */
  private static final int KEPT = 100;

  private Charges() {}

  static List<Wallet.Charge> with(List<Wallet.Charge> charges, PurchaseId purchase, long amount) {
    Wallet.Charge charge =
        Wallet.Charge.builder().purchaseId(purchase).amount(amount).refunded(false).build();
    return Stream.concat(
            charges.stream().skip(Math.max(0, charges.size() - KEPT + 1)), Stream.of(charge))
        .toList();
  }

  /** What a purchase took and did not give back yet. */
  static Optional<Wallet.Charge> open(List<Wallet.Charge> charges, PurchaseId purchase) {
    return charges.stream()
        .filter(charge -> charge.purchaseId().equals(purchase) && !charge.refunded())
        .findFirst();
  }

  static List<Wallet.Charge> refunded(List<Wallet.Charge> charges, PurchaseId purchase) {
    return charges.stream()
        .map(charge -> charge.purchaseId().equals(purchase) ? charge.withRefunded(true) : charge)
        .toList();
  }
}
