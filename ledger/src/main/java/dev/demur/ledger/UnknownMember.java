package dev.demur.ledger;

/// Somebody who is no member here was to choose something; nothing was written.
public final class UnknownMember extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnknownMember() {
    super("nobody here is a member of that id");
  }
}
