package dev.demur.archive.container;

/// The reasons that folders and zips share.
final class Refusals {
  static final String RAISE = "if the archive is genuine, raise the limit; see demur import --help";

  private Refusals() {}

  static String tooMany(Limits limits) {
    return "holds more than %,d entries".formatted(limits.maxEntries()).replace(',', ' ');
  }

  static String tooLarge(long size, Limits limits) {
    return "unpacks to %d bytes; at most %d are accepted".formatted(size, limits.maxEntryBytes());
  }

  static String tooLargeInAll(Limits limits) {
    return "unpacks to more than %d bytes in all".formatted(limits.maxTotalBytes());
  }
}
