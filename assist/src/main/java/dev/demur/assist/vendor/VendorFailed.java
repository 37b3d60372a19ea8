package dev.demur.assist.vendor;

/// A vendor gave no answer. The message says why, and holds nothing of what was asked or answered.
public final class VendorFailed extends Exception {
  private static final long serialVersionUID = 1L;

  public VendorFailed(String message) {
    super(message);
  }
}
