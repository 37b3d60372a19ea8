package dev.demur.ledger.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.ledger.Database;
import dev.demur.ledger.Event;
import dev.demur.ledger.HistoryItem;
import dev.demur.ledger.Ledger;
import dev.demur.ledger.LedgerKeys;
import dev.demur.ledger.log.Hash;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeCampaignTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final NoticeMessage MESSAGE =
      NoticeMessage.of("Ihre Daten für KI", "Guten Tag,\nab dem 3. November …");

  @TempDir Path folder;

  private final List<MemberId> members = new ArrayList<>();
  private Database database;
  private Ledger ledger;
  private NoticeOutbox outbox;

  @BeforeEach
  void open() {
    database = Database.sqlite(folder.resolve("demur.db"));
    ledger = Ledger.open(database, LedgerKeys.create("log"), CLOCK);
    outbox = new NoticeOutbox(folder.resolve("outbox"));
    for (int i = 0; i < 450; i++) {
      members.add(new MemberId("member-" + i));
    }
  }

  @AfterEach
  void close() {
    ledger.close();
    database.close();
  }

  private NoticeCampaign campaign(String version) {
    return new NoticeCampaign(ledger, outbox, CLOCK, "linkedin-2025", version);
  }

  @Test
  void everyMemberIsToldOnceForEachVersion() throws IOException {
    assertThat(campaign("1").send(members, member -> MESSAGE))
        .isEqualTo(new NoticeCampaign.Result(450, 0, 0, 0, 0));
    assertThat(campaign("1").send(members, member -> MESSAGE))
        .isEqualTo(new NoticeCampaign.Result(0, 450, 0, 0, 0));
    assertThat(campaign("2").send(members.subList(0, 3), member -> MESSAGE))
        .isEqualTo(new NoticeCampaign.Result(3, 0, 0, 0, 0));

    assertThat(files()).hasSize(453);
    assertThat(ledger.history(members.getFirst()))
        .extracting(item -> item.entry().event())
        .containsExactly(delivered("1"), delivered("2"));
  }

  @Test
  void theMessageIsOneAMailerUnderstands() throws IOException {
    campaign("1").send(members.subList(0, 1), member -> MESSAGE);

    assertThat(Files.readString(files().getFirst()))
        .isEqualTo(
            """
            X-Demur-Member: member-0
            Subject: =?utf-8?B?SWhyZSBEYXRlbiBmw7xyIEtJ?=
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            Guten Tag,
            ab dem 3. November …
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void aCampaignThatStoppedHalfwayGoesOnWhereItStopped() throws IOException {
    AtomicInteger told = new AtomicInteger();
    assertThatThrownBy(() ->
            campaign("1")
                .send(
                    members,
                    member -> {
                      if (told.incrementAndGet() == 301) {
                        throw new IllegalStateException("stopped");
                      }
                      return MESSAGE;
                    }))
        .hasMessage("stopped");
    // 200 are written and recorded; 100 are written and not recorded.
    assertThat(files()).hasSize(300);
    assertThat(campaign("1").send(members, member -> MESSAGE))
        .isEqualTo(new NoticeCampaign.Result(250, 200, 0, 0, 0));

    assertThat(files()).hasSize(450);
    assertThat(ledger.view().position()).isEqualTo(450);
  }

  @Test
  void twoCampaignsAtOnceTellNobodyTwice() throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
      List<Future<NoticeCampaign.Result>> runs = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        NoticeMessage text = NoticeMessage.of("Notice", "text " + i);
        runs.add(pool.submit(() -> campaign("1").send(members, member -> text)));
      }
      for (Future<NoticeCampaign.Result> run : runs) {
        run.get();
      }
    }
    assertThat(ledger.view().position()).isEqualTo(450);
    for (MemberId member : members.subList(0, 20)) {
      List<HistoryItem> history = ledger.history(member);
      assertThat(history).hasSize(1);
      Event.NoticeDelivered delivered = (Event.NoticeDelivered) history.getFirst().entry().event();
      String name = Hash.sha256(member.value()).hex().substring(0, 32) + ".eml";
      String message = Files.readString(folder.resolve("outbox/linkedin-2025/1/" + name));
      String text = message.substring(message.indexOf("\r\n\r\n") + 4).strip();
      assertThat(delivered.textSha256()).isEqualTo(Hash.sha256(text).hex());
    }
  }

  @Test
  void anErasedMembersMessagesGo() throws IOException {
    campaign("1").send(members, member -> MESSAGE);
    campaign("2").send(members, member -> MESSAGE);
    outbox.forget(members.get(7));
    new NoticeOutbox(folder.resolve("nowhere")).forget(members.get(7));

    assertThat(files()).hasSize(898);
    for (Path file : files()) {
      assertThat(Files.readString(file)).doesNotContain("X-Demur-Member: member-7\r");
    }
  }

  @Test
  void whatCannotBeAFolderOrATextIsRefused() {
    assertThatThrownBy(() -> campaign("../1"))
        .hasMessage(
            "a notice's version has letters, digits, dots, dashes and underlines, got: ../1");
    assertThatThrownBy(() -> new NoticeMessage("Notice", "text", "0".repeat(64)))
        .hasMessageStartingWith("the notice's text has the SHA-256 982d9e3e");
    assertThatThrownBy(() -> NoticeMessage.of("two\nlines", "text"))
        .hasMessage("a notice's subject is one line, not blank");
  }

  private static Event delivered(String version) {
    return new Event.NoticeDelivered("linkedin-2025", version, MESSAGE.textSha256(), "outbox");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("outbox"))) {
      return files.filter(file -> file.toString().endsWith(".eml")).toList();
    }
  }
}
