package io.eventwright.runtime.projection;

import static io.eventwright.runtime.store.Attributes.requiredText;

import io.eventwright.runtime.store.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One page out of many shards, in the order that all of them have. */
final class Merge {
  /** As DynamoDB compares: by the bytes of UTF-8, which is by code points. */
  static final Comparator<String> BY_CODE_POINT = Merge::compare;

  /** What a route can answer with is 6 MB; a character may be six of them, as JSON. */
  private static final int MOST_CHARACTERS = 1_000_000;

  private Merge() {}

  /**
   * The first rows of all shards together; fewer when they are large.
   *
   * @param limit rows at most
   */
  static Page<Map<String, AttributeValue>> page(
      List<ShardRows> shards, boolean descending, int limit) {
    Comparator<String> order = descending ? BY_CODE_POINT.reversed() : BY_CODE_POINT;
    List<Map<String, AttributeValue>> rows = new ArrayList<>();
    String last = null;
    int characters = 0;
    ShardRows first = first(shards, order);
    while (first != null && rows.size() < limit && characters < MOST_CHARACTERS) {
      Map<String, AttributeValue> row = first.peek();
      if (row != null) {
        last = first.place(row);
        rows.add(row);
        characters += requiredText(row, "row").length();
        first.take();
      }
      first = first(shards, order);
    }
    return new Page<>(rows, first == null ? null : last);
  }

  private static @Nullable ShardRows first(List<ShardRows> shards, Comparator<String> order) {
    ShardRows first = null;
    String place = "";
    for (ShardRows shard : shards) {
      Map<String, AttributeValue> row = shard.peek();
      if (row != null && (first == null || order.compare(shard.place(row), place) < 0)) {
        first = shard;
        place = shard.place(row);
      }
    }
    return first;
  }

  private static int compare(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean pairs = Character.isSurrogate(a) != Character.isSurrogate(b);
        // What is written as a pair is above all that is not.
        return pairs ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
