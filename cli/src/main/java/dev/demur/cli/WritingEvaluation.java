package dev.demur.cli;

import dev.demur.assist.Learned;
import dev.demur.assist.Suggestion;
import dev.demur.assist.SuggestionService;
import dev.demur.assist.evaluate.WordCounts;
import dev.demur.assist.evaluate.WritingQuality;
import dev.demur.assist.evaluate.WritingQuality.Completer;
import dev.demur.assist.evaluate.WritingQuality.Measured;
import dev.demur.assist.evaluate.WritingQuality.Share;
import dev.demur.assist.evaluate.WritingQuality.Text;
import dev.demur.assist.generate.TrainedModel;
import dev.demur.assist.ground.Terms;
import dev.demur.assist.guard.Guard;
import dev.demur.assist.pattern.Patterns;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.home.HomeTaxonomies;
import dev.demur.learn.adapter.AdapterQuality;
import dev.demur.learn.adapter.AdapterSettings;
import dev.demur.learn.file.Sha256;
import dev.demur.learn.model.Generator;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.tensor.Workers;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.trace.Segment;
import dev.demur.trace.TraceIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What training on members gives to writing, and what it loses when members leave.
@Command(
    name = "writing",
    description =
        "Keystrokes spared by completion and exact matches, on members never trained on, against the base "
            + "without members' data and against counts of words; and with 1, 5 and 20 %% of members gone.",
    footer = {
      "",
      "Example: demur evaluate writing --posts ../shared/data/eval/posts_by_author.jsonl"
    })
