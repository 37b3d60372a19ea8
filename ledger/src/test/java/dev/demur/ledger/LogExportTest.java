package dev.demur.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.ledger.log.Checkpoint;
import dev.demur.ledger.log.Hash;
import dev.demur.ledger.log.MerkleTree;
import dev.demur.ledger.log.ProofCheck;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogExportTest {
  @TempDir Path folder;

  @Test
  void tilesStandWhereTheSpecificationWantsThem() {
    assertThat(LogExport.path(0)).isEqualTo("000");
    assertThat(LogExport.path(999)).isEqualTo("999");
    assertThat(LogExport.path(1000)).isEqualTo("x001/000");
    assertThat(LogExport.path(1_234_067)).isEqualTo("x001/x234/067");
  }

  @Test
  void theFilesAloneGiveTheRootAndNothingAboutAnybody() throws IOException {
    Path log = folder.resolve("log");
    try (Database database = Database.sqlite(folder.resolve("demur.db"));
        Ledger ledger = Ledger.open(database, LedgerKeys.create("log"), InstantSource.system())) {
      ledger.exportLog(log);
      assertThat(Files.exists(log)).isFalse();
      append(ledger, 300);
      ledger.exportLog(log);
      append(ledger, 300);
      ledger.exportLog(log);
      Checkpoint head =
          Checkpoint.parse(ledger.publicKey().open(Files.readString(log.resolve("checkpoint"))));

      assertThat(head.size()).isEqualTo(600);
      assertThat(names(log))
          .containsExactly(
              "checkpoint",
              "tile/0/000",
              "tile/0/001",
              "tile/0/001.p/44",
              "tile/0/002.p/88",
              "tile/1/000.p/1",
              "tile/1/000.p/2",
              "tile/entries/000",
              "tile/entries/001",
              "tile/entries/001.p/44",
              "tile/entries/002.p/88");
      assertThat(MerkleTree.root((height, index) -> node(log, height, index), 600))
          .isEqualTo(head.root());
      List<Hash> proof = ledger.consistencyProof(300, 600);
      Hash before = MerkleTree.root((height, index) -> node(log, height, index), 300);
      assertThat(ProofCheck.consistent(300, before, 600, head.root(), proof)).isTrue();
    }
  }

  /// Nodes from the entry bundles only.
  private static Hash node(Path log, int height, long index) {
    if (height > 0) {
      return MerkleTree.nodeHash(
          node(log, height - 1, index * 2), node(log, height - 1, index * 2 + 1));
    }
    try {
      String name = index < 512 ? "%03d".formatted(index / 256) : "002.p/88";
      ByteBuffer bundle = ByteBuffer.wrap(Files.readAllBytes(log.resolve("tile/entries/" + name)));
      byte[] entry = new byte[32];
      bundle.position((int) (index % 256) * 34);
      assertThat(bundle.getShort()).isEqualTo((short) 32);
      bundle.get(entry);
      return MerkleTree.leafHash(entry);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void append(Ledger ledger, int count) {
    Entry entry = Entry.of(new MemberId("ada"), new Event.ToggleChanged(true), Instant.EPOCH);
    ledger.appendAll(Collections.nCopies(count, entry));
  }

  private static List<String> names(Path log) throws IOException {
    try (Stream<Path> files = Files.walk(log)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> log.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
