package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.JavaLayout;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.type.Declaration;
import io.eventwright.generator.emit.java.type.Declaration.ObjectRecord;
import io.eventwright.generator.emit.java.type.Declaration.OpenEnum;
import io.eventwright.generator.emit.java.type.Declaration.TupleRecord;
import io.eventwright.generator.emit.java.type.Declaration.Union;
import io.eventwright.generator.emit.java.type.Declaration.ValueRecord;
import io.eventwright.generator.emit.java.type.TypeModel;
import io.eventwright.generator.model.GeneratedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The files of all types of a model: each top type with those nested in it, and its codecs.
 *
 * @param identifiersFrom what the head comment of identifiers says they are made from
 */
public record TypeFileEmitter(TypeModel model, String identifiersFrom) {

  private static final ClassName NULL_MARKED =
      ClassName.get("org.jspecify.annotations", "NullMarked");

  /** Two files per top type and one per identifier. */
  public List<GeneratedFile> emit() {
    List<GeneratedFile> files = new ArrayList<>();
    for (Declaration top : model.tops()) {
      String from = top.header().location().file();
      ClassName name = model.name(top);
      TypeSpec.Builder type = type(top);
      model.nested(name).forEach(each -> type.addType(nested(each, top)));
      TypeSpec.Builder codec = codecs(top, name);
      if (top.header().pinned() != null) {
        // The package is the user's, who may have a package-info of their own.
        type.addAnnotation(NULL_MARKED);
        codec.addAnnotation(NULL_MARKED);
      }
      files.add(file(name, type.build(), from));
      files.add(file(JavaNames.codecOf(name), codec.build(), from));
    }
    model
        .identifiers()
        .forEach(
            (name, words) ->
                files.add(file(name, new IdentifierEmitter(name, words).emit(), identifiersFrom)));
    return files;
  }

  private TypeSpec nested(Declaration declaration, Declaration top) {
    // A nested record is static by itself; in an interface JavaPoet wants it said.
    boolean said =
        top instanceof Union || declaration instanceof ObjectRecord object && object.wide();
    TypeSpec.Builder type = type(declaration);
    return said ? type.addModifiers(Modifier.STATIC).build() : type.build();
  }

  private TypeSpec.Builder type(Declaration declaration) {
    if (declaration instanceof ObjectRecord object) {
      return object.wide()
          ? new WideClassEmitter(model, object).emit()
          : new ObjectRecordEmitter(model, object).emit();
    } else if (declaration instanceof Union union) {
      return new UnionEmitter(model, union).emit();
    } else if (declaration instanceof OpenEnum values) {
      return new EnumEmitter(model, values).emit();
    } else if (declaration instanceof TupleRecord tuple) {
      return new PlainRecordEmitter(
              model,
              tuple.header(),
              Stream.concat(tuple.items().stream(), Stream.ofNullable(tuple.rest())).toList())
          .emit();
    }
    ValueRecord value = (ValueRecord) declaration;
    return new PlainRecordEmitter(model, value.header(), List.of(value.component())).emit();
  }

  private TypeSpec.Builder codecs(Declaration top, ClassName name) {
    TypeSpec.Builder codec =
        codec(top, model.codec(top.header().id())).addModifiers(Modifier.PUBLIC, Modifier.FINAL);
    for (Declaration nested : model.nested(name)) {
      if (!(nested instanceof OpenEnum)) {
        codec.addType(
            codec(nested, model.codec(nested.header().id()))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .build());
      }
    }
    return codec;
  }

  private TypeSpec.Builder codec(Declaration declaration, ClassName name) {
    FieldSpec.Builder instance =
        FieldSpec.builder(name, "INSTANCE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .initializer("new $T()", name);
    if (declaration.header().top()) {
      instance.addJavadoc("The one instance; it has no state.\n");
    }
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addJavadoc("Reads and writes {@link $T}.\n", model.name(declaration))
            .addField(instance.build());
    if (declaration instanceof ObjectRecord object) {
      return new ObjectCodecEmitter(model, object).emit(type);
    } else if (declaration instanceof Union union) {
      return new UnionCodecEmitter(model, union).emit(type);
    }
    return new PlainCodecEmitter(model, declaration).emit(type);
  }

  private static GeneratedFile file(ClassName name, TypeSpec type, String from) {
    String text =
        JavaFile.builder(name.packageName(), type)
            .addFileComment("Generated by Eventwright from $L. Do not edit.", comment(from))
            .indent("  ")
            .skipJavaLangImports(true)
            .build()
            .toString();
    return GeneratedFile.ofText(
        name.canonicalName().replace('.', '/') + ".java", RecordLayout.tidy(JavaLayout.tidy(text)));
  }

  /** A file's name may hold anything but what ends a comment's line. */
  private static String comment(String from) {
    return from.replaceAll("[^ -~]", "?").replace('\\', '/');
  }
}
