package dev.demur.bench.imports;

import dev.demur.archive.ArchiveReader;
import dev.demur.archive.sample.SampleFormat;
import dev.demur.bench.Benchmark;
import dev.demur.bench.Folders;
import dev.demur.bench.ProcessCpu;
import dev.demur.home.Home;
import dev.demur.home.Importing;
import dev.demur.home.Progress;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Megabytes of archives a second, to records written and into a home, beside DuckDB's readers of
/// CSV and JSON on the same files in the same run.
public final class ImportBenchmark implements Benchmark {
  private static final List<SampleFormat> FORMATS =
      List.of(
          SampleFormat.LINKEDIN,
          SampleFormat.X,
          SampleFormat.FACEBOOK,
          SampleFormat.INSTAGRAM,
          SampleFormat.MASTODON);
  private static final Optional<MemberId> HOLDER = Optional.of(new MemberId("bench"));
  private static final int ROUNDS = 4;
  private static final String UNIT = "MB/s per core";

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String description() {
    return "MB of archives a second to records, and into a home; DuckDB's CSV and JSON readers beside it";
  }

  @Override
  public Report run(Effort effort) throws IOException, SQLException {
    int members = effort == Effort.FULL ? 1_000 : 300;
    Path folder = Files.createTempDirectory("demur-bench");
    List<Row> rows = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    try {
      for (SampleFormat format : FORMATS) {
        LargeArchive archive = LargeArchive.make(format, members, folder);
        measure(archive, effort, folder, rows, remarks);
        Folders.delete(folder);
        Files.createDirectories(folder);
      }
    } finally {
      Folders.delete(folder);
    }
    remarks.add(
        "a core is a second of CPU of the whole process, so garbage collection and compiling count;"
            + " MB are millions of bytes unpacked; best of %d rounds after warming up"
                .formatted(ROUNDS));
    remarks.add(
        "Demur reads the zip, checks it whole, and writes every part of every record as JSON Lines;"
            + " DuckDB (%s, one thread) reads the unpacked files, described to it, and writes every"
                .formatted(DuckDb.version())
            + " value as CSV or JSON; it makes no records, finds no people and no times");
    return new Report(name(), rows, remarks);
  }

  private static void measure(
      LargeArchive archive, Effort effort, Path folder, List<Row> rows, List<String> remarks)
      throws IOException, SQLException {
    String what = words(archive.format());
    long bytes = archive.bytes();
    Path out = folder.resolve("records.jsonl");
    long[] records = new long[1];
    double demur =
        best(bytes, warmUp(effort), () -> records[0] = toRecords(archive.zip(), HOLDER, out));
    rows.add(new Row(what + ", to records written", demur, UNIT));
    double peer;
    try (var duck = new DuckDb(archive.files(), folder)) {
      peer = best(bytes, Duration.ZERO, duck::readAndWrite);
    }
    rows.add(new Row(what + ", DuckDB, to values written", peer, UNIT));
    rows.add(new Row(what + ", Demur to DuckDB", demur / peer, "times"));
    if (archive.format() == SampleFormat.LINKEDIN) {
      double small = best(bytes, Duration.ZERO, () -> eachToRecords(archive.network(), out));
      rows.add(new Row(what + ", each member's own archive", small, UNIT));
    }
    double stored = best(bytes, warmUp(effort), () -> store(archive.zip(), folder.resolve("home")));
    rows.add(new Row(what + ", stored in a home", stored, UNIT));
    remarks.add(
        "%s: %.1f MB in %d files, %,d records"
            .formatted(what, bytes / 1e6, archive.files().size(), records[0]));
  }

  private static Duration warmUp(Effort effort) {
    return Duration.ofSeconds(effort == Effort.FULL ? 20 : 5);
  }

  private static String words(SampleFormat format) {
    return switch (format) {
      case LINKEDIN -> "LinkedIn (CSV)";
      case X -> "X (JSON)";
      case FACEBOOK -> "Facebook (JSON)";
      case INSTAGRAM -> "Instagram (JSON)";
      case MASTODON -> "Mastodon (JSON)";
      case WHATSAPP -> "WhatsApp (text)";
      case MIXED -> "mixed";
    };
  }

  private static long toRecords(Path zip, Optional<MemberId> holder, Path out) {
    try (var lines = new RecordLines(out)) {
      new ArchiveReader().read(zip, holder, lines::write);
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + out, e);
    }
  }

  private static void eachToRecords(Path archives, Path out) {
    try (Stream<Path> zips = Files.list(archives)) {
      zips.sorted().forEach(zip -> toRecords(zip, Optional.empty(), out));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + archives, e);
    }
  }

  private static void store(Path zip, Path root) {
    try (Home home = Home.open(root, InstantSource.system(), Optional.empty())) {
      Importing.run(home, List.of(zip), Optional.empty(), HOLDER, Progress.NONE);
    }
    Folders.delete(root);
  }

  /// Megabytes for each second of CPU, the best of some rounds.
  ///
  /// @param warmUp how much CPU is spent before
  private static double best(long bytes, Duration warmUp, Runnable work) {
    long start = ProcessCpu.nanos();
    do {
      work.run();
    } while (ProcessCpu.nanos() - start < warmUp.toNanos());
    double best = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long cpu = ProcessCpu.nanos();
      work.run();
      best = Math.max(best, bytes * 1e3 / (ProcessCpu.nanos() - cpu));
    }
    return best;
  }
}
