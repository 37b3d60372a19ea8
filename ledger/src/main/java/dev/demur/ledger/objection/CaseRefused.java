package dev.demur.ledger.objection;

/// What was asked of a case cannot be done in its state; the message says what can.
public final class CaseRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  CaseRefused(String message) {
    super(message);
  }
}
