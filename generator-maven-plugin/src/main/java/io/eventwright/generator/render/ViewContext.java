package io.eventwright.generator.render;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import org.apache.velocity.VelocityContext;

/** The variables of a template: the components of its view, none of them null. */
final class ViewContext {

  private ViewContext() {}

  static VelocityContext of(Record view) {
    VelocityContext context = new VelocityContext();
    context.put("yaml", new YamlText());
    context.put("json", new YamlText());
    for (RecordComponent component : view.getClass().getRecordComponents()) {
      context.put(component.getName(), value(view, component));
    }
    return context;
  }

  private static Object value(Record view, RecordComponent component) {
    try {
      Object value = component.getAccessor().invoke(view);
      if (value == null) {
        throw new IllegalArgumentException(
            view.getClass().getName() + "." + component.getName() + " is null");
      }
      return value;
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalArgumentException("a view is a public record", impossible);
    }
  }
}
