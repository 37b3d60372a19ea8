package dev.demur.program;

import static java.util.Objects.requireNonNull;

import dev.demur.model.Category;
import dev.demur.model.MemberFactSource;
import dev.demur.model.Reason;
import dev.demur.model.Use;
import dev.demur.program.DiffDomain.Kind;
import dev.demur.program.DiffDomain.Span;
import dev.demur.program.Domain.CategoryClass;
import dev.demur.program.Domain.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What changes for whom between two programs, found by trying every case in both.
///
/// The cases: every span of time between instants that either program names, every country,
/// category and use, records of every age that matters, and a member who is plain but for one
/// thing: age, toggle, objection or notice. Who has moved gets the stricter of what stands here,
/// and is not listed apart.
public final class ProgramDiff {
  /// The outcome that is no reason.
  public static final String PERMIT = "permit";

  private static final int MAX_MEMBERS = 3;

  private final Program before;
  private final Program after;
  private final DiffDomain domain;

  /// One line of the difference: in all these cases the one answer gives way to the other.
  ///
  /// @param from `permit` or the code of a reason
  /// @param intervals when, e.g. `before 2025-11-03T00:00:00Z`
  /// @param regions e.g. `eu`, or `not covered → eu` where a country changes its region
  /// @param countries ISO 3166-1 alpha-2
  /// @param uses e.g. `content-generation by affiliate`
  /// @param categories patterns, e.g. `content.*`
  /// @param records in words, e.g. `created some day`; `any` for all that were tried
  /// @param members in words, e.g. `toggle off`; `any` for all that were tried
  public record Change(
      String from,
      String to,
      List<String> intervals,
      List<String> regions,
      List<String> countries,
      List<String> uses,
      List<String> categories,
      List<String> records,
      List<String> members) {}

  /// A time during which neither program changes, with an instant that stands for it.
  public record Interval(String words, Instant at) {}

  /// What cells are put together by.
  private enum Dimension {
    CATEGORIES,
    USES,
    PLACES,
    SPANS,
    RECORDS,
    KINDS
  }

  /// Cases with the same two answers: every combination of the members of the sets.
  private record Cell(String from, String to, Map<Dimension, Set<?>> sets) {
    Set<?> of(Dimension dimension) {
      return requireNonNull(sets.get(dimension));
    }
  }

  private ProgramDiff(Program before, Program after) {
    this.before = before;
    this.after = after;
    domain = new DiffDomain(before, after);
  }

  /// Every change, those that take a permit away or give one first.
  public static List<Change> between(Program before, Program after) {
    return new ProgramDiff(before, after).changes();
  }

  /// The times between the instants that either program names, in order.
  public static List<Interval> intervals(Program before, Program after) {
    return new DiffDomain(before, after)
        .spans().stream().map(span -> new Interval(span.words(), span.at())).toList();
  }

  /// What a program says of one record: [#PERMIT] or the code of a reason.
  public static String outcome(
      Program program, Use use, RecordFacts record, MemberFactSource members, Instant at) {
    return Explanation.inWords(program.decide(use, record, members, at));
  }

  /// Every use that programs are asked for.
  public static List<Use> uses() {
    return Domain.uses();
  }

  private List<Change> changes() {
    List<Cell> cells = new ArrayList<>();
    Set<String> kinds = new LinkedHashSet<>();
    for (Span span : domain.spans()) {
      for (Place place : domain.places()) {
        List<Kind> members = domain.kinds(place, span.at());
        members.forEach(kind -> kinds.add(kind.words()));
        addCells(span, place, members, cells);
      }
    }
    for (Dimension dimension : Dimension.values()) {
      cells = join(cells, dimension);
    }
    return cells.stream()
        .sorted(Comparator.comparing(ProgramDiff::changesNoPermit))
        .map(cell -> change(cell, kinds))
        .toList();
  }

  private static boolean changesNoPermit(Cell cell) {
    return !cell.from().equals(PERMIT) && !cell.to().equals(PERMIT);
  }

  private void addCells(Span span, Place place, List<Kind> members, List<Cell> cells) {
    MemberTable table = MemberTable.of(members.stream().map(Kind::facts).toList());
    for (Use use : domain.uses()) {
      Occasion first = before.on(use, span.at());
      Occasion second = after.on(use, span.at());
      for (CategoryClass category : domain.categories()) {
        int code = Index.of(category.first());
        for (var created : domain.created()) {
          long ticks = Ticks.orUnknown(created.value().apply(span.at()));
          for (int m = 0; m < members.size(); m++) {
            String from = word(before, first.decide(code, ticks, Ticks.NEVER, table, m));
            String to = word(after, second.decide(code, ticks, Ticks.NEVER, table, m));
            if (!from.equals(to)) {
              Map<Dimension, Set<?>> sets = new EnumMap<>(Dimension.class);
              sets.put(Dimension.CATEGORIES, Set.of(category));
              sets.put(Dimension.USES, Set.of(use));
              sets.put(Dimension.PLACES, Set.of(place));
              sets.put(Dimension.SPANS, Set.of(span));
              sets.put(Dimension.RECORDS, Set.of(created.words()));
              sets.put(Dimension.KINDS, Set.of(members.get(m).words()));
              cells.add(new Cell(from, to, sets));
            }
          }
        }
      }
    }
  }