final class WritingEvaluation implements Callable<Integer> {
  private static final byte[] KEY =
      "a key for measurements, nobody's secret".getBytes(StandardCharsets.UTF_8);
  private static final int PARTS = 10;
  private static final int MEASURED = 2;
  private static final String COUNTS = "counts of words";
  private static final String BASE = "base without members";
  private static final String TRAINED = "trained on members";
  private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
  private static final int SHORTEST = 60;

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--posts",
      paramLabel = "FILE",
      description =
          "JSON Lines {\"author\",\"id\",\"text\"}; without it, the sample network alone.")
  @Nullable Path posts;

  @Option(
      names = "--members",
      paramLabel = "N",
      defaultValue = "300",
      description = "Of the sample network; 0 leaves it out (default: ${DEFAULT-VALUE}).")
  int members = 300;

  @Option(
      names = "--texts",
      paramLabel = "N",
      defaultValue = "60",
      description = "Measured of each sort (default: ${DEFAULT-VALUE}).")
  int texts = 60;

  @Option(
      names = "--posts-each",
      paramLabel = "N",
      defaultValue = "2",
      description = "At most so many of each author in FILE (default: ${DEFAULT-VALUE}).")
  int postsEach = 2;

  @Option(
      names = "--leaving",
      paramLabel = "PERCENT",
      split = ",",
      defaultValue = "1,5,20",
      description =
          "How many of those trained on leave, one model each (default: ${DEFAULT-VALUE}).")
  List<Double> leaving = List.of(1.0, 5.0, 20.0);

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "How often each slice is read (default: as the product does).")
  @Nullable Integer epochs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the sample network.")
  long seed = 1;

  @Option(names = "--base", paramLabel = "DIR", description = "Default: the one that ships.")
  @Nullable Path base;

  @Option(names = "--threads", paramLabel = "N", description = "Default: all cores.")
  int threads = Runtime.getRuntime().availableProcessors();

  private record Line(String what, String by, Measured measured) {}

  /// One line of the answer.
  ///
  /// @param compared with the base, or where members have gone with all of them there
  /// @param more is spared than by that
  private record Told(
      String what,
      String by,
      int texts,
      int authors,
      Share spared,
      SortedMap<Integer, Share> exact,
      String compared,
      @Nullable Share more) {}

  @Override
  public Integer call() throws IOException {
    List<Line> lines = new ArrayList<>();
    if (members > 0) {
      measure(
          "sample",
          SampleCorpus.allRows(members, seed, threads, common.output().progress()),
          lines);
    }
    if (posts != null) {
      measure("posts", new PostsFile(posts, postsEach, 3000).rows(), lines);
    }
    List<Told> told = lines.stream().map(line -> told(line, lines)).toList();
    Table table =
        new Table(
            "what", "by", "texts", "authors", "spared", "95 %", "exact, 1 to 5 words", "more than");
    told.forEach(line ->
        table.row(
            line.what(),
            line.by(),
            line.texts(),
            line.authors(),
            percent(line.spared().value()),
            interval(line.spared()),
            line.exact().values().stream()
                .map(Share::value)
                .map(WritingEvaluation::percent)
                .collect(Collectors.joining(" ")),
            line.more() == null
                ? ""
                : "%s: %s (%s)"
                    .formatted(
                        line.compared(), percent(line.more().value()), interval(line.more()))));
    common.output().result(Output.object("lines", told), table.toString());
    return ExitCode.DONE;
  }

  private static Told told(Line line, List<Line> all) {
    String compared = line.by().endsWith("gone") ? TRAINED : BASE;
    @Nullable Share more =
        all.stream()
            .filter(other -> other.what().equals(line.what()) && other.by().equals(compared))
            .filter(other -> !other.equals(line))
            .findFirst()
            .map(other -> line.measured().over(other.measured()))
            .orElse(null);
    Measured measured = line.measured();
    return new Told(
        line.what(),
        line.by(),
        measured.texts(),
        measured.typed().size(),
        measured.spared(),
        measured.exact(),
        more == null ? "" : compared,
        more);
  }

  private static String interval(Share share) {
    return percent(share.interval().low()) + " to " + percent(share.interval().high());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /// Splits authors, trains on some and types the texts of the others.
  private void measure(String corpus, List<CorpusRow> rows, List<Line> lines) throws IOException {
    List<CorpusRow> trained = new ArrayList<>();
    List<CorpusRow> held = new ArrayList<>();
    for (CorpusRow row : rows) {
      (part(row.member(), PARTS) < MEASURED ? held : trained).add(row);
    }
    SortedMap<String, List<Text>> measured = new TreeMap<>();
    measured.put(
        corpus + ": profiles",
        texts(held, Set.of(Category.PROFILE_SUMMARY, Category.PROFILE_HEADLINE)));
    measured.put(corpus + ": posts", texts(held, Set.of(Category.CONTENT_POST)));
    measured.values().removeIf(List::isEmpty);
    var loaded = dev.demur.learn.base.Base.load(Base.folder(base));
    WordCounts counts =
        WordCounts.of(trained.stream().map(CorpusRow::text).filter(t -> !t.isBlank()).toList());
    type(measured, COUNTS, (writer, category, typed) -> counts.after(typed), lines);
    type(measured, BASE, service(loaded, loaded.model(), List.of()), lines);
    type(measured, TRAINED, trained(loaded, trained), lines);
    for (double percent : leaving) {
      List<CorpusRow> left =
          trained.stream().filter(row -> part(row.member(), 1000) >= 10 * percent).toList();
      type(measured, "%.0f %% of them gone".formatted(percent), trained(loaded, left), lines);
    }
  }

  private static int part(MemberId member, int parts) {
    return Math.floorMod(Sha256.of(parts + member.value()).hashCode(), parts);
  }

  private List<Text> texts(List<CorpusRow> rows, Set<Category> categories) {
    Map<MemberId, List<CorpusRow>> byMember =
        rows.stream()
            .collect(Collectors.groupingBy(CorpusRow::member, TreeMap::new, Collectors.toList()));
    List<List<Text>> each = new ArrayList<>();
    byMember.forEach((member, own) ->
        each.add(
            own.stream()
                .filter(
                    row -> categories.contains(row.category()) && row.text().length() >= SHORTEST)
                .map(row -> new Text(without(member, own, row), row.category(), row.text()))
                .toList()));
    List<Text> chosen = new ArrayList<>();
    for (int round = 0; chosen.size() < texts && round < 100; round++) {
      for (List<Text> own : each) {
        if (round < own.size() && chosen.size() < texts) {
          chosen.add(own.get(round));
        }
      }
    }
    return chosen;
  }

  /// What is known of a member but for the text that is typed.
  private static MemberProfile without(MemberId member, List<CorpusRow> own, CorpusRow typed) {
    return MemberProfile.ofRows(
        member, own.stream().filter(row -> !row.record().equals(typed.record())).toList(), NOW);
  }

  private void type(
      Map<String, List<Text>> measured, String by, Completer completer, List<Line> lines) {
    measured.forEach((what, all) -> {
      Line line = new Line(what, by, WritingQuality.of(all, completer));
      common
          .output()
          .info(
              "%s, %s: %s spared, %s"
                  .formatted(
                      what,
                      by,
                      percent(line.measured().spared().value()),
                      interval(line.measured().spared())));
      lines.add(line);
    });
  }

  private Completer trained(dev.demur.learn.base.Base loaded, List<CorpusRow> rows)
      throws IOException {
    List<CorpusRow> withText = rows.stream().filter(row -> !row.text().isBlank()).toList();
    AdapterQuality quality = new AdapterQuality(loaded, settings(), KEY, withText, List.of());
    common.output().info("training on %,d rows".formatted(withText.size()));
    try (Workers workers = Workers.of(threads)) {
      LlamaModel model = quality.train(4, 4, threads).mean().mergedInto(loaded.model(), 1, workers);
      return service(loaded, model, rows);
    }
  }

  private AdapterSettings settings() {
    AdapterSettings usual = AdapterSettings.standard();
    return epochs == null ? usual : usual.withEpochs(epochs);
  }

  /// Completion as members get it.
  private static Completer service(
      dev.demur.learn.base.Base loaded, LlamaModel model, List<CorpusRow> rows) throws IOException {
    Path file = Files.createTempFile("demur-writing", ".seg");
    Segment.write(file, rows);
    TraceIndex index = TraceIndex.open(List.of(file));
    Files.delete(file);
    Learned learned =
        new Learned(
            index,
            Optional.of(new TrainedModel(new Generator(model), loaded.tokenizer())),
            Patterns.mine(rows, Guard.MEMBERS),
            Terms.inRows(rows.stream()).and(HomeTaxonomies.statements(List.of())));
    SuggestionService service = new SuggestionService(learned, (asker, shown) -> {}, () -> "id");
    return (writer, category, typed) ->
        service.complete(writer, category, typed, 1).suggestions().stream()
            .map(Suggestion::text)
            .toList();
  }
}
