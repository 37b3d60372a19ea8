package dev.demur.ledger.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.demur.ledger.Database;
import dev.demur.ledger.Event;
import dev.demur.ledger.Ledger;
import dev.demur.ledger.LedgerKeys;
import dev.demur.model.MemberId;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a real SMTP server.
class SmtpChannelTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2025-09-18T09:00:00Z"));
  private static final NoticeMessage MESSAGE =
      NoticeMessage.of("Ihre Daten für KI", "Guten Tag,\nab dem 3. November …");
  private static final List<MemberId> MEMBERS =
      IntStream.range(0, 45).mapToObj(i -> new MemberId("member-" + i)).toList();

  @TempDir Path folder;

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private Database database;
  private Ledger ledger;
  private NoticeOutbox outbox;

  @BeforeEach
  void open() {
    server.start();
    database = Database.sqlite(folder.resolve("demur.db"));
    ledger = Ledger.open(database, LedgerKeys.create("log"), CLOCK);
    outbox = new NoticeOutbox(folder.resolve("outbox"));
  }

  @AfterEach
  void close() {
    ledger.close();
    database.close();
    server.stop();
  }

  private SmtpSettings settings() {
    return SmtpSettings.of(
        "smtp://127.0.0.1:" + server.getSmtp().getPort(), "notice@platform.example", 1_000_000);
  }

  private NoticeCampaign.Result send(SmtpSettings settings, List<MemberId> members) {
    try (SmtpChannel channel = new SmtpChannel(settings, this::address, outbox, CLOCK)) {
      return new NoticeCampaign(ledger, outbox, channel, CLOCK, "linkedin-2025", "1")
          .send(members, member -> MESSAGE);
    }
  }

  private Optional<String> address(MemberId member) {
    return member.value().equals("member-7")
        ? Optional.empty()
        : Optional.of(member + "@mail.example");
  }

  @Test
  void everyMemberWithAnAddressGetsOneMail() throws MessagingException, IOException {
    assertThat(send(settings(), MEMBERS)).isEqualTo(new NoticeCampaign.Result(44, 0, 0, 1, 0));
    assertThat(send(settings(), MEMBERS)).isEqualTo(new NoticeCampaign.Result(0, 44, 0, 1, 0));

    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails).hasSize(44);
    assertThat(Arrays.stream(mails).map(SmtpChannelTest::to).distinct()).hasSize(44);
    assertThat(mails[0].getSubject()).isEqualTo("Ihre Daten für KI");
    assertThat(mails[0].getContent().toString().replace("\r\n", "\n").strip())
        .isEqualTo(MESSAGE.text());
    assertThat(mails[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mails[0].getMessageID()).matches("<[0-9a-f]{32}@platform\\.example>");
    assertThat(ledger.history(MEMBERS.getFirst()))
        .extracting(item -> item.entry().event())
        .containsExactly(
            new Event.NoticeDelivered("linkedin-2025", "1", MESSAGE.textSha256(), "smtp"));
    assertThat(ledger.history(new MemberId("member-7"))).isEmpty();
  }

  private static String to(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// GreenMail takes every address, so this speaks RFC 5321 itself, and knows no member-2.
  private static Thread serverWithoutMailboxOf(String unknown, ServerSocket socket) {
    return Thread.ofVirtual()
        .start(() -> {
          try (Socket client = socket.accept();
              BufferedReader in =
                  new BufferedReader(
                      new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
              Writer out =
                  new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8)) {
            boolean data = false;
            out.write("220 ready\r\n");
            out.flush();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
              boolean ends = line.equals(".");
              if (!data || ends) {
                out.write(reply(line, unknown) + "\r\n");
                out.flush();
              }
              data = !ends && (data || line.equals("DATA"));
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static String reply(String line, String unknown) {
    if (line.equals("DATA")) {
      return "354 go on";
    }
    return line.startsWith("RCPT") && line.contains(unknown)
        ? "550 5.1.1 no such mailbox"
        : "250 ok";
  }

  @Test
  void whatTheServerRefusesIsABounceAndNoDelivery() throws IOException, InterruptedException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread running = serverWithoutMailboxOf("member-2@", socket);
      SmtpSettings settings =
          SmtpSettings.of("smtp://127.0.0.1:" + socket.getLocalPort(), "a@b.example", 1_000_000);

      assertThat(send(settings, MEMBERS.subList(1, 4)))
          .isEqualTo(new NoticeCampaign.Result(2, 0, 1, 0, 0));
      running.join();
    }
    MemberId bounced = new MemberId("member-2");
    assertThat(ledger.view().factsOf(bounced).orElseThrow().notices()).isEmpty();
    assertThat(ledger.history(bounced))
        .extracting(item -> item.entry().event())
        .singleElement()
        .isInstanceOfSatisfying(
            Event.NoticeBounced.class,
            event -> assertThat(event.reason()).contains("no such mailbox"));
    assertThat(ledger.view().factsOf(new MemberId("member-3")).orElseThrow().notices()).hasSize(1);
  }

  @Test
  void aServerThatIsDownStopsTheCampaignAndItGoesOnLater() {
    int port = server.getSmtp().getPort();
    send(settings(), MEMBERS.subList(0, 5));
    SmtpSettings settings = settings();
    server.stop();

    assertThatThrownBy(() -> send(settings, MEMBERS))
        .isInstanceOf(NoticeChannelDown.class)
        .hasMessage("no mail server answers at 127.0.0.1:" + port + "; nothing more was sent");

    server.start();
    assertThat(send(settings(), MEMBERS).sent()).isEqualTo(39);
  }

  @Test
  void whatAKilledRunMayHaveSentIsNotSentAgainUnlessAsked() {
    MemberId member = MEMBERS.get(3);
    outbox.write(new NoticeChannel.Letter("linkedin-2025", "1", member, MESSAGE));

    assertThat(send(settings(), MEMBERS.subList(0, 5)))
        .isEqualTo(new NoticeCampaign.Result(4, 0, 0, 0, 1));
    assertThat(send(settings().resending(), MEMBERS.subList(0, 5)))
        .isEqualTo(new NoticeCampaign.Result(1, 4, 0, 0, 0));
    assertThat(server.getReceivedMessages()).hasSize(5);
  }

  @Test
  void settingsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> SmtpSettings.of("http://x", "a@b", 1))
        .hasMessage(
            "the mail server must be smtp://HOST[:PORT] or smtps://HOST[:PORT], got: http://x");
    assertThatThrownBy(() -> SmtpSettings.of("smtp://x", "nobody", 1))
        .hasMessage("the sender must be an e-mail address, got: nobody");
    assertThat(SmtpSettings.of("smtps://mail.example", "a@b", 1).port()).isEqualTo(465);
  }
}
