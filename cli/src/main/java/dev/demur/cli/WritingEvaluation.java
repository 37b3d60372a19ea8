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
            + "without members' data and against counts of words; and with 1, 5 and 20 % of members gone.",
    footer = {
      "",
      "Example: demur evaluate writing --posts ../shared/data/eval/posts_by_author.jsonl"
    })
final class WritingEvaluation implements Callable<Integer> {
  private static final byte[] KEY =
      "a key for measurements, nobody's secret".getBytes(StandardCharsets.UTF_8);
  private static final int PARTS = 10;
  private static final int MEASURED = 2;
  private static final List<Double> LEAVING = List.of(0.01, 0.05, 0.20);
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
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the sample network.")
  long seed = 1;

  @Option(names = "--base", paramLabel = "DIR", description = "Default: the one that ships.")
  @Nullable Path base;

  @Option(names = "--threads", paramLabel = "N", description = "Default: all cores.")
  int threads = Runtime.getRuntime().availableProcessors();

  /// One line of the answer.
  private record Line(String what, String by, Measured measured) {}

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
    Table table = new Table("what", "by", "texts", "spared", "95 %", "exact, 1 to 5 words");
    lines.forEach(line ->
        table.row(
            line.what(),
            line.by(),
            line.measured().texts(),
            percent(line.measured().spared().value()),
            interval(line.measured().spared()),
            line.measured().exact().values().stream()
                .map(Share::value)
                .map(WritingEvaluation::percent)
                .collect(Collectors.joining(" "))));
    common.output().result(Output.object("lines", lines), table.toString());
    return ExitCode.DONE;
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
    type(measured, "counts of words", (writer, category, typed) -> counts.after(typed), lines);
    type(measured, "base without members", service(loaded, loaded.model(), List.of()), lines);
    type(measured, "trained on members", trained(loaded, trained), lines);
    for (double share : LEAVING) {
      List<CorpusRow> left =
          trained.stream().filter(row -> part(row.member(), 1000) >= 1000 * share).toList();
      type(measured, "%.0f %% of them gone".formatted(100 * share), trained(loaded, left), lines);
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
    AdapterQuality quality =
        new AdapterQuality(loaded, AdapterSettings.standard(), KEY, withText, List.of());
    common.output().info("training on %,d rows".formatted(withText.size()));
    try (Workers workers = Workers.of(threads)) {
      LlamaModel model = quality.train(4, 4, threads).mean().mergedInto(loaded.model(), 1, workers);
      return service(loaded, model, rows);
    }
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
            Terms.inRows(rows.stream()));
    SuggestionService service = new SuggestionService(learned, (asker, shown) -> {}, () -> "id");
    return (writer, category, typed) ->
        service.complete(writer, category, typed, 1).suggestions().stream()
            .map(Suggestion::text)
            .toList();
  }
}
