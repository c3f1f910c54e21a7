package io.eventwright.generator.load.system;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.Credentials;
import io.eventwright.generator.model.source.Located;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * References to secrets; and a secret itself, which must not stand in {@code system.yaml}, wherever
 * it does.
 */
final class SecretReader {

  /** A name in AWS Secrets Manager (API reference, {@code CreateSecret}). */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9/_+=.@-]{1,512}");

  /** It could be taken for the end of an ARN, and the service advises against it. */
  private static final Pattern LIKE_AN_ARN = Pattern.compile(".*-[A-Za-z0-9]{6}");

  private static final Pattern ARN =
      Pattern.compile(
          "arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]{1,512}"
              + "-[A-Za-z0-9]{6}");

  private final Diagnostics found;
  private final Scalars scalars;

  SecretReader(Diagnostics found, Scalars scalars) {
    this.found = found;
    this.scalars = scalars;
  }

  /** A secret's name or ARN. */
  @Nullable String read(Node node) {
    Located<String> text = scalars.text(node);
    if (text == null) {
      return null;
    }
    String value = text.value();
    if (Credentials.in(value)) {
      // It is reported where all literals are.
      return null;
    }
    if (Credentials.isRandom(value)) {
      literal(text.location());
      return null;
    }
    if (ARN.matcher(value).matches()
        || NAME.matcher(value).matches() && !LIKE_AN_ARN.matcher(value).matches()) {
      return value;
    }
    found.error(
        text.location(),
        "wrong-value",
        Shown.of(value)
            + " is no reference to a secret. Write the name of a secret in AWS Secrets Manager,"
            + " such as arcade/payment-gateway, which does not end in a hyphen and six characters,"
            + " or its whole ARN.");
    return null;
  }

  /** Reports what looks like a key, wherever it stands; it is not repeated in the message. */
  void refuseLiterals(Node node) {
    if (node instanceof StringNode string && Credentials.in(string.value())) {
      literal(string.location());
    } else if (node instanceof ArrayNode array) {
      array.items().forEach(this::refuseLiterals);
    } else if (node instanceof ObjectNode object) {
      object.members().values().forEach(member -> refuseLiterals(member.value()));
    }
  }

  private void literal(SourceLocation location) {
    found.error(
        location,
        "literal-secret",
        "This looks like a secret itself, and whoever reads the repository would have it. Revoke"
            + " it, keep the new one in AWS Secrets Manager, and write its name, as in secret:"
            + " arcade/payment-gateway.");
  }
}
