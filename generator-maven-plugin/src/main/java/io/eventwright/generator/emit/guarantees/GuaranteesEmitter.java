package io.eventwright.generator.emit.guarantees;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.Emitter;
import io.eventwright.generator.emit.guarantees.view.GuaranteesView;
import io.eventwright.generator.emit.guarantees.view.GuaranteesView.PartView;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.Feed;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.render.TemplateRenderer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The page {@code guarantees.md}: what the channel of each worker and projection promises, and what
 * it does not.
 *
 * @param renderer the templates
 * @param source where the system is described
 */
public record GuaranteesEmitter(TemplateRenderer renderer, String source) implements Emitter {

  /** The page's path. */
  public static final String PAGE = "guarantees.md";

  @Override
  public Checked<List<GeneratedFile>> emit(EventSystem system) {
    Diagnostics found = new Diagnostics();
    List<PartView> parts = new ArrayList<>();
    system.workers().stream()
        .filter(worker -> worker.trigger() != null)
        .forEach(worker -> parts.add(part("Worker " + worker.name(), worker.feed())));
    system.projections().forEach(each -> parts.add(part("Projection " + each.name(), each.feed())));
    Checked<String> text =
        found.take(
            renderer.render(
                "guarantees/guarantees.md.vm", new GuaranteesView(system.name(), source, parts)));
    return text.valueOrNull() == null
        ? Checked.failed(found)
        : Checked.of(List.of(GeneratedFile.ofText(PAGE, text.value())), found);
  }

  private static PartView part(String title, Feed feed) {
    Set<Guarantee> holds = Guarantee.of(feed.channel());
    Channel draining = feed.draining();
    return new PartView(
        title,
        words(feed.channel()) + (draining == null ? "" : ", while " + draining.word() + " drains"),
        holds.stream().map(Guarantee::sentence).toList(),
        EnumSet.complementOf(EnumSet.copyOf(holds)).stream().map(Guarantee::sentence).toList());
  }

  private static String words(Channel channel) {
    List<String> by =
        channel instanceof Channel.Fifo fifo
            ? fifo.by()
            : channel instanceof Channel.Stream stream ? stream.by() : List.of();
    return channel.word() + (by.isEmpty() ? "" : " by " + String.join(".", by));
  }
}
