package dev.demur.ledger;

/// An idempotency key was used before, for a different event. Nothing was written.
public final class IdempotencyConflict extends LedgerException {
  private static final long serialVersionUID = 1;

  private final long position;

  IdempotencyConflict(long position) {
    super(
        "this idempotency key was used for ledger entry %d, which says something else; use a new key"
            .formatted(position));
    this.position = position;
  }

  /// Where the first event stands.
  public long position() {
    return position;
  }
}
