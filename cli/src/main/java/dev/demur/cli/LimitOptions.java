package dev.demur.cli;

import dev.demur.archive.container.Limits;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// How much an archive may hold before it is refused. The values at the start are those of
/// [Limits#DEFAULT]; a test holds them to it.
final class LimitOptions {
  private static final String SHOWN = " (default: ${DEFAULT-VALUE}).";

  @Option(
      names = "--max-archive-bytes",
      paramLabel = "N[k|m|g]",
      defaultValue = "8g",
      converter = Bytes.class,
      description = "Size of the zip file" + SHOWN)
  long archiveBytes;

  @Option(
      names = "--max-entries",
      paramLabel = "N",
      defaultValue = "200000",
      description = "Files and folders in an archive" + SHOWN)
  int entries;

  @Option(
      names = "--max-total-bytes",
      paramLabel = "N[k|m|g]",
      defaultValue = "16g",
      converter = Bytes.class,
      description = "All of an archive, unpacked" + SHOWN)
  long totalBytes;

  @Option(
      names = "--max-entry-bytes",
      paramLabel = "N[k|m|g]",
      defaultValue = "4g",
      converter = Bytes.class,
      description = "One file in an archive, unpacked" + SHOWN)
  long entryBytes;

  @Option(
      names = "--max-ratio",
      paramLabel = "N",
      defaultValue = "100",
      description = "Unpacked to packed size of one file above 1 MiB" + SHOWN)
  int ratio;

  @Option(
      names = "--max-name",
      paramLabel = "N",
      defaultValue = "512",
      description = "Characters of a file's name with its folders" + SHOWN)
  int nameCharacters;

  @Option(
      names = "--max-folders",
      paramLabel = "N",
      defaultValue = "32",
      description = "Folders in a file's name" + SHOWN)
  int nameDepth;

  @Option(
      names = "--max-rows",
      paramLabel = "N",
      defaultValue = "5000000",
      description = "Rows of one table" + SHOWN)
  int rows;

  @Option(
      names = "--max-cell",
      paramLabel = "N",
      defaultValue = "262144",
      description = "Characters of one cell or text" + SHOWN)
  int cellCharacters;

  @Option(
      names = "--max-json-depth",
      paramLabel = "N",
      defaultValue = "128",
      description = "Nesting of JSON" + SHOWN)
  int jsonDepth;

  /// @throws IllegalArgumentException when one of them is below 1
  Limits limits() {
    return new Limits(
        archiveBytes,
        entries,
        totalBytes,
        entryBytes,
        ratio,
        nameCharacters,
        nameDepth,
        rows,
        cellCharacters,
        jsonDepth);
  }

  /// A number of bytes; `k`, `m` and `g` count in powers of 1024.
  static final class Bytes implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      String lower = text.strip().toLowerCase(Locale.ROOT);
      int power = lower.isEmpty() ? 0 : "kmg".indexOf(lower.charAt(lower.length() - 1)) + 1;
      String digits = power == 0 ? lower : lower.substring(0, lower.length() - 1);
      try {
        return Math.multiplyExact(Long.parseLong(digits), 1L << (10 * power));
      } catch (NumberFormatException | ArithmeticException e) {
        throw new TypeConversionException(
            "must be a number of bytes such as 1048576, 512m or 8g, got: " + text);
      }
    }
  }
}
