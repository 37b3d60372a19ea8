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

/// All that is made from the corpus, taken from its table in one pass.
///
/// @param summary of the table
/// @param texts rows that models learn to write from
/// @param careers of everyone
/// @param findable what members may be found by, of those who may be
record Material(
    CorpusSummary summary,
    List<CorpusRow> texts,
    CareerStatistics careers,
    SortedMap<MemberId, String> findable) {
  static Material of(Home home) {
    List<CorpusRow> texts = new ArrayList<>();
    CareerStatistics careers = CareerStatistics.empty();
    SortedMap<MemberId, String> findable = new TreeMap<>();
    CorpusSummary summary =
        CorpusSummary.of(
            home.corpus(),
            (holder, rows) -> {
              rows.stream().filter(Material::isText).forEach(texts::add);
              careers.add(Contribution.of(rows));
              MemberSearch.textOf(holder, rows).ifPresent(text -> findable.put(holder, text));
            });
    return new Material(summary, texts, careers, findable);
  }

  static boolean isText(CorpusRow row) {
    return row.purpose() == Purpose.CONTENT_GENERATION && !row.text().isEmpty();
  }
}
