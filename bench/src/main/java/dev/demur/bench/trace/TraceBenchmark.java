package dev.demur.bench.trace;

import dev.demur.bench.Benchmark;
import dev.demur.bench.Folders;
import dev.demur.bench.Latencies;
import dev.demur.bench.ProcessCpu;
import dev.demur.model.CorpusRow;
import dev.demur.trace.Segment;
import dev.demur.trace.Span;
import dev.demur.trace.TraceIndex;
import dev.demur.trace.TraceView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The index of whose words are whose: bytes for each word, words indexed a second, and how soon a
/// text of 100 words is answered, all its stretches with the members who support them.
///
/// Half of the texts asked about are in the corpus, half are not.
public final class TraceBenchmark implements Benchmark {
  private static final long SEED = 5;
  private static final int SEGMENTS = 16;
  private static final int WORDS_ASKED = 100;
  private static final int GUARDED_WORDS = 6;
  private static final int MEMBERS = 10;

  @Override
  public String name() {
    return "trace";
  }

  @Override
  public String description() {
    return "whose words are these: size of the index, building and asking";
  }

  private record Size(int words, int queries) {
    static Size of(Effort effort) {
      return effort == Effort.FULL ? new Size(20_000_000, 4_000) : new Size(2_000_000, 1_000);
    }
  }

  @Override
  public Report run(Effort effort) throws IOException {
    Size size = Size.of(effort);
    Path folder = Files.createTempDirectory("demur-bench-trace");
    try {
      List<Row> rows = new ArrayList<>();
      List<String> queries = new ArrayList<>();
      TraceIndex index = TraceIndex.open(build(folder, size, queries, rows));
      ask(index.view(), queries, new Latencies());
      Latencies asked = new Latencies();
      double cpu = ProcessCpu.seconds();
      long found = ask(index.view(), queries, asked);
      cpu = ProcessCpu.seconds() - cpu;
      rows.add(new Row("100 words asked, median", asked.millis(0.5), "ms"));
      rows.add(new Row("100 words asked, p99", asked.millis(0.99), "ms"));
      rows.add(new Row("100 words asked, slowest", asked.millis(1), "ms"));
      rows.add(new Row("CPU for each", 1e3 * cpu / asked.count(), "ms"));
      return new Report(
          name(),
          rows,
          List.of(
              String.format(
                  Locale.ROOT,
                  "%,d words in %d segments; %,d texts asked after as many to warm up, %,d stretches found;"
                      + " one thread, segments opened and checked before",
                  size.words(),
                  SEGMENTS,
                  asked.count(),
                  found)));
    } finally {
      Folders.delete(folder);
    }
  }

  private static List<Path> build(Path folder, Size size, List<String> queries, List<Row> rows)
      throws IOException {
    Writings writings = new Writings(SEED);
    List<Path> files = new ArrayList<>();
    long words = 0;
    long bytes = 0;
    double cpu = 0;
    int members = 0;
    for (int i = 0; i < SEGMENTS; i++) {
      System.err.printf(Locale.ROOT, "segment %d of %d%n", i + 1, SEGMENTS);
      List<CorpusRow> texts = writings.rows(members, size.words() / SEGMENTS);
      members += texts.size();
      Path file = folder.resolve("s" + i + ".seg");
      double start = ProcessCpu.seconds();
      Segment.write(file, texts);
      cpu += ProcessCpu.seconds() - start;
      words += Segment.open(file).words();
      bytes += Files.size(file);
      files.add(file);
      for (int query = 0; query < size.queries() / SEGMENTS / 2; query++) {
        queries.add(asked(texts, query));
        queries.add(writings.text(WORDS_ASKED));
      }
    }
    rows.add(new Row("index, for each word", (double) bytes / words, "bytes"));
    rows.add(new Row("built", words / cpu, "words/CPU-s"));
    return files;
  }

  /// Texts one behind the other, 100 words of them.
  private static String asked(List<CorpusRow> texts, int query) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      text.append(texts.get((query * 31 + i * 17) % texts.size()).text()).append(' ');
    }
    String[] words = text.toString().split(" ", WORDS_ASKED + 1);
    return String.join(" ", List.of(words).subList(0, Math.min(words.length, WORDS_ASKED)));
  }

  private static long ask(TraceView view, List<String> queries, Latencies latencies) {
    long found = 0;
    for (String query : queries) {
      long start = System.nanoTime();
      for (Span span : view.spans(query, GUARDED_WORDS)) {
        found += view.support(span.words(), MEMBERS) > 0 ? 1 : 0;
      }
      latencies.add(System.nanoTime() - start);
    }
    return found;
  }
}
