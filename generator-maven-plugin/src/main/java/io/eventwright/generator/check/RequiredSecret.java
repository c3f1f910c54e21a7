package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.SystemUnderCheck;

/**
 * A sensitive field of a document that can be forgotten, without which the document would not hold.
 * Error: of a person who is forgotten it is missing, and every reader must live with that.
 */
final class RequiredSecret implements Rule {

  @Override
  public String id() {
    return "required-secret";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    SensitiveFields fields = new SensitiveFields(system.schemas());
    for (Forgetful forgetful : Forgetful.of(system)) {
      for (SensitiveFields.Mark mark : fields.of(forgetful.root())) {
        if (!mark.optional()) {
          found.error(
              mark.node().location(),
              id(),
              (mark.path().isEmpty() ? "The document" : mark.path())
                  + " of "
                  + forgetful.file()
                  + " is sensitive, and missing once its "
                  + forgetful.subject().kind()
                  + " is forgotten. Make it an optional field, or mark the nearest optional one"
                  + " around it.");
        }
      }
    }
  }
}
