package dev.demur.assist.profile;

import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Source;
import dev.demur.trace.Words;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a member's own records say about the member.
///
/// Only records the member wrote count, and of these never private messages, credentials, payments,
/// salaries, applications or contacts. Facts are what suggestions may state; everything the member
/// wrote, posts included, is text that may be shown to the member again. Immutable.
public final class MemberProfile {
  private final MemberId member;
  private final List<Fact> facts;
  private final List<Position> positions;
  private final List<Study> studies;
  private final OwnText stated;
  private final OwnText written;

  MemberProfile(
      MemberId member,
      List<Fact> facts,
      List<Position> positions,
      List<Study> studies,
      List<String> written) {
    this.member = member;
    this.facts = List.copyOf(facts);
    this.positions = List.copyOf(positions);
    this.studies = List.copyOf(studies);
    this.stated = OwnText.ofWords(parted(facts));
    List<List<String>> all = new ArrayList<>(parted(facts));
    written.forEach(text -> all.add(Words.of(text).list()));
    this.written = OwnText.ofWords(all);
  }

  private static List<List<String>> parted(List<Fact> facts) {
    return facts.stream().filter(fact -> fact.kind() != FactKind.NAME).map(Fact::words).toList();
  }

  /// Who is called Baker is no baker: a member's name is said as a whole or not at all.
  private Optional<Fact> nameOf(List<String> phrase) {
    return facts.stream()
        .filter(fact -> fact.kind() == FactKind.NAME && fact.words().equals(phrase))
        .findFirst();
  }

  /// The profile of one member.
  ///
  /// @param records of the member's archive, in any order; those of others are passed over
  /// @param now for how long the member has worked
  public static MemberProfile of(
      MemberId member, Collection<MemberRecord> records, java.time.Instant now) {
    List<MemberRecord> own =
        records.stream()
            .filter(record -> record.holder().equals(member))
            .filter(record -> record.author().equals(Optional.of(member)))
            .sorted(
                Comparator.comparing((MemberRecord record) -> record.source().entry())
                    .thenComparingInt(record -> record.source().line())
                    .thenComparing(MemberRecord::id))
            .toList();
    return new ProfileReading(member, YearMonth.from(now.atZone(ZoneOffset.UTC))).read(own);
  }

  /// What rows of the corpus say of their member: what others may be shown.
  ///
  /// @param rows of one member
  public static MemberProfile ofRows(
      MemberId member, Collection<CorpusRow> rows, java.time.Instant now) {
    return of(member, rows.stream().map(MemberProfile::record).toList(), now);
  }

  private static MemberRecord record(CorpusRow row) {
    return new MemberRecord(
        row.record(),
        row.member(),
        Optional.of(row.member()),
        List.of(),
        List.of(),
        row.category(),
        Optional.empty(),
        row.fields(),
        new Source("corpus", "", 0));
  }

  public MemberId member() {
    return member;
  }

  public List<Fact> facts() {
    return facts;
  }

  /// The facts of one kind, in the order of the archive.
  public List<Fact> facts(FactKind kind) {
    return facts.stream().filter(fact -> fact.kind() == kind).toList();
  }

  /// Jobs, the current ones first, then by when they began, latest first.
  public List<Position> positions() {
    return positions;
  }

  /// Where the member studied, in the order of the archive.
  public List<Study> studies() {
    return studies;
  }

  /// Whether a fact has these words in it, one behind the other.
  public boolean states(List<String> phrase) {
    return stated.says(phrase) || nameOf(phrase).isPresent();
  }

  /// The first fact that has these words in it, names of things before running text.
  public Optional<Fact> factSaying(List<String> phrase) {
    if (!stated.says(phrase)) {
      return nameOf(phrase);
    }
    return facts.stream()
        .filter(fact -> fact.kind() != FactKind.NAME)
        .sorted(Comparator.comparing((Fact fact) -> !fact.kind().isTerm()))
        .filter(fact -> fact.says(phrase))
        .findFirst();
  }

  /// Whether the member wrote these folded words, one behind the other, in any text.
  public boolean wrote(List<String> phrase) {
    return written.says(phrase) || nameOf(phrase).isPresent();
  }

  /// Id and size only: a profile holds member data, which does not belong in logs.
  @Override
  public String toString() {
    return "MemberProfile[%s, %d facts]".formatted(member, facts.size());
  }
}
