package dev.demur.ledger.notice;

import dev.demur.ledger.Entry;
import dev.demur.ledger.Event;
import dev.demur.ledger.IdempotencyConflict;
import dev.demur.ledger.Ledger;
import dev.demur.ledger.LedgerView;
import dev.demur.model.MemberId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/// Sends one version of a program's notice to members, to each of them once.
///
/// A message is written before it is recorded. A campaign that is killed between the two and run
/// again writes the same file anew and records it then: never twice, never not at all.
public final class NoticeCampaign {
  private static final String CHANNEL = "outbox";
  private static final int CHUNK = 200;

  private final Ledger ledger;
  private final NoticeOutbox outbox;
  private final InstantSource clock;
  private final String program;
  private final String version;

  /// The campaign of one version of a program's notice.
  ///
  /// @param program by name
  /// @param version of the notice; a new version is sent to everybody again
  public NoticeCampaign(
      Ledger ledger, NoticeOutbox outbox, InstantSource clock, String program, String version) {
    this.ledger = ledger;
    this.outbox = outbox;
    this.clock = clock;
    this.program = fileName("program", program);
    this.version = fileName("version", version);
  }

  /// What a run of the campaign did.
  ///
  /// @param sent to how many the notice went now
  /// @param before how many had it already
  public record Result(int sent, int before) {}

  private static String fileName(String what, String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      throw new IllegalArgumentException(
          "a notice's %s has letters, digits, dots, dashes and underlines, got: %s"
              .formatted(what, name));
    }
    return name;
  }

  /// Sends to those who have not had it.
  ///
  /// @param message what to tell a member, in the member's language
  public Result send(Collection<MemberId> members, Function<MemberId, NoticeMessage> message) {
    return outbox.exclusively(() -> sendAlone(members, message));
  }

  private Result sendAlone(
      Collection<MemberId> members, Function<MemberId, NoticeMessage> message) {
    LedgerView known = ledger.view().under(program, version);
    List<MemberId> open =
        new TreeSet<>(members).stream().filter(member -> !delivered(known, member)).toList();
    int sent = 0;
    for (int from = 0; from < open.size(); from += CHUNK) {
      sent += sendChunk(open.subList(from, Math.min(open.size(), from + CHUNK)), message);
    }
    return new Result(sent, new TreeSet<>(members).size() - sent);
  }

  private static boolean delivered(LedgerView known, MemberId member) {
    return known.factsOf(member).filter(facts -> !facts.notices().isEmpty()).isPresent();
  }

  private int sendChunk(List<MemberId> members, Function<MemberId, NoticeMessage> message) {
    Instant now = clock.instant();
    List<Entry> entries = new ArrayList<>();
    for (MemberId member : members) {
      NoticeMessage text = message.apply(member);
      outbox.write(program, version, member, text);
      Event.NoticeDelivered event =
          new Event.NoticeDelivered(program, version, text.textSha256(), CHANNEL);
      String key = "notice/" + program + "/" + version;
      entries.add(Entry.of(member, event, now).withKey(key));
    }
    return record(entries);
  }

  private int record(List<Entry> entries) {
    try {
      ledger.appendAll(entries);
      return entries.size();
    } catch (IdempotencyConflict anotherCampaignWasFaster) {
      return (int) entries.stream().filter(this::recorded).count();
    }
  }

  private boolean recorded(Entry entry) {
    try {
      ledger.append(entry);
      return true;
    } catch (IdempotencyConflict alreadySent) {
      return false;
    }
  }
}
