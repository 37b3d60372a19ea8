package dev.demur.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.archive.sample.SampleNetwork;
import dev.demur.archive.sample.SampleSettings;
import dev.demur.corpus.build.CorpusBuild.Texts;
import dev.demur.corpus.build.LocalEngine;
import dev.demur.home.Building;
import dev.demur.home.Building.Manner;
import dev.demur.home.Home;
import dev.demur.home.Importing;
import dev.demur.home.Notices;
import dev.demur.home.Progress;
import dev.demur.home.Snapshot;
import dev.demur.program.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkEngineTest {
  private static final Instant NOTICE = Instant.parse("2025-09-18T09:00:00Z");
  private static final Instant AS_OF = Instant.parse("2025-12-01T00:00:00Z");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-15T10:00:00Z"));
  private static final Program PROGRAM = Program.shipped("linkedin-2025").orElseThrow();

  @TempDir private Path folder;

  @Test
  void sparkComesToTheCorpusThatThreadsComeTo() throws Exception {
    try (Home home = home()) {
      Outcome here = build(home, new Manner(new LocalEngine(2), Texts.TAKEN_OVER));
      assertThat(here.in()).isPositive();
      home.corpus().erase(home.corpus().holders());
      Outcome again = build(home, new Manner(new SparkEngine("local[2]"), Texts.TAKEN_OVER));
      assertThat(again).isEqualTo(here);
      assertThat(home.corpus().contentRoot()).isEqualTo(here.root());
      assertThat(build(home, new Manner(new LocalEngine(1), Texts.TAKEN_OVER)).made()).isZero();
    }
  }

  private Home home() throws Exception {
    SampleNetwork.write(new SampleSettings(10, 3), folder.resolve("network"));
    Path key = Files.writeString(folder.resolve("key"), "a key for tests that nobody must use");
    Home home = Home.open(folder.resolve("home"), CLOCK, Optional.of(key));
    Path facts = folder.resolve("network/members.jsonl");
    try (Stream<Path> archives = Files.list(folder.resolve("network/archives"))) {
      List<Path> all = archives.sorted().toList();
      Importing.run(home, all, Optional.of(facts), Optional.empty(), Progress.NONE);
    }
    Notices.send(home, PROGRAM, Optional.of(NOTICE));
    return home;
  }

  /// What a build came to; a build is an entry of the ledger, and where it stands there differs.
  private record Outcome(String root, long in, long out, Map<String, Long> reasons, long made) {}

  private static Outcome build(Home home, Manner manner) {
    Optional<Instant> at = Optional.of(AS_OF);
    Building.Built built =
        Building.run(home, PROGRAM, () -> Path.of("unused"), at, manner, Progress.NONE);
    Snapshot snapshot = built.snapshot();
    return new Outcome(
        snapshot.contentRoot(), snapshot.in(), snapshot.out(), snapshot.reasons(), built.made());
  }
}
