package dev.demur.ledger;

import dev.demur.ledger.log.NoteSigner;
import dev.demur.ledger.log.NoteVerifier;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;

/// The key that signs the log's heads. Its public half is what receipts are checked with.
public final class LedgerKeys {
  private static final String PRIVATE_FILE = "log.key";
  private static final String PUBLIC_FILE = "log.pub";

  private final NoteSigner signer;

  private LedgerKeys(NoteSigner signer) {
    this.signer = signer;
  }

  /// A new key that is kept nowhere.
  ///
  /// @param origin the log's name: best a URL without its scheme; no spaces, no plus sign
  public static LedgerKeys create(String origin) {
    return new LedgerKeys(NoteSigner.create(origin, Sealing.RANDOM));
  }

  /// The key in `log.key` in this folder; made, with a random origin and with `log.pub` beside it,
  /// when there is none.
  public static LedgerKeys in(Path folder) {
    byte[] random = new byte[8];
    Sealing.RANDOM.nextBytes(random);
    return in(folder, "demur.local/" + HexFormat.of().formatHex(random));
  }

  /// The same, with this origin for a new key.
  public static LedgerKeys in(Path folder, String origin) {
    Path file = folder.resolve(PRIVATE_FILE);
    try {
      Files.createDirectories(folder);
      if (!Files.exists(file)) {
        writeOnce(file, create(origin).signer.secretText());
      }
      LedgerKeys keys = new LedgerKeys(NoteSigner.parse(Files.readString(file)));
      writePublic(folder.resolve(PUBLIC_FILE), keys.publicKey().text());
      return keys;
    } catch (IOException e) {
      throw new LedgerException("cannot read or make the log's key " + file, e);
    }
  }

  private static void writePublic(Path file, String text) throws IOException {
    if (!Files.exists(file)) {
      writeOnce(file, text);
    }
  }

  /// Durable and whole or not there: of two processes that make a key, one wins.
  private static void writeOnce(Path file, String text) throws IOException {
    Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), "log", ".tmp");
    try {
      if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-------"));
      }
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
      Files.createLink(file, temporary);
    } catch (FileAlreadyExistsException anotherProcessWasFaster) {
      return;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /// What receipts are checked with; not a secret.
  public NoteVerifier publicKey() {
    return signer.verifier();
  }

  NoteSigner signer() {
    return signer;
  }
}
