package dev.demur.home;

import dev.demur.corpus.build.CorpusSummary;
import dev.demur.learn.statistics.CareerStatistics;
import dev.demur.learn.statistics.Contribution;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// All that is made from the corpus, taken from its table in one pass.
///
/// @param summary of the table
/// @param texts rows that models learn to write from, of the members who were wanted
/// @param careers of everyone
/// @param findable what members may be found by, of those who were wanted and may be
/// @param leaves what each member's rows come to in the content root
record Material(
    CorpusSummary summary,
    List<CorpusRow> texts,
    CareerStatistics careers,
    SortedMap<MemberId, String> findable,
    SortedMap<MemberId, String> leaves) {
  static Material of(Home home) {
    return of(home, member -> true);
  }

  /// The same, with the texts of some members only; the rest is of everyone.
  static Material of(Home home, Predicate<MemberId> wanted) {
    List<CorpusRow> texts = new ArrayList<>();
    CareerStatistics careers = CareerStatistics.empty();
    SortedMap<MemberId, String> findable = new TreeMap<>();
    SortedMap<MemberId, String> leaves = new TreeMap<>();
    CorpusSummary summary =
        CorpusSummary.of(
            home.corpus(),
            (holder, rows, leaf) -> {
              leaves.put(holder, leaf);
              careers.add(Contribution.of(rows));
              if (wanted.test(holder)) {
                rows.stream().filter(Material::isText).forEach(texts::add);
                MemberSearch.textOf(holder, rows).ifPresent(text -> findable.put(holder, text));
              }
            });
    return new Material(summary, texts, careers, findable, leaves);
  }

  static boolean isText(CorpusRow row) {
    return row.purpose() == Purpose.CONTENT_GENERATION && !row.text().isEmpty();
  }
}
