package dev.demur.home;

import dev.demur.ledger.LedgerView;
import dev.demur.ledger.notice.NoticeCampaign;
import dev.demur.ledger.notice.NoticeMessage;
import dev.demur.ledger.notice.NoticeOutbox;
import dev.demur.ledger.notice.SmtpChannel;
import dev.demur.ledger.notice.SmtpSettings;
import dev.demur.model.MemberId;
import dev.demur.program.Program;
import dev.demur.program.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Tells members about a program, each once for every version of its text.
public final class Notices {
  private static final String LANGUAGE = "en";
  private static final int VERSION_DIGITS = 12;

  private Notices() {}

  /// Writes a message for each member into the outbox and records its delivery; goes on where a
  /// killed run stopped.
  ///
  /// @param at when they were delivered, for notices that went out before the home knew; empty
  ///   means now
  public static NoticeCampaign.Result send(Home home, Program program, Optional<Instant> at) {
    NoticeMessage message = message(program);
    InstantSource clock = at.map(InstantSource::fixed).orElse(home.clock());
    return new NoticeCampaign(home.ledger(), outbox(home), clock, program.name(), version(message))
        .send(home.ledger().members(), inTheirLanguage(home, program));
  }

  /// The notice for each member in the language that the ledger knows of, or in the one that the
  /// program falls back to. Its version is the same in every language; its hash is of the text that
  /// went out.
  private static Function<MemberId, NoticeMessage> inTheirLanguage(Home home, Program program) {
    LedgerView known = home.ledger().view().load();
    Map<String, NoticeMessage> messages = new HashMap<>();
    return member ->
        messages.computeIfAbsent(
            known.languageOf(member).orElse(LANGUAGE), language -> message(program, language));
  }

  /// Mails the notice to each member who has an address, and records what the server took.
  ///
  /// @param addresses kept nowhere
  /// @throws NoticeChannelDown when the mail server takes no mail; run it again later
  public static NoticeCampaign.Result mail(
      Home home, Program program, SmtpSettings settings, Map<MemberId, String> addresses) {
    NoticeMessage message = message(program);
    NoticeOutbox outbox = outbox(home);
    try (SmtpChannel channel =
        new SmtpChannel(
            settings, member -> Optional.ofNullable(addresses.get(member)), outbox, home.clock())) {
      return new NoticeCampaign(
              home.ledger(), outbox, channel, home.clock(), program.name(), version(message))
          .send(home.ledger().members(), inTheirLanguage(home, program));
    }
  }

  /// Reads e-mail addresses: JSON Lines of `{"id","email"}`.
  public static Map<MemberId, String> addresses(Path file) {
    Map<MemberId, String> addresses = new TreeMap<>();
    int number = 0;
    try {
      for (String line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank()) {
          JsonNode json = JsonFile.LINE.readTree(line);
          addresses.put(
              new MemberId(json.required("id").asString()), json.required("email").asString());
        }
      }
      return addresses;
    } catch (IOException e) {
      throw new InputRefused(file + ": the file cannot be read", e);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new InputRefused(
          "%s line %d: an address is {\"id\":\"anna-berg\",\"email\":\"anna@example.org\"}"
              .formatted(file, number),
          e);
    }
  }

  static NoticeMessage message(Program program) {
    return message(program, LANGUAGE);
  }

  static NoticeMessage message(Program program, String language) {
    Wording.Text text = program.wording(language).notice();
    return NoticeMessage.of(text.title(), text.text());
  }

  static String version(NoticeMessage message) {
    return message.textSha256().substring(0, VERSION_DIGITS);
  }

  static NoticeOutbox outbox(Home home) {
    return new NoticeOutbox(home.layout().outbox());
  }
}
