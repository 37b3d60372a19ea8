package dev.demur.archive.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes zip files whose bytes depend on their content only: entries in the order given, one fixed
/// local time, the same compression everywhere the same zlib is.
final class Zip {
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 10, 1, 6, 0, 0);

  private Zip() {}

  static void write(Path file, Map<String, String> entries) throws IOException {
    try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        var header = new ZipEntry(entry.getKey());
        header.setTimeLocal(TIME);
        zip.putNextEntry(header);
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }
}
