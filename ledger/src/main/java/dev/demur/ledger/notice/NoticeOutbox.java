package dev.demur.ledger.notice;

import dev.demur.ledger.log.Hash;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A folder with one message file for each member and notice: `PROGRAM/VERSION/HASH.eml`, where the
/// hash is over the member's id. The files are RFC 5322 messages, to be picked up by a mailer, who
/// puts the address in.
public final class NoticeOutbox {
  private static final int NAME_DIGITS = 32;
  private static final String LINE = "\r\n";
  private static final String LOCK = ".lock";

  /// A file lock is the whole process's, so its threads need one of their own.
  private static final Object ONE_AT_A_TIME = new Object();

  private final Path folder;

  public NoticeOutbox(Path folder) {
    this.folder = folder;
  }

  /// Runs work while nobody else, in this process or another, works on this outbox: of two
  /// campaigns at once, one waits, so that the file a member gets is the text that is recorded.
  <T> T exclusively(Supplier<T> work) {
    Path lock = folder.resolve(LOCK);
    synchronized (ONE_AT_A_TIME) {
      try {
        Files.createDirectories(folder);
        try (FileChannel channel =
                FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = channel.lock()) {
          if (!held.isValid()) {
            throw new IOException("the lock was lost");
          }
          return work.get();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot lock the outbox with " + lock, e);
      }
    }
  }

  /// Writes a member's message: whole and on the disk when this returns, replaced when it was
  /// there.
  void write(NoticeChannel.Letter letter) {
    Path file = fileOf(letter);
    try {
      Path parent = Files.createDirectories(file.toAbsolutePath().getParent());
      Path temporary = parent.resolve(file.getFileName() + ".tmp");
      byte[] bytes = format(letter.member(), letter.message()).getBytes(StandardCharsets.UTF_8);
      try (FileChannel channel =
          FileChannel.open(
              temporary,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the notice " + file, e);
    }
  }

  private Path fileOf(NoticeChannel.Letter letter) {
    return folder
        .resolve(letter.program())
        .resolve(letter.version())
        .resolve(fileName(letter.member()));
  }

  /// Whether a message like this was written before.
  boolean has(NoticeChannel.Letter letter) {
    return Files.exists(fileOf(letter));
  }

  /// Takes a message back.
  void remove(NoticeChannel.Letter letter) {
    try {
      Files.deleteIfExists(fileOf(letter));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the notice " + fileOf(letter), e);
    }
  }

  private static String fileName(MemberId member) {
    return Hash.sha256(member.value()).hex().substring(0, NAME_DIGITS) + ".eml";
  }

  private static String format(MemberId member, NoticeMessage message) {
    return String.join(
            LINE,
            "X-Demur-Member: " + word(member.value()),
            "Subject: " + word(message.subject()),
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit",
            "",
            message.text().replace("\r\n", "\n").replace("\n", LINE))
        + LINE;
  }

  /// A header's value; what is not printable ASCII becomes encoded words (RFC 2047).
  private static String word(String value) {
    if (value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      return value;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return "=?utf-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }

  /// Removes every message to a member.
  public void forget(MemberId member) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> own =
          files.filter(file -> file.getFileName().toString().startsWith(fileName(member))).toList();
      for (Path file : own) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove a member's notices from " + folder, e);
    }
  }
}
