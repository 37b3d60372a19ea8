package dev.demur.ledger;

import dev.demur.ledger.log.Hash;
import dev.demur.ledger.log.Tile;
import dev.demur.ledger.log.TiledTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Writes the log as the files of C2SP tlog-tiles (<https://c2sp.org/tlog-tiles>), to be served as
/// they are. They hold hashes only, so there is nothing in them to erase.
///
/// Full tiles that are there already are left alone; the checkpoint comes last, so that whoever
/// reads meanwhile finds everything it speaks of.
final class LogExport {
  private static final int GROUP = 1_000;

  private final Path folder;

  LogExport(Path folder) {
    this.folder = folder;
  }

  void write(Handle handle, LogTree log) {
    LogTree.Head head = log.head(handle);
    if (head.note().isEmpty()) {
      return;
    }
    TiledTree tree = log.at(handle, head);
    try {
      writeTiles(log, tree);
      writeEntries(handle, tree.size());
      replace(folder.resolve("checkpoint"), head.note().get().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new LedgerException("cannot write the log's files to " + folder, e);
    }
  }

  private void writeTiles(LogTree log, TiledTree tree) throws IOException {
    List<Tile> edge = tree.edge();
    for (int level = 0; level < edge.size(); level++) {
      long full = tree.size() >> (8 * (level + 1));
      for (long number = 0; number < full; number++) {
        Path file = folder.resolve("tile/" + level + "/" + path(number));
        if (!Files.exists(file)) {
          replace(file, log.fullTile(level, number).bytes());
        }
      }
      Tile partial = edge.get(level);
      if (partial.width() > 0) {
        String name = "tile/%d/%s.p/%d".formatted(level, path(full), partial.width());
        replace(folder.resolve(name), partial.bytes());
      }
    }
  }

  /// The leaves themselves: commitments, each with its length before it.
  private void writeEntries(Handle handle, long size) throws IOException {
    for (long start = 0; start < size; start += Tile.WIDTH) {
      long end = Math.min(size, start + Tile.WIDTH);
      String name = "tile/entries/" + path(start / Tile.WIDTH);
      boolean partial = end - start < Tile.WIDTH;
      Path file = folder.resolve(partial ? name + ".p/" + (end - start) : name);
      if (!Files.exists(file)) {
        replace(file, bundle(EntryTable.commitments(handle, start, end)));
      }
    }
  }

  private static byte[] bundle(List<Hash> commitments) {
    ByteBuffer bundle = ByteBuffer.allocate(commitments.size() * (Short.BYTES + Hash.BYTES));
    for (Hash commitment : commitments) {
      bundle.putShort((short) Hash.BYTES).put(commitment.bytes());
    }
    return bundle.array();
  }

  /// `1234067` is `x001/x234/067`.
  static String path(long number) {
    String path = "%03d".formatted(number % GROUP);
    for (long rest = number / GROUP; rest > 0; rest /= GROUP) {
      path = "x%03d/%s".formatted(rest % GROUP, path);
    }
    return path;
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path parent = Files.createDirectories(file.toAbsolutePath().getParent());
    Path temporary = Files.createTempFile(parent, ".tile", ".tmp");
    Files.write(temporary, bytes);
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
