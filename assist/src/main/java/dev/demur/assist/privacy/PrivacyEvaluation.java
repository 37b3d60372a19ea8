package dev.demur.assist.privacy;

import dev.demur.assist.privacy.PrivacyReport.Removal;
import dev.demur.assist.privacy.PrivacyReport.Setup;
import dev.demur.learn.base.Base;
import dev.demur.learn.privacy.CanarySpace;
import dev.demur.learn.privacy.Cohort;
import dev.demur.learn.privacy.Losses;
import dev.demur.learn.privacy.PrivacySettings;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;

/// Measures what adapters give away about those they learnt from.
///
/// Trains shadow models on random halves of the members and attacks each with the help of the
/// others; then trains one more, lets members leave it, trains it without them from the start, and
/// compares. All by seed: equal input gives an equal report, with any number of threads.
public final class PrivacyEvaluation {
  private final Base base;
  private final String data;
  private final PrivacySettings settings;
  private final Cohort cohort;
  private final Models models;
  private final Path work;
  private final Watch watch;

  /// Hears how far an evaluation is.
  @FunctionalInterface
  public interface Watch {
    /// Called before each model and after the last.
    ///
    /// @param done models of `total`
    void at(long done, long total);
  }

  /// An evaluation that is ready to run.
  ///
  /// @param data what the rows are, in words, for the report
  /// @param rows public or generated text of content generation, by author
  /// @param work a folder for models, which are deleted, and for what is measured of them, which
  ///   stays, so that an evaluation that was stopped goes on
  public PrivacyEvaluation(
      Base base,
      String data,
      Collection<CorpusRow> rows,
      PrivacySettings settings,
      Path work,
      int threads,
      Watch watch) {
    this.base = base;
    this.data = data;
    this.settings = settings;
    this.cohort = new Cohort(rows, base.tokenizer(), settings);
    this.models = new Models(base, settings, cohort, work, threads);
    this.work = work;
    this.watch = watch;
  }

  /// Runs all of it.
  public PrivacyReport run() throws IOException {
    int total = settings.shadows() + 3;
    Losses ofBase = models.ofBase();
    List<Measured> shadows = new ArrayList<>();
    for (int i = 0; i < settings.shadows(); i++) {
      watch.at(i, total);
      shadows.add(models.shadow(i));
    }
    Analysis analysis = new Analysis(settings, cohort, ofBase, shadows);
    Removal removal = removal(analysis, total);
    return new PrivacyReport(
        setup(), analysis.attacks(ofBase), analysis.canaries(), analysis.extractions(), removal);
  }

  /// Before and after are one folder: the members leave it as they leave a home, by making again.
  private Removal removal(Analysis analysis, int total) throws IOException {
    Path folder = work.resolve("target");
    Path other = work.resolve("never-saw");
    Models.delete(folder);
    Models.delete(other);
    Cohort.Part whole = cohort.target();
    Cohort.Part rest = whole.without(cohort.leavers());
    SortedSet<MemberId> tried = whole.canaries();
    watch.at(total - 3, total);
    Measured before = models.measure(whole, folder, tried);
    watch.at(total - 2, total);
    Measured after = models.measure(rest, folder, tried);
    watch.at(total - 1, total);
    Measured never = models.measure(rest, other, tried);
    watch.at(total, total);
    Models.delete(folder);
    Models.delete(other);
    return new Removal(
        cohort.leavers().size(),
        after.equals(never),
        List.of(
            analysis.state("before", before),
            analysis.state("after removal", after),
            analysis.state("never saw", never)));
  }

  private Setup setup() {
    List<CorpusRow> texts =
        cohort.members().stream().flatMap(member -> cohort.texts(member).stream()).toList();
    long tokens = texts.stream().mapToLong(row -> base.tokenizer().encode(row.text()).length).sum();
    CanarySpace space = cohort.space();
    String canaries =
        String.format(
            Locale.ROOT,
            "%d words, each drawn from %d; the last %d (%.0f bits) are to be found",
            space.prefixWords() + space.suffixWords(),
            space.words().size(),
            space.suffixWords(),
            space.suffixBits());
    return new Setup(
        base.sha256(),
        base.model().config().parameters(),
        data,
        cohort.members().size(),
        texts.size(),
        tokens,
        settings.shadows(),
        settings.shards(),
        settings.slices(),
        TrainedAdapter.describe(settings.adapter()),
        canaries,
        settings.alternatives(),
        settings.seed(),
        PrivacySettings.CONFIDENCE);
  }
}
