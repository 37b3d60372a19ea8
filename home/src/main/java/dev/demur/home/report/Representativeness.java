package dev.demur.home.report;

import dev.demur.home.Home;
import dev.demur.home.report.Report.Block;
import dev.demur.home.report.Report.Counts;
import dev.demur.home.report.Report.Grid;
import dev.demur.home.report.Report.Section;
import dev.demur.home.report.Report.Text;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.Fields;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// Whether the members whose data is in the corpus are like all members.
final class Representativeness {
  private static final int MOST_TITLES = 20;

  private final Figures figures;
  private final Map<MemberId, Long> rows = new HashMap<>();
  private final Map<MemberId, String> titles = new HashMap<>();
  private final Map<MemberId, String> languages = new HashMap<>();

  private Representativeness(Home home, Figures figures) {
    this.figures = figures;
    home.corpus()
        .scan((MemberId holder, List<CorpusRow> each) -> rows.put(holder, (long) each.size()));
    Languages told = new Languages();
    home.records()
        .scan((holder, records) -> {
          latestTitle(records).ifPresent(t -> titles.put(holder, t));
          told.of(holder, records).ifPresent(language -> languages.put(holder, language));
        });
  }

  static Report of(Home home, Figures figures) {
    return new Representativeness(home, figures).report();
  }

  private static Optional<String> latestTitle(List<MemberRecord> records) {
    return records.stream()
        .filter(record -> record.category() == Category.PROFILE_POSITION)
        .max(
            Comparator.comparing(
                record -> record.createdAt().map(Moment::instant).orElse(Instant.MIN)))
        .flatMap(record -> record.field(Fields.TITLE));
  }

  private Report report() {
    return new Report(
        "representativeness",
        "Who is in the corpus, beside all members",
        figures.at(),
        figures.basis(),
        List.of(
            Section.of(
                "Members",
                Counts.of(
                    figures.get("members"), figures.get("members.in"), figures.get("records.in")),
                new Text(
                    "A share in the corpus above the share of all members means that the group weighs"
                        + " more in what is learnt than in the membership. Groups are fixed, not fitted.")),
            Section.of(
                "Region", grid((m, facts) -> Bands.region(facts, figures.program(), figures.at()))),
            Section.of(
                "Age", grid((m, facts) -> Bands.ageBand(facts, figures.program(), figures.at()))),
            Section.of(
                "Language",
                new Text("Told from what members write; not known where they wrote too little."),
                grid((m, facts) -> languages.getOrDefault(m, Bands.UNKNOWN))),
            Section.of(
                "Seniority",
                grid((m, facts) -> Bands.seniority(Optional.ofNullable(titles.get(m))))),
            Section.of(
                "Job title",
                most(
                    grid(
                        (m, facts) -> Optional.ofNullable(titles.get(m)).orElse(Bands.UNKNOWN))))));
  }

  /// One group's members and rows.
  private static final class Group {
    private long all;
    private long in;
    private long records;
  }

  private Grid grid(BiFunction<MemberId, MemberFacts, String> group) {
    SortedMap<String, Group> groups = new TreeMap<>();
    figures
        .facts()
        .forEach((member, facts) -> {
          Group each = groups.computeIfAbsent(group.apply(member, facts), g -> new Group());
          each.all++;
          long many = rows.getOrDefault(member, 0L);
          each.in += many > 0 ? 1 : 0;
          each.records += many;
        });
    return new Grid(
        List.of("group", "members", "share", "in the corpus", "share", "rows"),
        lines(groups),
        "members by their facts and latest position; rows of the table corpus that are in");
  }

  private static List<List<String>> lines(SortedMap<String, Group> groups) {
    long all = groups.values().stream().mapToLong(g -> g.all).sum();
    long in = groups.values().stream().mapToLong(g -> g.in).sum();
    List<List<String>> lines = new ArrayList<>();
    groups.forEach((name, group) ->
        lines.add(
            List.of(
                name,
                Long.toString(group.all),
                share(group.all, all),
                Long.toString(group.in),
                share(group.in, in),
                Long.toString(group.records))));
    return lines;
  }

  private static String share(long part, long whole) {
    return whole == 0 ? "–" : "%.1f %%".formatted(100.0 * part / whole);
  }

  /// The largest groups; the others would fill pages.
  private static Block most(Grid grid) {
    List<List<String>> largest =
        grid.rows().stream()
            .sorted(Comparator.comparingLong((List<String> row) -> -Long.parseLong(row.get(1))))
            .limit(MOST_TITLES)
            .toList();
    return new Grid(
        grid.columns(), largest, grid.from() + "; the %d largest groups".formatted(MOST_TITLES));
  }
}
