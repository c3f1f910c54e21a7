package io.eventwright.local.operate.lookup;

import static io.eventwright.runtime.store.Attributes.requiredText;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An index keeps what has the same time in no order that can be relied on; here it is sorted, so
 * that who goes on after an entry misses none and meets none twice.
 */
final class SameTimeSorted implements Iterator<LogIndex.Entry> {
  private final Iterator<Map<String, AttributeValue>> items;
  private final boolean newestFirst;
  private final Deque<LogIndex.Entry> sorted = new ArrayDeque<>();
  private LogIndex.@Nullable Entry ahead;

  SameTimeSorted(Iterator<Map<String, AttributeValue>> items, boolean newestFirst) {
    this.items = items;
    this.newestFirst = newestFirst;
    this.ahead = fetch();
  }

  @Override
  public boolean hasNext() {
    return ahead != null || !sorted.isEmpty();
  }

  @Override
  public LogIndex.Entry next() {
    LogIndex.Entry first = ahead;
    if (sorted.isEmpty() && first != null) {
      List<LogIndex.Entry> same = new ArrayList<>();
      for (LogIndex.Entry each = first; each != null && each.at().equals(first.at()); ) {
        same.add(each);
        each = fetch();
        ahead = each;
      }
      same.stream().sorted().forEach(newestFirst ? sorted::addFirst : sorted::addLast);
    }
    if (sorted.isEmpty()) {
      throw new NoSuchElementException();
    }
    return sorted.removeFirst();
  }

  private LogIndex.@Nullable Entry fetch() {
    if (!items.hasNext()) {
      return null;
    }
    Map<String, AttributeValue> item = items.next();
    return new LogIndex.Entry(
        requiredText(item, "at"), requiredText(item, "pk"), requiredText(item, "sk"));
  }
}
