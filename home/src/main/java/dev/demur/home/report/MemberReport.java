package dev.demur.home.report;

import dev.demur.home.Choices;
import dev.demur.home.HeldItem;
import dev.demur.home.Home;
import dev.demur.home.InputRefused;
import dev.demur.home.MemberData;
import dev.demur.home.ProgramView;
import dev.demur.home.Snapshots;
import dev.demur.home.report.Report.Grid;
import dev.demur.home.report.Report.Section;
import dev.demur.home.report.Report.Text;
import dev.demur.ledger.Event;
import dev.demur.ledger.LedgerView;
import dev.demur.ledger.Recorded;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.Recipient;
import dev.demur.program.Program;
import dev.demur.program.ProgramDefinition.Region;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is held of one member, where it was used, why, and who may have it (GDPR Art. 15).
///
/// It reads that member's own data, and says of others nothing but how many suggestions shown to
/// them share words with the member's text.
final class MemberReport {
  private MemberReport() {}

  static Report of(Home home, Program program, MemberId member) {
    LedgerView view = ProgramView.of(home.ledger().view(), program);
    MemberFacts facts =
        view.factsOf(member)
            .orElseThrow(() ->
                new InputRefused("nobody here is called %s; see `demur import`".formatted(member)));
    Instant now = home.clock().instant();
    List<HeldItem> items = MemberData.of(home, member);
    return new Report(
        "member",
        "What is held about " + member,
        now,
        Figures.basis(home, view),
        List.of(
            Section.of("Purpose and legal basis", new Text(basis(program, facts, now))),
            Section.of("What is known of you", known(facts, now)),
            Section.of("Your choices, and what else was entered about you", history(home, member)),
            Section.of("Your records, and what became of each", records(items)),
            Section.of("Models", new Text(models(home, member, items))),
            Section.of(
                "What was written for others",
                new Text(
                    "%,d suggestions shown to other people hold words that you wrote too, as at least"
                            .formatted(home.suggestions().supportedBy(member))
                        + " nine others did.")),
            Section.of("Your rights", new Text(rights(program)))));
  }

  private static String basis(Program program, MemberFacts facts, Instant now) {
    String where = Bands.region(facts, program, now);
    Optional<Region> region =
        program.definition().regions().stream().filter(r -> r.title().equals(where)).findFirst();
    String recipients =
        region
            .map(r ->
                Arrays.stream(Recipient.values())
                    .filter(each ->
                        Optional.ofNullable(r.allowedFrom().get(each))
                            .filter(from -> !from.isAfter(now))
                            .isPresent())
                    .map(Recipient::code)
                    .collect(Collectors.joining(", ")))
            .orElse("nobody");
    return "%s trains under the program %s. Region: %s. Legal basis: %s. Who may train with it: %s."
        .formatted(
            program.definition().controller(),
            program.name(),
            where,
            region.map(r -> r.basis().code()).orElse("none, so nothing is used"),
            recipients);
  }

  private static Grid known(MemberFacts facts, Instant now) {
    return new Grid(
        List.of("what", "value"),
        List.of(
            List.of(
                "lived in",
                facts.countries().stream()
                    .map(r -> r.country() + " from " + r.from())
                    .collect(Collectors.joining("; "))),
            List.of("date of birth", facts.birthDate().map(Object::toString).orElse("not known")),
            List.of("setting", Choices.isOn(facts, now) ? "on" : "off"),
            List.of("account closed", facts.closedAt().map(Object::toString).orElse("no"))),
        "ledger entries about you");
  }

  private static Grid history(Home home, MemberId member) {
    List<List<String>> rows =
        home.ledger().history(member).stream().map(item -> row(item.entry())).toList();
    return new Grid(
        List.of("position in the log", "happened", "what"),
        rows,
        "ledger entries about you; the settings page has the receipt of each");
  }

  private static List<String> row(Recorded entry) {
    return List.of(
        Long.toString(entry.position()), entry.happenedAt().toString(), words(entry.event()));
  }

  private static String words(Event event) {
    return switch (event) {
      case Event.MemberJoined _ -> "your archive was taken in";
      case Event.ResidenceLearned(var country, var from) ->
          "lives in " + country + " since " + from;
      case Event.BirthDateLearned _ -> "date of birth learnt";
      case Event.LanguageLearned(var language) -> "is written to in " + language;
      case Event.ToggleChanged(var on, var which, _) ->
          "setting switched "
              + (on ? "on" : "off")
              + (which == dev.demur.model.Switch.MAIN ? "" : ", training by " + which);
      case Event.ObjectionFiled filed -> "objection " + filed.caseId() + " filed";
      case Event.ObjectionDecided decided ->
          "objection %s %s by %s".formatted(decided.caseId(), decided.outcome(), decided.by());
      case Event.ObjectionExtended extended ->
          "answer to objection " + extended.caseId() + " put off: " + extended.reason();
      case Event.CaseStepTaken step -> "objection %s: %s".formatted(step.caseId(), step.step());
      case Event.NoticeDelivered notice ->
          "notice of %s delivered by %s".formatted(notice.program(), notice.channel());
      case Event.NoticeBounced notice ->
          "notice of %s could not be delivered".formatted(notice.program());
      case Event.DataLookedAt look -> "your data was looked at by " + look.role();
      case Event.RecordDeleted deleted -> "record " + deleted.recordId() + " deleted";
      case Event.RecordReviewed review ->
          "record %s reviewed and %s"
              .formatted(review.recordId(), review.keep() ? "kept" : "removed");
      case Event.AccountClosed _ -> "account closed";
      case Event.ObjectionKept kept -> "objection " + kept.caseId() + " kept";
      case Event.OfOperator _ -> "operator's entry";
    };
  }

  private static Grid records(List<HeldItem> items) {
    return new Grid(
        List.of("record", "category", "created", "beginning", "answer", "clause"),
        items.stream()
            .map(item ->
                List.of(
                    item.record().value(),
                    item.category().code(),
                    item.createdAt().map(Object::toString).orElse(""),
                    item.excerpt().isEmpty() ? "(no content kept)" : item.excerpt(),
                    item.used() ? "used" : item.answer(),
                    item.clause()))
            .toList(),
        "rows of the tables records and corpus of which you are the holder");
  }

  private static String models(Home home, MemberId member, List<HeldItem> items) {
    long used = items.stream().filter(HeldItem::used).count();
    return Snapshots.whereIs(home, member)
        .map(place ->
            used == 0
                ? "Your text trained the part of the model called %s. It has left the corpus since, and the next training leaves it out; trained now: %s."
                    .formatted(place, Snapshots.models(home))
                : "%,d of your records trained the part of the model called %s; trained now: %s."
                    .formatted(used, place, Snapshots.models(home)))
        .orElse("No model has been trained with your text.");
  }

  private static String rights(Program program) {
    return "Switch the setting \"%s\" off, object, or have everything erased: each in the settings, and each"
            .formatted(
                program.definition().toggle().map(toggle -> toggle.name()).orElse("(none offered)"))
        + " with a receipt. You can complain to your data protection authority.";
  }
}