  private static String word(Program program, long verdict) {
    return program.reasonOf(verdict).map(Reason::code).orElse(PERMIT);
  }

  /// Puts cells together that differ in one dimension only.
  private static List<Cell> join(List<Cell> cells, Dimension dimension) {
    Map<Cell, Set<Object>> joined = new LinkedHashMap<>();
    for (Cell cell : cells) {
      Map<Dimension, Set<?>> rest = new EnumMap<>(cell.sets());
      Set<?> own = requireNonNull(rest.remove(dimension));
      joined
          .computeIfAbsent(new Cell(cell.from(), cell.to(), rest), _ -> new LinkedHashSet<>())
          .addAll(own);
    }
    List<Cell> cellsAgain = new ArrayList<>();
    joined.forEach((rest, own) -> {
      Map<Dimension, Set<?>> sets = new EnumMap<>(rest.sets());
      sets.put(dimension, own);
      cellsAgain.add(new Cell(rest.from(), rest.to(), sets));
    });
    return cellsAgain;
  }

  private Change change(Cell cell, Set<String> kinds) {
    Set<?> places = cell.of(Dimension.PLACES);
    return new Change(
        cell.from(),
        cell.to(),
        domain.spans().stream()
            .filter(cell.of(Dimension.SPANS)::contains)
            .map(Span::words)
            .toList(),
        domain.places().stream()
            .filter(places::contains)
            .map(domain::regionWords)
            .distinct()
            .toList(),
        domain.places().stream()
            .filter(places::contains)
            .flatMap(place -> place.all().stream())
            .filter(country -> !country.equals(Domain.NOWHERE))
            .sorted()
            .toList(),
        domain.uses().stream()
            .filter(cell.of(Dimension.USES)::contains)
            .map(use -> use.purpose() + " by " + use.recipient())
            .toList(),
        patterns(cell.of(Dimension.CATEGORIES)),
        words(cell.of(Dimension.RECORDS), domain.created().stream().map(c -> c.words()).toList()),
        words(cell.of(Dimension.KINDS), List.copyOf(kinds)));
  }

  private static List<String> words(Set<?> own, List<String> all) {
    return own.size() == all.size() ? List.of("any") : all.stream().filter(own::contains).toList();
  }

  /// The shortest list of patterns for some categories.
  private List<String> patterns(Set<?> classes) {
    Set<Category> categories =
        domain.categories().stream()
            .filter(classes::contains)
            .flatMap(each -> each.all().stream())
            .collect(Collectors.toSet());
    Set<String> patterns = new LinkedHashSet<>();
    for (Category category : Category.values()) {
      String family = category.family() + ".*";
      if (categories.containsAll(CategoryPatterns.matching(family))) {
        patterns.add(family);
      } else if (categories.contains(category)) {
        patterns.add(category.code());
      }
    }
    return List.copyOf(patterns);
  }

  /// The changes as lines of text, one paragraph a change.
  public static String text(List<Change> changes) {
    if (changes.isEmpty()) {
      return "no case is answered differently\n";
    }
    var text = new StringBuilder();
    for (Change change : changes) {
      text.append(change.from()).append(" → ").append(change.to()).append('\n');
      line(text, "when", change.intervals(), Function.identity());
      line(text, "where", change.regions(), Function.identity());
      line(text, "", change.countries(), Function.identity());
      line(text, "use", change.uses(), Function.identity());
      line(text, "of", change.categories(), Function.identity());
      line(text, "records", change.records(), Function.identity());
      line(text, "members", shortened(change.members()), Function.identity());
    }
    return text.toString();
  }

  /// Lists where the plain member is in it say no more than that; the others are alike.
  private static List<String> shortened(List<String> members) {
    int others = members.size() - 1;
    return members.getFirst().equals("plain") && others > MAX_MEMBERS
        ? List.of("plain and %d other kinds".formatted(others))
        : members;
  }

  private static <T> void line(
      StringBuilder text, String label, List<T> items, Function<T, String> words) {
    if (!items.isEmpty()) {
      String all = items.stream().map(words).collect(Collectors.joining(", "));
      text.append("    %-8s %s\n".formatted(label, all));
    }
  }
}
