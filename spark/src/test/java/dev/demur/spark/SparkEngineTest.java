package dev.demur.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.demur.home.ShardEngine;
import dev.demur.home.ShardWork;
import dev.demur.home.Snapshot;
import dev.demur.home.Training;
import dev.demur.learn.file.Sha256;
import dev.demur.learn.model.LlamaConfig;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.tokenizer.Tokenizer;
import dev.demur.learn.tokenizer.TokenizerTraining;
import dev.demur.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
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
    try (Home home = home("home", CLOCK)) {
      Outcome here = build(home, new Manner(new LocalEngine(2), Texts.TAKEN_OVER));
      assertThat(here.in()).isPositive();
      home.corpus().erase(home.corpus().holders());
      Outcome again = build(home, new Manner(new SparkEngine("local[2]"), Texts.TAKEN_OVER));
      assertThat(again).isEqualTo(here);
      assertThat(home.corpus().contentRoot()).isEqualTo(here.root());
      assertThat(build(home, new Manner(new LocalEngine(1), Texts.TAKEN_OVER)).made()).isZero();
    }
  }

  @Test
  void sparkTrainsShardsToTheBytesThatThisProcessTrainsThemTo() throws Exception {
    SortedMap<String, String> here =
        trained(
            "here",
            shards -> {
              List<ShardWork.Done> done = new ArrayList<>();
              for (ShardWork shard : shards) {
                done.add(shard.answer(Clock.systemUTC()).orThrow());
              }
              return done;
            });
    SortedMap<String, String> spark = trained("spark", new SparkEngine("local[2]"));
    assertThat(spark).isEqualTo(here).hasSize(3 * 2);
  }

  /// The digests of the checkpoints that an engine makes.
  private SortedMap<String, String> trained(String name, ShardEngine engine) throws Exception {
    Path base = tinyBase();
    try (Home home = home(name, Clock.systemUTC())) {
      build(home, new Manner(new LocalEngine(2), Texts.TAKEN_OVER));
      ShardEngine watched =
          shards -> {
            assertThat(engine.run(shards)).extracting(ShardWork.Done::trained).containsOnly(2);
            throw new CancellationException("the shards are trained");
          };
      assertThatThrownBy(() ->
              Training.run(
                  home,
                  base,
                  OptionalInt.of(3),
                  OptionalInt.of(2),
                  new Training.Manner(1, Optional.of(watched)),
                  Progress.NONE))
          .isInstanceOf(CancellationException.class);
    }
    Path adapters = folder.resolve(name).resolve("adapters");
    SortedMap<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(adapters)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(adapters.relativize(file).toString(), Sha256.of(file));
      }
    }
    return digests;
  }

  private Path tinyBase() throws IOException {
    Path base = Files.createDirectories(folder.resolve("base"));
    Tokenizer tokenizer =
        TokenizerTraining.train(Stream.of("We plan the work, and we learn from the work. "), 280);
    tokenizer.save(base.resolve("tokenizer.json"));
    LlamaConfig config = LlamaConfig.small(tokenizer.vocabularySize(), 16, 32, 1, 2, 256);
    LlamaModel.initialise(config, 1).save(base, new TreeMap<>());
    return base;
  }

  private Home home(String name, InstantSource clock) throws Exception {
    if (Files.notExists(folder.resolve("network"))) {
      SampleNetwork.write(new SampleSettings(10, 3), folder.resolve("network"));
    }
    Path key = Files.writeString(folder.resolve("key"), "a key for tests that nobody must use");
    Home home = Home.open(folder.resolve(name), clock, Optional.of(key));
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
