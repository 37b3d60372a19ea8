package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.ledger.log.ReceiptVerifier;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Homes that are backed up, lost and restored, and members who left meanwhile; and what is left of
/// a member whose account was closed.
@TestInstance(Lifecycle.PER_CLASS)
class BackupTest {
  private static final String NOBODY = "";

  @TempDir static Path folder = Path.of("");
  private TestNetwork network;
  private List<MemberId> members;

  @BeforeAll
  void train() throws IOException {
    network = TestNetwork.in(folder, 10, 6);
    network.trained("all", Set.of()).close();
    members = network.members();
  }

  private Restore.Report restore(Path file, String name, String removals) {
    return Restore.run(file, folder.resolve(name), removals, TestNetwork.CLOCK);
  }

  @Test
  void aBackupTakenWhileMembersChooseIsOneInstantAndComesBackWhole() throws Exception {
    Path file = folder.resolve("busy.zip");
    try (Home home = network.copy("all", "busy")) {
      AtomicBoolean on = new AtomicBoolean(true);
      Thread choosing = Thread.ofPlatform().start(() -> choose(home, on));
      Backup.Report report = Backup.write(home, file);
      on.set(false);
      choosing.join();

      assertThat(restore(file, "busy-again", NOBODY).position()).isEqualTo(report.position());
      try (Home again =
          Home.open(folder.resolve("busy-again"), TestNetwork.CLOCK, Optional.empty())) {
        assertThat(Roots.of(again)).isEqualTo(Roots.of(home));
        assertThat(again.ledger().verify().problems()).isEmpty();
        assertThat(again.ledger().view().position()).isEqualTo(report.position());
        assertThat(again.ledger().receipt(report.position()).entry())
            .isEqualTo(home.ledger().receipt(report.position()).entry());
      }
    }
  }

  private void choose(Home home, AtomicBoolean on) {
    for (int i = 0; on.get(); i++) {
      Choices.toggle(home, members.get(i % members.size()), i % 2 == 0, Optional.empty());
    }
  }

  @Test
  void whoeverLeftAfterTheBackupDoesNotComeBackWithIt() throws Exception {
    Path file = folder.resolve("before.zip");
    MemberId leaver = members.get(2);
    try (Home home = network.copy("all", "live")) {
      Backup.write(home, file);
      Roots after = network.forget(home, Set.of(leaver)).roots();
      String removals = Backup.removals(home);
      assertThat(removals).doesNotContain(leaver.value());

      assertThat(restore(file, "restored", removals).again()).isEqualTo(1);
      try (Home restored = network.open("restored")) {
        assertThat(Forgetting.leaving(restored)).containsExactly(leaver);
        Certificate done = network.forget(restored, Set.of());
        assertThat(done.roots()).isEqualTo(after);
        assertThat(done.leftovers()).isEmpty();
        assertThat(restored.ledger().knows(leaver)).isFalse();
        assertThat(restored.ledger().verify().problems()).isEmpty();
      }
    }
  }

  @Test
  void whatIsDamagedOrInTheWayIsRefusedAndNothingAppears() throws Exception {
    Path file = folder.resolve("sound.zip");
    try (Home home = network.copy("all", "sound")) {
      Backup.write(home, file);
    }
    assertThatThrownBy(() -> restore(file, "sound", NOBODY))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("is there already");

    byte[] bytes = Files.readAllBytes(file);
    for (int at = 2000; at < bytes.length; at += bytes.length / 7) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x41;
      Path broken = Files.write(folder.resolve("broken.zip"), damaged);
      try {
        restore(broken, "from-broken", NOBODY);
        // A byte between the entries, which nobody reads.
        delete(folder.resolve("from-broken"));
      } catch (RuntimeException e) {
        assertThat(folder.resolve("from-broken")).doesNotExist();
      }
    }
    assertThatThrownBy(() -> restore(file, "elsewhere", "{\"format\":\"demur-receipt/1\"}"))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("line 1 of the removals is no receipt of this log");
    assertThat(folder.resolve("elsewhere")).doesNotExist();
    Path text = Files.writeString(folder.resolve("text.zip"), "no zip");
    assertThatThrownBy(() -> restore(text, "elsewhere", NOBODY))
        .hasMessageContaining("cannot be restored");
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void afterAClosedAccountIsRemovedNoByteOfItIsInTheHomeAndTheLogHolds() throws Exception {
    MemberId leaver = members.get(4);
    try (Home home = network.copy("all", "closing")) {
      List<String> traces = traces(home, leaver);
      assertThat(traces).hasSizeGreaterThan(3);
      String receipt = Choices.close(home, leaver, Optional.of("once")).toJson();
      assertThat(Choices.close(home, leaver, Optional.of("once")).position())
          .isEqualTo(ReceiptVerifier.verify(receipt, home.ledger().publicKey()).position());

      Certificate done = new Forgetting(home, network::base, Progress.NONE).forget(Set.of(), true);

      assertThat(done.leftovers()).isEmpty();
      assertThat(home.ledger().knows(leaver)).isFalse();
      assertThat(home.ledger().history(leaver)).isEmpty();
      assertThat(home.ledger().verify().problems()).isEmpty();
      ReceiptVerifier.verify(receipt, home.ledger().publicKey());
      assertThat(inTables(home, traces)).isEmpty();
    }
    assertThat(inFiles(folder.resolve("closing"), tracesBefore(leaver))).isEmpty();
  }

  /// The id, and every longer text that only this member wrote.
  private static List<String> traces(Home home, MemberId member) {
    List<String> others = new ArrayList<>();
    home.records()
        .scan((holder, records) -> {
          if (!holder.equals(member)) {
            records.forEach(record -> others.addAll(record.fields().values()));
          }
        });
    List<String> own = new ArrayList<>();
    for (MemberRecord record : home.records().of(member)) {
      record
          .field(Fields.TEXT)
          .filter(text -> text.length() > 30 && others.stream().noneMatch(o -> o.contains(text)))
          .ifPresent(own::add);
    }
    own.add(member.value());
    return own;
  }

  private List<String> tracesBefore(MemberId member) throws IOException {
    try (Home home = network.open("all")) {
      return traces(home, member);
    }
  }

  private static List<String> inTables(Home home, List<String> traces) {
    List<String> found = new ArrayList<>();
    home.records()
        .scan((holder, records) ->
            records.forEach(record -> {
              String all = holder + " " + record.fields();
              traces.stream().filter(all::contains).forEach(found::add);
            }));
    home.corpus()
        .scan((holder, rows) ->
            rows.forEach(
                row -> traces.stream().filter(t -> row.text().contains(t)).forEach(found::add)));
    return found;
  }

  /// Files as they lie there; those of tables are compressed and were read above.
  private static List<String> inFiles(Path home, List<String> traces) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String trace : traces) {
          String needle =
              new String(trace.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
          if (bytes.contains(needle)) {
            found.add(home.relativize(file) + ": " + trace);
          }
        }
      }
    }
    return found;
  }
}
