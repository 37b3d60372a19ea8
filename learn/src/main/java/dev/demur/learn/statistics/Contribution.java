package dev.demur.learn.statistics;

import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What one member adds to the statistics: each fact once, however often the archive says it.
///
/// A function of the member's own rows alone.
///
/// @param titles jobs held
/// @param skillsByTitle for each job held, every skill of the member
/// @param nextByTitle for each job held, the different jobs that began next
public record Contribution(
    NavigableSet<String> titles,
    SortedMap<String, NavigableSet<String>> skillsByTitle,
    SortedMap<String, NavigableSet<String>> nextByTitle) {
  public Contribution {
    titles = Collections.unmodifiableNavigableSet(new TreeSet<>(titles));
    skillsByTitle = Collections.unmodifiableSortedMap(new TreeMap<>(skillsByTitle));
    nextByTitle = Collections.unmodifiableSortedMap(new TreeMap<>(nextByTitle));
  }

  /// The contribution of one member.
  ///
  /// @param rows of one member, in any order; those not for other machine learning are passed over
  public static Contribution of(List<CorpusRow> rows) {
    long members = rows.stream().map(CorpusRow::member).distinct().count();
    if (members > 1) {
      throw new IllegalArgumentException("a contribution is of one member, got rows of " + members);
    }
    List<CorpusRow> jobs = ofCategory(rows, Category.PROFILE_POSITION);
    NavigableSet<String> titles = values(jobs, Fields.TITLE);
    NavigableSet<String> skills = values(ofCategory(rows, Category.PROFILE_SKILL), Fields.NAME);
    SortedMap<String, NavigableSet<String>> skillsByTitle = new TreeMap<>();
    if (!skills.isEmpty()) {
      titles.forEach(title -> skillsByTitle.put(title, skills));
    }
    return new Contribution(titles, skillsByTitle, nextByTitle(jobs));
  }

  /// Contributions by member, from the rows of many.
  public static SortedMap<MemberId, Contribution> byMember(List<CorpusRow> rows) {
    Map<MemberId, List<CorpusRow>> byMember =
        rows.stream().collect(Collectors.groupingBy(CorpusRow::member));
    SortedMap<MemberId, Contribution> contributions = new TreeMap<>();
    byMember.forEach((member, own) -> contributions.put(member, of(own)));
    return contributions;
  }

  private static List<CorpusRow> ofCategory(List<CorpusRow> rows, Category category) {
    return rows.stream()
        .filter(row -> row.purpose() == Purpose.OTHER_ML && row.category() == category)
        .toList();
  }

  private static NavigableSet<String> values(List<CorpusRow> rows, String field) {
    NavigableSet<String> values = new TreeSet<>();
    rows.forEach(row -> value(row, field).ifPresent(values::add));
    return values;
  }

  private static Optional<String> value(CorpusRow row, String field) {
    return Optional.ofNullable(row.fields().get(field))
        .map(Contribution::normal)
        .filter(value -> !value.isEmpty());
  }

  /// How titles and skills are compared: NFKC, lower case, single spaces.
  static String normal(String value) {
    return Normalizer.normalize(value, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("\\s+", " ");
  }

  /// Jobs that began at one instant all follow each of those that began at the instant before.
  private static SortedMap<String, NavigableSet<String>> nextByTitle(List<CorpusRow> jobs) {
    SortedMap<Instant, NavigableSet<String>> byStart = new TreeMap<>();
    for (CorpusRow job : jobs) {
      if (job.createdAt().isPresent()) {
        NavigableSet<String> titles =
            byStart.computeIfAbsent(job.createdAt().get(), start -> new TreeSet<>());
        value(job, Fields.TITLE).ifPresent(titles::add);
      }
    }
    byStart.values().removeIf(NavigableSet::isEmpty);
    SortedMap<String, NavigableSet<String>> next = new TreeMap<>();
    NavigableSet<String> before = new TreeSet<>();
    for (NavigableSet<String> now : byStart.values()) {
      for (String title : before) {
        NavigableSet<String> followers = new TreeSet<>(now);
        followers.remove(title);
        if (!followers.isEmpty()) {
          next.computeIfAbsent(title, t -> new TreeSet<>()).addAll(followers);
        }
      }
      before = now;
    }
    return next;
  }
}
