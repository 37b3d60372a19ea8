package dev.demur.ledger;

import dev.demur.ledger.log.Receipt;
import java.util.List;
import java.util.Optional;

/// What an erasure did.
///
/// @param receipt of the entry that the key was destroyed; empty when the ledger did not know the
///   member
/// @param keptObjections the cases that go on standing, by case id
public record Erasure(Optional<Receipt> receipt, List<String> keptObjections) {
  public Erasure {
    keptObjections = List.copyOf(keptObjections);
  }
}
