package dev.demur.home;

import dev.demur.ledger.notice.NoticeCampaign;
import dev.demur.ledger.notice.NoticeMessage;
import dev.demur.ledger.notice.NoticeOutbox;
import dev.demur.program.Program;
import dev.demur.program.Wording;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

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
    Wording.Text text = program.wording(LANGUAGE).notice();
    NoticeMessage message = NoticeMessage.of(text.title(), text.text());
    InstantSource clock = at.map(InstantSource::fixed).orElse(home.clock());
    String version = message.textSha256().substring(0, VERSION_DIGITS);
    return new NoticeCampaign(home.ledger(), outbox(home), clock, program.name(), version)
        .send(home.ledger().members(), member -> message);
  }

  static NoticeOutbox outbox(Home home) {
    return new NoticeOutbox(home.layout().outbox());
  }
}
