package io.eventwright.generator.render;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.util.introspection.SecureUberspector;

/**
 * Renders a view by its template. Velocity runs in strict mode: a name that is not in the view is
 * an error with its place, where lenient mode would print the name itself.
 */
public final class TemplateRenderer {

  private final VelocityEngine engine = new VelocityEngine();
  private final TemplateFault fault;

  /** Renders with the templates of {@code catalogue}. */
  public TemplateRenderer(TemplateCatalogue catalogue) {
    fault = new TemplateFault(catalogue);
    engine.setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT, true);
    engine.setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT_ESCAPE, true);
    engine.setProperty(RuntimeConstants.VM_ARGUMENTS_STRICT, true);
    // A user's template may come from anywhere: it sees its view, not the JVM.
    engine.setProperty(RuntimeConstants.UBERSPECT_CLASSNAME, SecureUberspector.class.getName());
    engine.setProperty(RuntimeConstants.VM_LIBRARY, "macros.vm");
    engine.setProperty(RuntimeConstants.INPUT_ENCODING, "UTF-8");
    engine.setProperty(RuntimeConstants.RESOURCE_LOADERS, "catalogue");
    engine.setProperty("resource.loader.catalogue.instance", new CatalogueLoader(catalogue));
    engine.init();
  }

  /**
   * The text that the template at {@code path} makes of {@code view}.
   *
   * @return the text, or an error at the template's line and column
   * @throws IllegalArgumentException when a component of the view is null
   */
  public Checked<String> render(String path, Record view) {
    StringWriter text = new StringWriter();
    try {
      engine.getTemplate(path).merge(ViewContext.of(view), text);
      return Checked.of(text.toString());
    } catch (VelocityException wrong) {
      Diagnostic found = fault.describe(path, wrong);
      return new Checked<>(null, List.of(found));
    }
  }

  /**
   * The JSON that the template at {@code path} makes of {@code view}, laid out in the usual way.
   *
   * @return the text, or an error at the template's line and column
   */
  public Checked<String> renderJson(String path, Record view) {
    Checked<String> text = render(path, view);
    if (text.valueOrNull() == null) {
      return text;
    }
    try {
      return Checked.of(JsonText.layOut(text.value()));
    } catch (IOException notJson) {
      return new Checked<>(null, List.of(fault.notJson(path, notJson)));
    }
  }
}
