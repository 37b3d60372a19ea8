package dev.demur.ledger.notice;

import dev.demur.ledger.Entry;
import dev.demur.ledger.Event;
import dev.demur.ledger.IdempotencyConflict;
import dev.demur.ledger.Ledger;
import dev.demur.ledger.LedgerView;
import dev.demur.model.MemberId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/// Sends one version of a program's notice to members, to each of them once.
public final class NoticeCampaign {
  private final Ledger ledger;
  private final NoticeOutbox outbox;
  private final NoticeChannel channel;
  private final InstantSource clock;
  private final String program;
  private final String version;

  /// The campaign of one version of a program's notice, by way of message files.
  ///
  /// @param program by name
  /// @param version of the notice; a new version is sent to everybody again
  public NoticeCampaign(
      Ledger ledger, NoticeOutbox outbox, InstantSource clock, String program, String version) {
    this(ledger, outbox, new OutboxChannel(outbox), clock, program, version);
  }

  /// The same by any channel.
  ///
  /// @param outbox whose lock keeps two campaigns from running at once
  public NoticeCampaign(
      Ledger ledger,
      NoticeOutbox outbox,
      NoticeChannel channel,
      InstantSource clock,
      String program,
      String version) {
    this.ledger = ledger;
    this.outbox = outbox;
    this.channel = channel;
    this.clock = clock;
    this.program = fileName("program", program);
    this.version = fileName("version", version);
  }

  /// What a run of the campaign did.
  ///
  /// @param sent to how many the notice went now
  /// @param before how many had it already
  /// @param bounced for how many the mail server refused it
  /// @param withoutAddress how many have no address
  /// @param uncertain how many may have it from a run that was killed
  public record Result(int sent, int before, int bounced, int withoutAddress, int uncertain) {
    Result and(Result other) {
      return new Result(
          sent + other.sent,
          before + other.before,
          bounced + other.bounced,
          withoutAddress + other.withoutAddress,
          uncertain + other.uncertain);
    }
  }

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
    Result all = new Result(0, new TreeSet<>(members).size() - open.size(), 0, 0, 0);
    int step = channel.atATime();
    for (int from = 0; from < open.size(); from += step) {
      all = all.and(sendSome(open.subList(from, Math.min(open.size(), from + step)), message));
    }
    return all;
  }

  private static boolean delivered(LedgerView known, MemberId member) {
    return known.factsOf(member).filter(facts -> !facts.notices().isEmpty()).isPresent();
  }

  /// What is delivered before the channel breaks down is recorded all the same.
  private Result sendSome(List<MemberId> members, Function<MemberId, NoticeMessage> message) {
    List<Entry> delivered = new ArrayList<>();
    int[] bounced = {0};
    int[] withoutAddress = {0};
    int[] uncertain = {0};
    try {
      for (MemberId member : members) {
        NoticeMessage text = message.apply(member);
        switch (channel.deliver(new NoticeChannel.Letter(program, version, member, text))) {
          case NoticeChannel.Delivered() -> delivered.add(entry(member, text));
          case NoticeChannel.Bounced(var reason) -> {
            bounce(member, reason);
            bounced[0]++;
          }
          case NoticeChannel.NoAddress() -> withoutAddress[0]++;
          case NoticeChannel.Uncertain() -> uncertain[0]++;
        }
      }
    } catch (NoticeChannelDown e) {
      record(delivered);
      throw e;
    }
    int sent = record(delivered);
    int faster = delivered.size() - sent;
    return new Result(sent, faster, bounced[0], withoutAddress[0], uncertain[0]);
  }

  private Entry entry(MemberId member, NoticeMessage text) {
    Event.NoticeDelivered event =
        new Event.NoticeDelivered(program, version, text.textSha256(), channel.name());
    String key = "notice/" + program + "/" + version;
    return Entry.of(member, event, clock.instant()).withKey(key);
  }

  private void bounce(MemberId member, String reason) {
    Event.NoticeBounced event = new Event.NoticeBounced(program, version, channel.name(), reason);
    ledger.append(Entry.of(member, event, clock.instant()));
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
