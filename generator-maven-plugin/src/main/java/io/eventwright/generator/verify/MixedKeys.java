package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.Encrypted;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where something is encrypted with a customer's key, anything that could be and is not, or is with
 * another: whoever disables the key would believe all of it to be out of reach. Error.
 */
final class MixedKeys implements TemplateRule {

  @Override
  public String id() {
    return "mixed-keys";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    List<Resource> keepers = template.having(Encrypted::canBe);
    SortedSet<String> keys = new TreeSet<>();
    keepers.forEach(each -> Encrypted.with(template, each).ifPresent(keys::add));
    if (keys.isEmpty()) {
      return;
    }
    String first = keys.first();
    for (Resource each : keepers) {
      Optional<String> key = Encrypted.with(template, each);
      if (key.isEmpty()) {
        found.error(
            each,
            "is not encrypted with "
                + first
                + " as other resources are. Add "
                + Encrypted.property(each)
                + ".");
      } else if (!key.get().equals(first)) {
        found.error(
            each,
            "is encrypted with "
                + key.get()
                + ", and other resources are with "
                + first
                + ". Let all have one key.");
      }
    }
  }
}
