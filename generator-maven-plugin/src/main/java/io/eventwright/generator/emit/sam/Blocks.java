package io.eventwright.generator.emit.sam;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.render.TemplateRenderer;
import java.util.ArrayList;
import java.util.List;

/** Collects the rendered blocks of a template, in order. */
final class Blocks {

  private final TemplateRenderer renderer;
  private final Diagnostics found;
  private final List<String> blocks = new ArrayList<>();

  Blocks(TemplateRenderer renderer, Diagnostics found) {
    this.renderer = renderer;
    this.found = found;
  }

  /** Adds what the template makes of the view. */
  void add(String template, Record view) {
    Checked<String> text = found.take(renderer.render(template, view));
    if (text.valueOrNull() != null) {
      blocks.add(text.value().stripTrailing());
    }
  }

  List<String> list() {
    return List.copyOf(blocks);
  }
}
