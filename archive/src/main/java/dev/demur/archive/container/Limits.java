package dev.demur.archive.container;

/// How much an archive may hold before it is refused.
///
/// @param maxArchiveBytes size of the zip file
/// @param maxEntries files and folders in it
/// @param maxTotalBytes all entries unpacked
/// @param maxEntryBytes one entry unpacked
/// @param maxRatio unpacked to packed size of one entry; entries up to [#RATIO_FREE_BYTES] are
///   exempt
/// @param maxNameCharacters length of an entry's whole name
/// @param maxNameDepth folders in an entry's name
/// @param maxRows rows of one table
/// @param maxCellCharacters one cell of a table
/// @param maxJsonDepth nesting of one JSON value
public record Limits(
    long maxArchiveBytes,
    int maxEntries,
    long maxTotalBytes,
    long maxEntryBytes,
    int maxRatio,
    int maxNameCharacters,
    int maxNameDepth,
    int maxRows,
    int maxCellCharacters,
    int maxJsonDepth) {

  /// Entries that unpack to no more than this may be packed as tightly as they like.
  public static final long RATIO_FREE_BYTES = 1 << 20;

  public static final Limits DEFAULT =
      new Limits(8L << 30, 200_000, 16L << 30, 4L << 30, 100, 512, 32, 5_000_000, 1 << 18, 128);

  public Limits {
    long smallest = Math.min(Math.min(maxArchiveBytes, maxTotalBytes), maxEntryBytes);
    int least = Math.min(Math.min(maxEntries, maxRatio), Math.min(maxRows, maxCellCharacters));
    int depth = Math.min(Math.min(maxNameCharacters, maxNameDepth), maxJsonDepth);
    if (smallest < 1 || least < 1 || depth < 1) {
      throw new IllegalArgumentException("every limit must be at least 1");
    }
  }

  public Limits withMaxEntries(int entries) {
    return new Limits(
        maxArchiveBytes,
        entries,
        maxTotalBytes,
        maxEntryBytes,
        maxRatio,
        maxNameCharacters,
        maxNameDepth,
        maxRows,
        maxCellCharacters,
        maxJsonDepth);
  }

  public Limits withMaxBytes(long archive, long total, long entry) {
    return new Limits(
        archive,
        maxEntries,
        total,
        entry,
        maxRatio,
        maxNameCharacters,
        maxNameDepth,
        maxRows,
        maxCellCharacters,
        maxJsonDepth);
  }

  public Limits withMaxRatio(int ratio) {
    return new Limits(
        maxArchiveBytes,
        maxEntries,
        maxTotalBytes,
        maxEntryBytes,
        ratio,
        maxNameCharacters,
        maxNameDepth,
        maxRows,
        maxCellCharacters,
        maxJsonDepth);
  }

  public Limits withMaxTable(int rows, int cellCharacters) {
    return new Limits(
        maxArchiveBytes,
        maxEntries,
        maxTotalBytes,
        maxEntryBytes,
        maxRatio,
        maxNameCharacters,
        maxNameDepth,
        rows,
        cellCharacters,
        maxJsonDepth);
  }
}
