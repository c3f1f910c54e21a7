package io.eventwright.runtime.rebuild;

import io.eventwright.runtime.projection.Generation;
import io.eventwright.runtime.projection.Layout;
import io.eventwright.runtime.projection.LayoutTable;
import io.eventwright.runtime.projection.RowOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Builds a read model anew while it is in use. Its steps, each of which may be the last of a run
 * that is killed; the next run goes on from there:
 *
 * <ol>
 *   <li>A second generation is named in the control table. From then on writers write both.
 *   <li>A pause, until no instance is left that has not heard. What came before it is in the log.
 *   <li>Every event of the log goes to the projection's function, which writes the second only.
 *   <li>Both are compared, subject by subject and by hash.
 *   <li>One conditional write makes the second one live; the first is still written.
 *   <li>A pause, until no reader is left that has not heard; then nobody writes the first any more,
 *       another pause, and its rows are deleted.
 * </ol>
 *
 * <p>No event is decided on again, and no other consumer hears of any of this.
 */
public final class Rebuild {
  private static final int MOST_EVENTS = 100;
  private static final int MOST_CHARACTERS = 1_500_000;
  private static final int ROUNDS = 3;

  private final String projection;
  private final LayoutTable layouts;
  private final LogEvents log;
  private final Rows rows;
  private final Feeder feeder;
  private final Runnable pause;
  private final Consumer<String> told;

  /**
   * Of one read model.
   *
   * @param log the log table's name
   * @param views the views table's name
   * @param pause returns when no instance is left that has not heard: what one keeps of the layout
   *     for {@code Layouts.SECONDS}, and its function's longest run
   * @param told hears of each step
   */
  public Rebuild(
      String projection,
      LayoutTable layouts,
      DynamoDbClient dynamoDb,
      String log,
      String views,
      Feeder feeder,
      Runnable pause,
      Consumer<String> told) {
    this.projection = projection;
    this.layouts = layouts;
    this.log = new LogEvents(dynamoDb, log);
    this.rows = new Rows(dynamoDb, views, projection);
    this.feeder = feeder;
    this.pause = pause;
    this.told = told;
  }

  /**
   * What a run came to.
   *
   * @param events how many the log gave
   * @param rejected those that can be no row; they are in quarantine since they came first
   * @param comparison before the switch
   * @param switched whether the new rows are live
   */
  public record Outcome(
      long events, List<String> rejected, Comparison comparison, boolean switched) {
    public Outcome {
      rejected = List.copyOf(rejected);
    }
  }

  /**
   * Rebuilds, or goes on with what a run before left.
   *
   * @param startOver whether what was built before is built again
   * @param accept whether the switch is made although rows are missing, or say something else: when
   *     the projection's code makes other rows or keys than it did
   */
  public Outcome run(boolean startOver, boolean accept) {
    Fed declared = feeder.feed(0, List.of());
    Optional<Layout> before = layouts.read(projection);
    if (before.isPresent() && before.get().retiring() != null) {
      told.accept("A run before had switched: ending it.");
      retire(before.get());
      before = layouts.read(projection);
    }
    Layout layout = begin(before.orElse(null), declared, startOver);
    Generation built = building(layout);
    told.accept("Waiting until every instance writes generation " + built.number() + " too.");
    pause.run();
    long events = 0;
    List<String> rejected = List.of();
    Comparison comparison = null;
    for (int round = 0; round < ROUNDS; round++) {
      Feeding feeding = new Feeding(built.number());
      log.forEach(declared.takes(), feeding::take);
      feeding.flush();
      events = feeding.events;
      rejected = feeding.rejected;
      told.accept("Fed " + events + " events, " + feeding.applied + " of them news.");
      comparison = Comparison.of(rows.of(layout.live()), rows.of(built));
      if (comparison.versionsMatch()) {
        break;
      }
    }
    if (comparison == null || !(comparison.equal() || accept)) {
      return new Outcome(events, rejected, require(comparison), false);
    }
    Layout switched = new Layout(built, null, layout.live(), layout.last());
    change(layout, switched);
    told.accept("Generation " + built.number() + " is live.");
    retire(switched);
    return new Outcome(events, rejected, comparison, true);
  }

  /** Gives up what is built: nothing writes it any more, and its rows are deleted. */
  public boolean abandon() {
    Layout layout = layouts.read(projection).orElse(null);
    if (layout == null || layout.building() == null) {
      return false;
    }
    Layout without = new Layout(layout.live(), null, layout.retiring(), layout.last());
    change(layout, without);
    if (without.retiring() == null) {
      pause.run();
      rows.deleteAllBut(without.live());
    }
    return true;
  }

  private Layout begin(@Nullable Layout before, Fed declared, boolean startOver) {
    String text = declared.order();
    RowOrder order = text == null ? null : RowOrder.of(text);
    Generation building = before == null ? null : before.building();
    if (before != null && building != null) {
      boolean fits = building.equals(new Generation(building.number(), declared.shards(), order));
      if (fits && !startOver) {
        told.accept("Going on with generation " + building.number() + ".");
        return before;
      }
    }
    // What was never written is live, empty.
    Generation live = before == null ? new Generation(1, declared.shards(), order) : before.live();
    long number = (before == null ? 1 : before.last()) + 1;
    Layout begun = new Layout(live, new Generation(number, declared.shards(), order), null, number);
    change(before, begun);
    told.accept("Building generation " + number + " beside " + live.number() + ".");
    return begun;
  }

  /** Nobody reads the old rows any more, then nobody writes them, then they go. */
  private void retire(Layout switched) {
    told.accept("Waiting until every reader has heard.");
    pause.run();
    change(switched, new Layout(switched.live(), switched.building(), null, switched.last()));
    pause.run();
    if (switched.building() == null) {
      told.accept("Deleted " + rows.deleteAllBut(switched.live()) + " old rows.");
    }
  }

  private void change(@Nullable Layout from, Layout to) {
    if (!layouts.change(projection, from, to)) {
      throw new IllegalStateException(
          "Somebody else is at work on " + projection + ": look at its status, and run it again.");
    }
  }

  private static Generation building(Layout layout) {
    return require(layout.building());
  }

  private static <T> T require(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("nothing is built");
    }
    return value;
  }

  /** Sends events in parcels, and what there was no time for again. */
  private final class Feeding {
    private final long generation;
    private final List<String> parcel = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();
    private int characters;
    private long events;
    private long applied;

    Feeding(long generation) {
      this.generation = generation;
    }

    void take(String event) {
      if (!parcel.isEmpty()
          && (parcel.size() == MOST_EVENTS || characters + event.length() > MOST_CHARACTERS)) {
        flush();
      }
      parcel.add(event);
      characters += event.length();
      events++;
    }

    void flush() {
      List<String> left = List.copyOf(parcel);
      parcel.clear();
      characters = 0;
      while (!left.isEmpty()) {
        Fed fed = feeder.feed(generation, left);
        if (!fed.building()) {
          throw new IllegalStateException(
              "Generation " + generation + " of " + projection + " is not built any more.");
        }
        applied += fed.applied();
        rejected.addAll(fed.rejected());
        left = left.subList(left.size() - Math.min(fed.left(), left.size()), left.size());
      }
    }
  }
}
