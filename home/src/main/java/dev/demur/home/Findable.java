package dev.demur.home;

import dev.demur.model.CorpusRow;
import dev.demur.model.Decision;
import dev.demur.model.MemberFactSource;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberFacts.Residence;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.model.Recipient;
import dev.demur.model.Use;
import dev.demur.program.Program;
import dev.demur.program.RecordFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which rows of members may be used right now to find them for a job.
///
/// The snapshot's decisions are of its instant; whoever has said no since is not found. A job in
/// another country counts as if the member had moved there: its region must permit the use, too.
final class Findable {
  private static final Use USE = new Use(Purpose.OTHER_ML, Recipient.CONTROLLER);

  private final Program program;
  private final Membership members;
  private final MemberFactSource facts;
  private final Instant now;

  private Findable(Program program, Membership members, Instant now, Optional<String> country) {
    this.program = program;
    this.members = members;
    this.now = now;
    this.facts = member -> members.factsOf(member).map(known -> alsoIn(country, known, now));
  }

  /// @param country of the job
  static Findable now(Home home, Optional<String> country) {
    Program program = Snapshots.program(home);
    Membership members =
        Membership.at(ProgramView.of(home.ledger().view(), program), Forgetting.leaving(home));
    return new Findable(program, members, home.clock().instant(), country);
  }

  private static MemberFacts alsoIn(Optional<String> country, MemberFacts known, Instant now) {
    if (country.isEmpty() || known.countries().isEmpty()) {
      return known;
    }
    List<Residence> residences = new ArrayList<>(known.countries());
    residences.add(new Residence(country.get(), now));
    return new MemberFacts(
        residences,
        known.birthDate(),
        known.toggle(),
        known.objections(),
        known.notices(),
        known.closedAt());
  }

  Decision decide(CorpusRow row) {
    return decide(row, facts);
  }

  private Decision decide(CorpusRow row, MemberFactSource known) {
    RecordFacts record =
        new RecordFacts(
            row.category(),
            row.createdAt(),
            Optional.of(row.member()),
            List.of(),
            List.of(),
            members.view().deletedAt(row.record()));
    return program.decide(USE, record, known, now);
  }

  /// The rows that may be used; none of somebody who is not a member or is leaving.
  List<CorpusRow> permitted(MemberId member, List<CorpusRow> rows) {
    Optional<MemberFacts> own = facts.factsOf(member);
    MemberFactSource known = other -> other.equals(member) ? own : facts.factsOf(other);
    return own.isEmpty()
        ? List.of()
        : rows.stream()
            .filter(row -> row.purpose() == Purpose.OTHER_ML)
            .filter(row -> decide(row, known) instanceof Decision.Permit)
            .toList();
  }
}
