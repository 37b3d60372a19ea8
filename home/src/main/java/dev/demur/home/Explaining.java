package dev.demur.home;

import dev.demur.model.Decision;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Moment;
import dev.demur.model.Purpose;
import dev.demur.model.Recipient;
import dev.demur.model.RecordId;
import dev.demur.model.Use;
import dev.demur.program.Program;
import dev.demur.program.RecordFacts;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Says why one stored record may or may not be used, from what the ledger knows.
public final class Explaining {
  private static final Use USE = new Use(Purpose.CONTENT_GENERATION, Recipient.CONTROLLER);

  private Explaining() {}

  /// The answer for models that write.
  ///
  /// @param reason null when permitted
  public record Answer(
      String record,
      String category,
      String outcome,
      @Nullable String reason,
      String clause,
      String asOf) {}

  public static Answer explain(Home home, RecordId id, Program program, Optional<Instant> asOf) {
    MemberRecord record =
        find(home, id).orElseThrow(() -> new InputRefused("no record here has the id " + id));
    Instant at = asOf.orElseGet(home.clock()::instant);
    Membership members = Membership.at(home.ledger().view().under(program.name()), new TreeSet<>());
    RecordFacts facts =
        new RecordFacts(
            record.category(),
            record.createdAt().map(Moment::instant),
            record.author(),
            record.about(),
            record.mentions(),
            members.view().deletedAt(id));
    Decision decision = program.decide(USE, facts, members.byToken(home.tokens()), at);
    return switch (decision) {
      case Decision.Permit(var clause, var redact) ->
          new Answer(id.value(), record.category().code(), "permit", null, clause, at.toString());
      case Decision.Deny(var reason, var clause, var redact) ->
          new Answer(
              id.value(), record.category().code(), "deny", reason.code(), clause, at.toString());
    };
  }

  private static Optional<MemberRecord> find(Home home, RecordId id) {
    AtomicReference<@Nullable MemberRecord> found = new AtomicReference<>();
    home.records()
        .scan((MemberId holder, java.util.List<MemberRecord> records) ->
            records.stream().filter(r -> r.id().equals(id)).forEach(found::set));
    return Optional.ofNullable(found.get());
  }
}
