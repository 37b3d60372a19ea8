package dev.demur.home;

import dev.demur.learn.file.Sha256;
import dev.demur.ledger.Database;
import dev.demur.ledger.Event;
import dev.demur.ledger.Ledger;
import dev.demur.ledger.LedgerKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes all of a home into one file, while members go on choosing.
///
/// Jobs wait meanwhile, so that tables, models and indexes stand still; the database is copied as
/// of one instant. Format, and what a backup means for removals: `docs/reference/backup.md`.
public final class Backup {
  static final String MANIFEST = "backup.json";
  static final String FORMAT = "demur-backup/1";
  static final String DATABASE = "demur.db";
  private static final List<String> LEFT_OUT =
      List.of(DATABASE, DATABASE + "-wal", DATABASE + "-shm", ".lock");
  private static final String PART = ".part";

  private Backup() {}

  /// What was written.
  ///
  /// @param position the ledger's entries up to this one are in it
  /// @param files name and SHA-256
  /// @param roots of what is derived, as JSON
  record Manifest(
      String format,
      String createdAt,
      long position,
      String checkpoint,
      String roots,
      SortedMap<String, String> files) {
    Manifest {
      files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
  }

  /// What a backup holds, for whoever made it.
  public record Report(long position, int files, long bytes) {}

  /// Writes a home to a file, which appears only when it is whole.
  public static Report write(Home home, Path file) {
    if (home.database().file().isEmpty()) {
      throw new InputRefused(
          "this home's database is PostgreSQL: back it up with its own tools (pg_dump), while no job runs,"
              + " and copy the home directory with it");
    }
    Path part = file.resolveSibling(file.getFileName() + PART);
    try (JobLock _ = home.lock()) {
      Report report = written(home, part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return report;
    } catch (IOException e) {
      throw new UncheckedIOException("the backup could not be written: " + e.getMessage(), e);
    }
  }

  private static Report written(Home home, Path part) throws IOException {
    Path copy = part.resolveSibling(part.getFileName() + ".db");
    Files.deleteIfExists(copy);
    try (OutputStream out = Files.newOutputStream(part);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      home.database().copyTo(copy);
      Head head = head(home, copy);
      SortedMap<String, String> files = new TreeMap<>();
      files.put(DATABASE, put(zip, DATABASE, copy));
      for (Path each : files(home.layout().root(), part)) {
        String name = home.layout().root().relativize(each).toString();
        files.put(name, put(zip, name, each));
      }
      Manifest manifest =
          new Manifest(
              FORMAT,
              home.clock().instant().toString(),
              head.position(),
              head.checkpoint(),
              Roots.of(home).toJson(),
              files);
      zip.putNextEntry(new ZipEntry(MANIFEST));
      zip.write(JsonFile.JSON.writeValueAsBytes(manifest));
      zip.closeEntry();
      zip.finish();
      return new Report(manifest.position(), files.size(), Files.size(part));
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /// How far the copied ledger reaches.
  private record Head(long position, String checkpoint) {}

  private static Head head(Home home, Path copy) {
    try (Database database = Database.sqlite(copy);
        Ledger ledger = Ledger.open(database, LedgerKeys.in(home.layout().keys()), home.clock())) {
      return new Head(ledger.view().position(), ledger.checkpoint().orElse(""));
    }
  }

  private static List<Path> files(Path root, Path part) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !LEFT_OUT.contains(root.relativize(file).toString()))
          .filter(file -> !file.toString().startsWith(part.toAbsolutePath().toString()))
          .filter(file -> !file.startsWith(root.resolve("incoming")))
          .sorted()
          .toList();
    }
  }

  private static String put(ZipOutputStream zip, String name, Path file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    try (InputStream in = Files.newInputStream(file)) {
      in.transferTo(zip);
    }
    zip.closeEntry();
    return Sha256.of(file);
  }

  /// The removals that the ledger knows of, a receipt a line: what has to be kept beside backups,
  /// so that a restored home can do them again. Names nobody.
  public static String removals(Home home) {
    return home.ledger().operatorEntries(0).stream()
        .filter(entry -> entry.event() instanceof Event.SubjectErased)
        .map(entry -> home.ledger().receipt(entry.position()).toJson() + "\n")
        .collect(Collectors.joining());
  }
}
