package io.eventwright.generator.emit.java.data;

import io.eventwright.generator.emit.java.type.TypeModel;
import io.eventwright.generator.model.GeneratedFile;
import java.util.List;

/**
 * All Java that a set of schemas needs.
 *
 * @param files types, codecs and validators
 * @param model what the types are, for emitters that refer to them
 */
public record JavaData(List<GeneratedFile> files, TypeModel model) {
  public JavaData {
    files = List.copyOf(files);
  }
}
