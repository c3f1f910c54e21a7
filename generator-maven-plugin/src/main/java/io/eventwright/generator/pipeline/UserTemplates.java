package io.eventwright.generator.pipeline;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.load.system.InputFolder;
import io.eventwright.generator.load.system.TemplateOverrides;
import io.eventwright.generator.render.TemplateCatalogue;
import io.eventwright.generator.render.TemplateText;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The built-in templates, with the user's in the place of some. */
final class UserTemplates {

  private UserTemplates() {}

  static TemplateCatalogue read(InputFolder input, Diagnostics found) throws IOException {
    Map<String, String> texts = found.take(TemplateOverrides.read(input)).value();
    SortedMap<String, TemplateText> overrides = new TreeMap<>();
    texts.forEach(
        (path, text) ->
            overrides.put(path, new TemplateText(TemplateOverrides.named(input, path), text)));
    TemplateCatalogue catalogue = new TemplateCatalogue(overrides);
    found.addAll(catalogue.check());
    return catalogue;
  }
}
