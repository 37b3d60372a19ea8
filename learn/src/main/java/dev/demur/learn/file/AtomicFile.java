package dev.demur.learn.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Writes a file so that a process killed at any instant leaves the old file or the new one.
///
/// The bytes go to `<name>.tmp` beside the target, are forced to disk, and the name is changed in
/// one step. A temporary file left behind by a kill is overwritten by the next write of the same
/// target; whoever owns a folder sweeps it of names that end in [#TEMPORARY].
public final class AtomicFile {
  /// How the names of unfinished files end.
  public static final String TEMPORARY = ".tmp";

  private AtomicFile() {}

  /// What goes into a file.
  @FunctionalInterface
  public interface Body {
    /// Writes all bytes of the file, in order.
    void writeTo(WritableByteChannel channel) throws IOException;
  }

  /// Writes `target`, making its folder where there is none.
  public static void write(Path target, Body body) throws IOException {
    Path folder = folderOf(target);
    Files.createDirectories(folder);
    Path temporary = folder.resolve(target.getFileName() + TEMPORARY);
    try {
      writeAndForce(temporary, body);
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    force(folder);
  }

  /// Writes text as UTF-8.
  public static void writeString(Path target, String text) throws IOException {
    write(target, channel -> writeFully(channel, text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Writes all of the array.
  public static void writeFully(WritableByteChannel channel, byte[] bytes) throws IOException {
    writeFully(channel, ByteBuffer.wrap(bytes));
  }

  /// Writes all that remains in the buffer.
  public static void writeFully(WritableByteChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /// Deletes a file for good, see [#deleteAll].
  public static void delete(Path target) throws IOException {
    deleteAll(List.of(target));
  }

  /// Deletes files in the order given and forces their folders, so that none comes back after a
  /// power loss. Files that are not there are passed over.
  public static void deleteAll(List<Path> targets) throws IOException {
    Set<Path> folders = new LinkedHashSet<>();
    for (Path target : targets) {
      if (Files.deleteIfExists(target)) {
        folders.add(folderOf(target));
      }
    }
    for (Path folder : folders) {
      force(folder);
    }
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("a root folder is no file: " + file);
    }
    return folder;
  }

  private static void writeAndForce(Path temporary, Body body) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      body.writeTo(channel);
      channel.force(true);
    }
  }

  /// Forces the folder's list of names, without which a rename may be lost with the power.
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
