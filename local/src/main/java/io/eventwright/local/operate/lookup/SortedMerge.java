package io.eventwright.local.operate.lookup;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Several sorted ones as one; of each no more is fetched than has to be compared.
 *
 * @param <T> what is sorted
 */
final class SortedMerge<T> implements Iterator<T> {
  private final PriorityQueue<Head<T>> heads;

  SortedMerge(List<Iterator<T>> parts, Comparator<? super T> order) {
    this.heads = new PriorityQueue<>((one, other) -> order.compare(one.first(), other.first()));
    parts.forEach(this::advance);
  }

  private record Head<T>(T first, Iterator<T> rest) {}

  private void advance(Iterator<T> part) {
    if (part.hasNext()) {
      heads.add(new Head<>(part.next(), part));
    }
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public T next() {
    Head<T> head = heads.poll();
    if (head == null) {
      throw new NoSuchElementException();
    }
    advance(head.rest());
    return head.first();
  }
}
