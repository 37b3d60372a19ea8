package dev.demur.cli;

/// How a command ends; scripts rely on the numbers.
final class ExitCode {
  static final int DONE = 0;

  /// Failed, or a verification did not hold.
  static final int FAILED = 1;

  static final int USAGE = 2;

  /// Input refused; the message says which, where and why.
  static final int REFUSED = 3;

  /// Not permitted; the message names the clause.
  static final int NOT_PERMITTED = 4;

  private ExitCode() {}
}
