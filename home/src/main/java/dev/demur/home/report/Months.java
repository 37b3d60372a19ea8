package dev.demur.home.report;

import dev.demur.home.Forgetting;
import dev.demur.home.report.Report.Bars;
import dev.demur.ledger.Event;
import dev.demur.ledger.Recorded;
import dev.demur.ledger.objection.ObjectionCase;
import dev.demur.model.MemberFacts;
import dev.demur.model.Switch;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What happened in each calendar month, in UTC, from the first month in which anything did until
/// now. The bars of a count add up to the figure of the same name elsewhere.
final class Months {
  private final Figures figures;
  private final List<YearMonth> months;

  private Months(Figures figures, List<YearMonth> months) {
    this.figures = figures;
    this.months = months;
  }

  static List<Bars> of(Figures figures) {
    List<Instant> all =
        Stream.of(
                told(figures),
                switched(figures, false),
                filed(figures),
                answered(figures),
                removals(figures),
                erasures(figures))
            .flatMap(Collection::stream)
            .toList();
    Months months = new Months(figures, from(all, figures.at()));
    return List.of(
        months.bars(
            "Members told for the first time",
            told(figures),
            "month of the first NoticeDelivered of this program, of members with MemberJoined, not erased"),
        months.bars(
            "Settings switched off",
            switched(figures, false),
            "month of each ToggleChanged to off of the main setting, of members with MemberJoined, not erased"),
        months.bars(
            "Settings switched on",
            switched(figures, true),
            "month of each ToggleChanged to on of the main setting, of members with MemberJoined, not erased"),
        months.bars(
            "Objections filed", filed(figures), "month of each ObjectionFiled and ObjectionKept"),
        months.bars(
            "Objections answered", answered(figures), "month of the last decision of each case"),
        months.bars(
            "Objections answered late or not in time",
            late(figures),
            "month in which the clock of a case ran out before it was answered"),
        months.bars(
            "Removals finished and certified",
            removals(figures),
            "month of each ledger entry OperatorNoted of kind " + Forgetting.CERTIFIED),
        months.bars(
            "People whose keys were destroyed",
            erasures(figures),
            "month of each ledger entry SubjectErased"));
  }

  private static List<Instant> told(Figures figures) {
    return figures.facts().values().stream()
        .flatMap(facts ->
            facts.notices().stream()
                .map(MemberFacts.Notice::deliveredAt)
                .filter(at -> !at.isAfter(figures.at()))
                .min(Comparator.naturalOrder())
                .stream())
        .toList();
  }

  private static List<Instant> switched(Figures figures, boolean on) {
    return figures.facts().values().stream()
        .flatMap(facts -> facts.toggle().stream())
        .filter(change -> change.which() == Switch.MAIN && change.on() == on)
        .map(MemberFacts.ToggleChange::at)
        .filter(at -> !at.isAfter(figures.at()))
        .toList();
  }

  private static List<Instant> filed(Figures figures) {
    return figures.cases().stream().map(ObjectionCase::filedAt).toList();
  }

  private static List<Instant> answered(Figures figures) {
    return figures.cases().stream()
        .map(ObjectionCase::decidedAt)
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<Instant> late(Figures figures) {
    return figures.cases().stream()
        .filter(each -> each.clock().overdue(each.decidedAt().orElse(figures.at())))
        .map(each -> each.clock().dueOn().atStartOfDay(ZoneOffset.UTC).toInstant())
        .toList();
  }

  private static List<Instant> removals(Figures figures) {
    return times(
        figures,
        event ->
            event instanceof Event.OperatorNoted noted
                && noted.kind().equals(Forgetting.CERTIFIED));
  }

  private static List<Instant> erasures(Figures figures) {
    return times(figures, Event.SubjectErased.class::isInstance);
  }

  private static List<Instant> times(Figures figures, Predicate<Event> which) {
    return figures.operator().stream()
        .filter(entry -> which.test(entry.event()))
        .map(Recorded::happenedAt)
        .toList();
  }

  private static YearMonth month(Instant at) {
    return YearMonth.from(at.atZone(ZoneOffset.UTC));
  }

  private static List<YearMonth> from(List<Instant> all, Instant now) {
    YearMonth last = month(now);
    YearMonth first = all.stream().map(Months::month).min(Comparator.naturalOrder()).orElse(last);
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth each = first; !each.isAfter(last); each = each.plusMonths(1)) {
      months.add(each);
    }
    return months;
  }

  private Bars bars(String title, List<Instant> when, String from) {
    TreeMap<YearMonth, Long> counts = new TreeMap<>();
    months.forEach(each -> counts.put(each, 0L));
    when.forEach(at -> counts.merge(month(at), 1L, Long::sum));
    return new Bars(
        title,
        counts.keySet().stream().map(YearMonth::toString).toList(),
        List.copyOf(counts.values()),
        "%s; as of %s".formatted(from, figures.at()));
  }
}
