package com.example.arcade;

import com.example.arcade.entity.Inventory;
import com.example.arcade.id.PurchaseId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What purchases set aside of an item: the latest of them, so that the inventory stays small. */
final class Reservations {
  /** As many as the inventory's schema allows. */
  private static final int KEPT = 100;

  private Reservations() {}

  static boolean has(List<Inventory.Reservation> reservations, PurchaseId purchase) {
    return reservations.stream().anyMatch(reservation -> reservation.purchaseId().equals(purchase));
  }

  static List<Inventory.Reservation> with(
      List<Inventory.Reservation> reservations, PurchaseId purchase, int quantity) {
    Inventory.Reservation reservation =
        Inventory.Reservation.builder()
            .purchaseId(purchase)
            .quantity(quantity)
            .released(false)
            .build();
    return Stream.concat(
            reservations.stream().skip(Math.max(0, reservations.size() - KEPT + 1)),
            Stream.of(reservation))
        .toList();
  }

  /** What a purchase set aside and did not give back yet. */
  static Optional<Inventory.Reservation> open(
      List<Inventory.Reservation> reservations, PurchaseId purchase) {
    return reservations.stream()
        .filter(reservation -> reservation.purchaseId().equals(purchase) && !reservation.released())
        .findFirst();
  }

  static List<Inventory.Reservation> released(
      List<Inventory.Reservation> reservations, PurchaseId purchase) {
    return reservations.stream()
        .map(
            reservation ->
                reservation.purchaseId().equals(purchase)
                    ? reservation.withReleased(true)
                    : reservation)
        .toList();
  }
}
