package dev.demur.home;

import dev.demur.learn.file.Sha256;
import dev.demur.ledger.LedgerCheck;
import dev.demur.ledger.log.Receipt;
import dev.demur.ledger.log.ReceiptRefused;
import dev.demur.ledger.log.ReceiptVerifier;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;

/// Makes a home from a backup: checks every file, the log and the roots, and sees to it that
/// whoever was removed since the backup is removed again before anything is served.
///
/// The home appears under its name only when all of that holds, with the removals entered as begun;
/// nothing that is served depends on who is leaving, and the next job finishes it.
public final class Restore {
  private static final String PART = ".restoring";

  private Restore() {}

  /// What was restored.
  ///
  /// @param again who had been removed since the backup, and was removed again
  public record Report(long position, int files, int again) {}

  /// Restores a home.
  ///
  /// @param removals what [Backup#removals] wrote last, a receipt a line; empty when nobody has
  ///   been removed since the backup
  public static Report run(Path file, Path root, String removals, InstantSource clock) {
    Path target = root.toAbsolutePath().normalize();
    Path part = target.resolveSibling(target.getFileName() + PART);
    try {
      if (Files.exists(target)) {
        throw new InputRefused(target + " is there already; restore to a folder that is not");
      }
      delete(part);
      Backup.Manifest manifest = unpack(file, part);
      int again = checked(part, manifest, removals, clock);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      return new Report(manifest.position(), manifest.files().size(), again);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be restored: " + e.getMessage(), e);
    }
  }

  private static Backup.Manifest unpack(Path file, Path part) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry listed = zip.getEntry(Backup.MANIFEST);
      if (listed == null) {
        throw new InputRefused(
            "%s: holds no %s, so it is no backup".formatted(file, Backup.MANIFEST));
      }
      Backup.Manifest manifest = manifest(file, zip, listed);
      for (Map.Entry<String, String> each : manifest.files().entrySet()) {
        Path target = part.resolve(each.getKey()).normalize();
        ZipEntry entry = zip.getEntry(each.getKey());
        if (entry == null || !target.startsWith(part)) {
          throw new InputRefused("%s: %s is missing or not inside".formatted(file, each.getKey()));
        }
        Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(part));
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, target);
        }
        if (!Sha256.of(target).equals(each.getValue())) {
          throw new InputRefused("%s: %s is damaged".formatted(file, each.getKey()));
        }
      }
      return manifest;
    }
  }

  private static Backup.Manifest manifest(Path file, ZipFile zip, ZipEntry listed)
      throws IOException {
    try (InputStream in = zip.getInputStream(listed)) {
      Backup.Manifest manifest = JsonFile.JSON.readValue(in, Backup.Manifest.class);
      if (!manifest.format().equals(Backup.FORMAT)) {
        throw new InputRefused(
            "%s: this build restores %s, got %s".formatted(file, Backup.FORMAT, manifest.format()));
      }
      return manifest;
    }
  }

  /// Returns how many members are to be removed again; their removal is then entered as begun.
  private static int checked(
      Path part, Backup.Manifest manifest, String removals, InstantSource clock) {
    for (String secret : List.of("assignment.key", "log.key")) {
      onlyForOwner(part.resolve("keys").resolve(secret));
    }
    try (Home home = Home.open(part, clock, Optional.empty())) {
      LedgerCheck log = home.ledger().verify();
      if (!log.holds()) {
        throw new InputRefused(
            "the backup's log does not hold: " + String.join("; ", log.problems()));
      }
      if (home.ledger().view().position() != manifest.position()
          || !home.ledger().checkpoint().orElse("").equals(manifest.checkpoint())) {
        throw new InputRefused("the backup's ledger is not the one that its manifest names");
      }
      if (!Roots.of(home).toJson().equals(manifest.roots())) {
        throw new InputRefused(
            "the backup's tables and models do not have the roots of its manifest");
      }
      SortedSet<MemberId> members = home.ledger().membersBehind(erased(home, removals));
      Set<MemberId> again = new TreeSet<>(members);
      if (!again.isEmpty()) {
        Forgetting.begin(home, again);
      }
      return again.size();
    }
  }

  private static void onlyForOwner(Path file) {
    try {
      Files.setPosixFilePermissions(
          file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    } catch (UnsupportedOperationException e) {
      // A file system without such permissions.
    } catch (IOException e) {
      throw new UncheckedIOException("cannot protect " + file, e);
    }
  }

  private static List<String> erased(Home home, String removals) {
    List<String> references = new ArrayList<>();
    for (String line : removals.lines().filter(each -> !each.isBlank()).toList()) {
      try {
        Receipt receipt = ReceiptVerifier.verify(line, home.ledger().publicKey());
        JsonNode event = JsonFile.LINE.readTree(receipt.entry()).path("event");
        references.add(event.path("reference").asString());
      } catch (ReceiptRefused e) {
        throw new InputRefused(
            "line %d of the removals is no receipt of this log: %s"
                .formatted(references.size() + 1, e.getMessage()),
            e);
      }
    }
    return references;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
