package dev.demur.bench.corpus;

import dev.demur.bench.Benchmark;
import dev.demur.bench.Folders;
import dev.demur.bench.ProcessCpu;
import dev.demur.corpus.build.CorpusBuild.Texts;
import dev.demur.corpus.dedup.NearDuplicates;
import dev.demur.corpus.redact.Redactor;
import dev.demur.corpus.screen.SpecialCategoryScreen;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/// Megabytes of text a second of CPU, by stage, everything read from and written to disk; and the
/// heap that a build holds, for texts of two sizes.
///
/// CPU of the whole process counts: collectors and compilers included.
public final class CorpusBenchmark implements Benchmark {
  private static final long SEED = 7;
  private static final double MEGABYTE = 1e6;
  private static final int ROUNDS = 5;
  private static final int MUCH_LARGER = 20;

  private final List<Row> rows = new ArrayList<>();

  @Override
  public String name() {
    return "corpus";
  }

  @Override
  public String description() {
    return "redaction, screen, near-duplicates and whole builds: MB of text for a second of CPU";
  }

  @Override
  public Report run(Effort effort) throws IOException {
    long size = effort == Effort.FULL ? 100_000_000 : 20_000_000;
    int larger = effort == Effort.FULL ? 4 : 2;
    Path folder = Files.createTempDirectory("demur-bench");
    rows.clear();
    try {
      List<String> sentences = GeneratedTexts.sentences(folder.resolve("network"), SEED);
      onLines(folder, sentences, size);
      onTables(folder.resolve("one"), sentences, size);
      heap(folder.resolve("larger"), sentences, size * larger);
      heapOfNearDuplicates(folder, sentences, size);
      heapOfNearDuplicates(folder, sentences, size * MUCH_LARGER);
    } finally {
      Folders.delete(folder);
    }
    return new Report(
        name(),
        rows,
        List.of(
            "%,d MB out of the sentences of a sample network, read from and written to files"
                .formatted(size / 1_000_000),
            "warm: the median of %d rounds over the same file after the first".formatted(ROUNDS),
            "a second of CPU counts all threads of the process, collectors and compilers included",
            "measured elsewhere, one thread: datatrove e-mail and IP 9.8, near-duplicates 0.51 MB"));
  }

  private void onLines(Path folder, List<String> sentences, long size) throws IOException {
    Path in = folder.resolve("texts.txt");
    Path out = folder.resolve("out.txt");
    new GeneratedTexts(sentences, SEED).write(in, size);
    UnaryOperator<String> redaction = text -> Redactor.redact(text).text();
    lines("redaction of all types", in, out, redaction);
    UnaryOperator<String> screen = text -> SpecialCategoryScreen.find(text).isPresent() ? "" : text;
    lines("screen of special categories", in, out, screen);
    try (NearDuplicates seen = new NearDuplicates(folder)) {
      perSecond("near-duplicates", in, out, text -> seen.isNew(text) ? text : "");
    }
    Files.delete(in);
    Files.delete(out);
  }

  /// One stage: what it takes with compiling it, and what it takes once that is done.
  private void lines(String stage, Path in, Path out, UnaryOperator<String> work)
      throws IOException {
    perSecond(stage + ", from a cold start", in, out, work);
    List<Row> warm = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      perSecond(stage + ", warm", in, out, work);
      warm.add(rows.removeLast());
    }
    warm.sort(Comparator.comparingDouble(Row::value));
    rows.add(warm.get(ROUNDS / 2));
  }

  /// One stage on lines of text, from file to file.
  private void perSecond(String stage, Path in, Path out, UnaryOperator<String> work)
      throws IOException {
    long start = ProcessCpu.nanos();
    long characters = 0;
    try (BufferedReader lines = Files.newBufferedReader(in);
        BufferedWriter made = Files.newBufferedWriter(out)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        characters += line.length();
        made.write(work.apply(line));
        made.newLine();
      }
    }
    perSecond(stage, characters, start);
  }

  private void onTables(Path folder, List<String> sentences, long size) throws IOException {
    Files.createDirectories(folder);
    try (Pipeline pipeline = new Pipeline(folder)) {
      long start = ProcessCpu.nanos();
      long stored = pipeline.store(new GeneratedTexts(sentences, SEED), size);
      perSecond("storing records in their table", stored, start);
      start = ProcessCpu.nanos();
      pipeline.read();
      perSecond("  of a build: reading the records", stored, start);
      long begin = ProcessCpu.nanos();
      pipeline.build(Texts.ALL_ANEW, 1);
      perSecond("build: decide, redact, screen, write, root", stored, begin);
      start = ProcessCpu.nanos();
      long left = pipeline.unlike();
      perSecond("near-duplicates, from the table", stored, start);
      perSecond("whole pipeline: the build and near-duplicates", stored, begin);
      start = ProcessCpu.nanos();
      pipeline.build(Texts.ALL_ANEW, 1);
      pipeline.unlike();
      perSecond("whole pipeline, the second time", stored, start);
      rows.add(new Row("texts left", left, "texts"));
      start = ProcessCpu.nanos();
      long made = pipeline.build(Texts.TAKEN_OVER, 1).made();
      perSecond("build again, nothing changed", stored, start);
      rows.add(new Row("texts made by it", made, "texts"));
      heapOfBuild(pipeline, stored);
    }
  }

  private void heap(Path folder, List<String> sentences, long size) throws IOException {
    Files.createDirectories(folder);
    try (Pipeline pipeline = new Pipeline(folder)) {
      long stored = pipeline.store(new GeneratedTexts(sentences, SEED), size);
      heapOfBuild(pipeline, stored);
    }
  }

  private void heapOfBuild(Pipeline pipeline, long stored) {
    double live;
    try (LiveHeap heap = new LiveHeap()) {
      pipeline.build(Texts.ALL_ANEW, 1);
      live = heap.largest() / MEGABYTE;
    }
    rows.add(
        new Row(
            "live heap of a build of %,d MB".formatted(stored / 1_000_000), live, "MB at most"));
  }

  private void heapOfNearDuplicates(Path folder, List<String> sentences, long size) {
    GeneratedTexts texts = new GeneratedTexts(sentences, SEED);
    long seconds = ProcessCpu.nanos();
    long done = 0;
    double live;
    try (NearDuplicates seen = new NearDuplicates(folder);
        LiveHeap heap = new LiveHeap()) {
      while (done < size) {
        String text = texts.next();
        seen.isNew(text);
        done += text.length();
      }
      live = heap.largest() / MEGABYTE;
    }
    System.err.printf("near-duplicates: %.1f CPU-s%n", (ProcessCpu.nanos() - seconds) / 1e9);
    rows.add(
        new Row(
            "live heap of near-duplicates in %,d MB".formatted(size / 1_000_000),
            live,
            "MB at most"));
  }

  private void perSecond(String stage, long characters, long start) {
    double seconds = (ProcessCpu.nanos() - start) / 1e9;
    System.err.printf("%s: %.1f CPU-s%n", stage, seconds);
    rows.add(new Row(stage, characters / MEGABYTE / seconds, "MB/CPU-s"));
  }
}
