package io.eventwright.generator.emit.sam.view;

import java.util.List;

/**
 * The key that everything is encrypted with, and who may use it.
 *
 * @param stack the system
 * @param statements of its policy, beside the one by which the account's own policies count
 */
public record EncryptionKeyView(StackView stack, List<KeyStatementView> statements) {

  /** Keeps the list immutable. */
  public EncryptionKeyView {
    statements = List.copyOf(statements);
  }
}
