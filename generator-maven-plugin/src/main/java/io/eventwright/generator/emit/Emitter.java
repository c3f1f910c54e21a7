package io.eventwright.generator.emit;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.GeneratedFile;
import java.util.List;

/** Makes one kind of output from a system. */
@FunctionalInterface
public interface Emitter {

  /**
   * The files, in memory.
   *
   * @return the files, and what is wrong with the system for this kind of output
   */
  Checked<List<GeneratedFile>> emit(EventSystem system);
}
