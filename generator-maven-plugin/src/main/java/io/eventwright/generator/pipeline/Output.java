package io.eventwright.generator.pipeline;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.Emitter;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.GeneratedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of one output folder.
 *
 * @param name what messages call them
 * @param folder where they go
 * @param files all of them, in memory
 */
record Output(String name, Path folder, List<GeneratedFile> files) {

  /** What some emitters make of a system. */
  static Output of(
      String name, Path folder, EventSystem system, Diagnostics found, Emitter... emitters) {
    List<GeneratedFile> files = new ArrayList<>();
    for (Emitter emitter : emitters) {
      List<GeneratedFile> made = found.take(emitter.emit(system)).valueOrNull();
      if (made != null) {
        files.addAll(made);
      }
    }
    return new Output(name, folder, files);
  }
}
