package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Header;
import io.eventwright.generator.emit.java.type.TypeModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A record of a few components that is made at once: a tuple, a wrapped value. */
record PlainRecordEmitter(TypeModel model, Header header, List<Component> components) {

  TypeSpec.Builder emit() {
    ClassName name = model.name(header.id());
    RecordParts parts = new RecordParts(model);
    MethodSpec.Builder constructor =
        MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
    String item = RecordParts.item(components);
    for (Component component : components) {
      constructor.addParameter(parts.parameter(component)).addCode(parts.check(component, item));
    }
    TypeSpec.Builder type =
        parts.record(header, components, "A value.").recordConstructor(constructor.build());
    parts.addDeprecated(type, components);
    MethodSpec text = parts.text(header, components);
    if (text != null) {
      type.addMethod(text);
    }
    return type;
  }
}
