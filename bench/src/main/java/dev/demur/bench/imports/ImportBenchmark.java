package dev.demur.bench.imports;

import dev.demur.archive.ArchiveReader;
import dev.demur.archive.sample.SampleFormat;
import dev.demur.bench.Benchmark;
import dev.demur.bench.Folders;
import dev.demur.home.Home;
import dev.demur.home.Importing;
import dev.demur.home.Progress;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  private static final String UNIT = "MB/s per core";

  private final List<Row> rows = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

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
    Scale scale = effort == Effort.FULL ? Scale.FULL : Scale.SHORT;
    Path folder = Files.createTempDirectory("demur-bench");
    try {
      for (SampleFormat format : FORMATS) {
        LargeArchive archive = LargeArchive.make(format, scale.members(), folder);
        measure(archive, scale, folder);
        Folders.delete(folder);
        Files.createDirectories(folder);
      }
    } finally {
      Folders.delete(folder);
    }
    remarks.add(
        "a core is a second of CPU of the whole process, so garbage collection and compiling count;"
            + " MB are millions of bytes unpacked; best of %d rounds, each over %d MB, after warming up"
                .formatted(scale.rounds(), scale.megabytes()));
    remarks.add(
        "an archive is one member's, who did what %,d sample members did"
            .formatted(scale.members()));
    remarks.add(
        "both read the same unpacked files; Demur checks them whole and writes every part of every"
            + " record as JSON Lines; DuckDB (%s, one thread) has them described to it and writes every"
                .formatted(DuckDb.version())
            + " value as CSV or JSON; it makes no records, finds no people and no times");
    return new Report(name(), rows, remarks);
  }

  private void measure(LargeArchive archive, Scale scale, Path folder)
      throws IOException, SQLException {
    String what = words(archive.format());
    Path out = folder.resolve("records.jsonl");
    long[] records = new long[1];
    Runnable demur = () -> records[0] = toRecords(archive.unpacked(), HOLDER, out);
    double speed = scale.best(archive.bytes(), demur);
    row(what + ", to records written", speed, UNIT);
    peer(archive, scale, folder, what, speed);
    double zipped = scale.best(archive.bytes(), () -> toRecords(archive.zip(), HOLDER, out));
    row(what + ", the same from its zip", zipped, UNIT);
    if (archive.format() == SampleFormat.LINKEDIN) {
      double small = scale.best(archive.bytes(), () -> eachToRecords(archive.network(), out));
      row(what + ", each member's own archive", small, UNIT);
    }
    double stored = scale.once(archive.bytes(), () -> store(archive.zip(), folder.resolve("home")));
    row(what + ", stored in a home", stored, UNIT);
    remarks.add(
        "%s: %.1f MB in %d files, %,d records"
            .formatted(what, archive.bytes() / 1e6, archive.files().size(), records[0]));
  }

  private void peer(LargeArchive archive, Scale scale, Path folder, String what, double demur)
      throws IOException, SQLException {
    try (var duck = new DuckDb(archive.files(), folder)) {
      double peer = scale.best(archive.bytes(), duck::readAndWrite);
      row(what + ", DuckDB, to values written", peer, UNIT);
      row(what + ", Demur to DuckDB", demur / peer, "times");
    } catch (DuckDb.Failed e) {
      remarks.add("%s: %s".formatted(what, e.getMessage()));
    }
  }

  private void row(String what, double value, String unit) {
    System.err.printf(Locale.ROOT, "%s: %.1f %s%n", what, value, unit);
    rows.add(new Row(what, value, unit));
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
}
