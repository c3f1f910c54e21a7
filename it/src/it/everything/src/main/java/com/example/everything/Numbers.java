package com.example.everything;

import java.util.ArrayList;
import java.util.List;

/** A list and one more. */
final class Numbers {
  private Numbers() {}

  static List<Integer> and(List<Integer> before, int number) {
    List<Integer> after = new ArrayList<>(before);
    after.add(number);
    return after;
  }
}
