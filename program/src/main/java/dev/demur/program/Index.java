package dev.demur.program;

/// Numbers for enum constants, to index tables that live no longer than the process.
final class Index {
  private Index() {}

  /// The constant's place in its enum, from 0.
  @SuppressWarnings("EnumOrdinal") // the one place; nothing that is stored depends on it
  static int of(Enum<?> constant) {
    return constant.ordinal();
  }
}
