package dev.demur.cli;

import dev.demur.assist.privacy.PrivacyEvaluation;
import dev.demur.assist.privacy.PrivacyPage;
import dev.demur.assist.privacy.PrivacyReport;
import dev.demur.assist.privacy.PrivacyTables;
import dev.demur.home.InputRefused;
import dev.demur.learn.adapter.AdapterSettings;
import dev.demur.learn.file.AtomicFile;
import dev.demur.learn.privacy.PrivacySettings;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "privacy",
    description = {
      "What trained adapters give away about members, before a removal, after it, and of a model that",
      "never saw them: canaries, extraction, membership inference; see docs/privacy.md."
    },
    footer = {
      "",
      "Examples:",
      "  demur evaluate privacy --short",
      "  demur evaluate privacy --posts posts.jsonl --work ./shadows --out ./privacy"
    })
final class PrivacyEvaluationCommand implements Callable<Integer> {
  private static final List<Integer> REPEATS = List.of(1, 2, 4, 16);

  /// Shorter texts say little about whoever wrote them.
  private static final int SHORTEST = 80;

  /// Not everybody in a sample network writes that much.
  private static final double SAMPLED_FOR_ONE = 1.5;

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--posts",
      paramLabel = "FILE",
      description =
          "Public posts, JSON Lines {\"author\",\"id\",\"text\"}; default: a sample network.")
  @Nullable Path posts;

  @Option(names = "--members", paramLabel = "N", description = "Default: 128; short: 32.")
  @Nullable Integer members;

  @Option(
      names = "--texts-each",
      paramLabel = "N",
      description = "At most so many of each member (default: 2).")
  @Nullable Integer textsEach;

  @Option(
      names = "--longest",
      paramLabel = "N",
      description = "Characters after which a text is cut (default: 600; short: 200).")
  @Nullable Integer longest;

  @Option(
      names = "--shadows",
      paramLabel = "N",
      description = "Shadow models (default: 64; short: 8).")
  @Nullable Integer shadows;

  @Option(names = "--shards", paramLabel = "S", description = "Default: 4; short: 2.")
  @Nullable Integer shards;

  @Option(names = "--slices", paramLabel = "R", description = "Default: 4; short: 2.")
  @Nullable Integer slices;

  @Option(
      names = "--alternatives",
      paramLabel = "N",
      description = "Sentences each canary is ranked among (default: 511; short: 127).")
  @Nullable Integer alternatives;

  @Option(
      names = "--beams",
      paramLabel = "N",
      defaultValue = "4",
      description = "Continuations kept in a search (default: ${DEFAULT-VALUE}).")
  int beams = 4;

  @Option(
      names = "--leavers",
      paramLabel = "N",
      description = "Members who leave (default: 16; short: 4).")
  @Nullable Integer leavers;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description =
          "How often each slice is read, to see what more would do (default: as trained).")
  @Nullable Integer epochs;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The same report for the same seed (default: ${DEFAULT-VALUE}).")
  long seed = 1;

  @Option(names = "--short", description = "A small run, for a first look: a minute or two.")
  boolean shortRun;

  @Option(names = "--base", paramLabel = "DIR", description = "Default: the one that ships.")
  @Nullable Path base;

  @Option(names = "--threads", paramLabel = "N", description = "Default: all cores.")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description =
          "What is measured of each shadow model is kept here; a run that was stopped goes on.")
  @Nullable Path work;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Writes report.json, report.html and report.txt.")
  @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Output output = common.output();
    List<CorpusRow> rows = chosen(rows(output));
    PrivacyReport report = work == null ? inPassing(rows, output) : run(rows, work, output);
    String text = text(report);
    if (out != null) {
      AtomicFile.writeString(out.resolve("report.json"), Output.JSON.writeValueAsString(report));
      AtomicFile.writeString(out.resolve("report.html"), PrivacyPage.of(report));
      AtomicFile.writeString(out.resolve("report.txt"), text + "\n");
      output.info("the report is in " + out);
    }
    output.result(report, text);
    return report.removal().equal() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private PrivacyReport inPassing(List<CorpusRow> rows, Output output) throws IOException {
    Path folder = Files.createTempDirectory("demur-privacy");
    try {
      return run(rows, folder, output);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private PrivacyReport run(List<CorpusRow> rows, Path folder, Output output) throws IOException {
    Files.createDirectories(folder);
    try {
      return new PrivacyEvaluation(
              dev.demur.learn.base.Base.load(Base.folder(base)),
              posts == null ? "sample network, seed " + seed : "posts by author",
              rows,
              settings(),
              folder,
              threads,
              (done, total) -> output.progress().at("training and measuring models", done, total))
          .run();
    } catch (IllegalArgumentException e) {
      throw new InputRefused(String.valueOf(e.getMessage()), e);
    }
  }

  private PrivacySettings settings() {
    AdapterSettings product = AdapterSettings.standard();
    AdapterSettings adapter = epochs == null ? product : product.withEpochs(epochs);
    return new PrivacySettings(
        adapter,
        either(shards, 4, 2),
        either(slices, 4, 2),
        either(shadows, 64, 8),
        REPEATS,
        either(alternatives, 511, 127),
        beams,
        either(leavers, 16, 4),
        shortRun ? 100 : 500,
        seed);
  }

  private int either(@Nullable Integer given, int usual, int ofShortRun) {
    return given != null ? given : shortRun ? ofShortRun : usual;
  }

  private List<CorpusRow> rows(Output output) throws IOException {
    if (posts != null) {
      return new PostsFile(posts, Integer.MAX_VALUE, Integer.MAX_VALUE).rows();
    }
    int sampled = (int) Math.ceil(SAMPLED_FOR_ONE * either(members, 128, 32));
    return SampleCorpus.rows(sampled, seed, threads, output.progress());
  }

  /// As many members as asked for, in the order of their ids, with a few texts each.
  private List<CorpusRow> chosen(List<CorpusRow> rows) {
    SortedMap<MemberId, List<CorpusRow>> byMember = new TreeMap<>();
    for (CorpusRow row : rows) {
      List<CorpusRow> own = byMember.computeIfAbsent(row.member(), member -> new ArrayList<>());
      if (row.text().length() >= SHORTEST && own.size() < either(textsEach, 2, 2)) {
        own.add(cut(row));
      }
    }
    return byMember.values().stream()
        .filter(own -> !own.isEmpty())
        .limit(either(members, 128, 32))
        .flatMap(List::stream)
        .toList();
  }

  private CorpusRow cut(CorpusRow row) {
    int end = Math.min(row.text().length(), either(longest, 600, 200));
    return new CorpusRow(
        row.member(),
        row.record(),
        row.purpose(),
        row.category(),
        row.createdAt(),
        row.text().substring(0, end),
        row.fields());
  }

  private static String text(PrivacyReport report) {
    return PrivacyTables.of(report).stream()
            .map(PrivacyEvaluationCommand::text)
            .collect(Collectors.joining("\n\n"))
        + "\n\n"
        + PrivacyPage.verdict(report);
  }

  private static String text(PrivacyTables tables) {
    Table table = new Table(tables.columns().toArray(String[]::new));
    tables.rows().forEach(row -> table.row(row.toArray()));
    return tables.heading() + "\n" + table;
  }
}
