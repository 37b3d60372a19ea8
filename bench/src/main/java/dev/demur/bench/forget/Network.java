package dev.demur.bench.forget;

import dev.demur.archive.sample.SampleNetwork;
import dev.demur.archive.sample.SampleSettings;
import dev.demur.home.Building;
import dev.demur.home.Home;
import dev.demur.home.Importing;
import dev.demur.home.Notices;
import dev.demur.home.Progress;
import dev.demur.home.Snapshots;
import dev.demur.learn.model.LlamaConfig;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.tokenizer.Tokenizer;
import dev.demur.model.MemberId;
import dev.demur.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/// A generated network in a home, built and ready to be trained.
///
/// @param base of about a million parameters, as it is before any training: what training costs
///   does not depend on what a model knows
record Network(Home home, Path base) {
  private static final long SEED = 11;
  private static final Instant NOTICE = Instant.parse("2025-09-18T09:00:00Z");
  private static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-15T10:00:00Z"));

  /// Makes a network in a folder, or opens the one that an earlier call made there.
  static Network in(Path folder, int members) throws IOException {
    Path made = folder.resolve("made");
    if (Files.exists(made)) {
      return new Network(open(folder), folder.resolve("base"));
    }
    Network network = fresh(folder, members);
    Files.writeString(made, members + " members\n");
    return network;
  }

  private static Home open(Path folder) {
    return Home.open(folder.resolve("home"), CLOCK, Optional.of(folder.resolve("key")));
  }

  private static Network fresh(Path folder, int members) throws IOException {
    SampleNetwork.write(new SampleSettings(members, SEED), folder.resolve("network"));
    Files.writeString(folder.resolve("key"), "a key for measurements, nobody's secret");
    Home home = open(folder);
    Importing.run(
        home,
        List.of(folder.resolve("network/archives")),
        Optional.of(folder.resolve("network/members.jsonl")),
        Optional.empty(),
        Progress.NONE);
    Program program = Program.shipped("linkedin-2025").orElseThrow();
    Notices.send(home, program, Optional.of(NOTICE));
    Path base = base(folder.resolve("base"));
    Building.run(home, program, () -> base, Optional.of(AS_OF), 2, Progress.NONE);
    return new Network(home, base);
  }

  /// Four layers of 128 with the shipped tokenizer: 1.3 million parameters.
  private static Path base(Path folder) throws IOException {
    Path shipped = Path.of(System.getProperty("demur.root", "."), "models", "base");
    Files.createDirectories(folder);
    Files.copy(shipped.resolve("tokenizer.json"), folder.resolve("tokenizer.json"));
    Tokenizer tokenizer = Tokenizer.load(folder.resolve("tokenizer.json"));
    LlamaConfig config = LlamaConfig.small(tokenizer.vocabularySize(), 128, 344, 4, 4, 256);
    LlamaModel.initialise(config, SEED).save(folder, new TreeMap<>());
    return folder;
  }

  /// The first of these members in each of as many slices, so that early and late slices count
  /// alike.
  List<MemberId> oneOfEachSlice(List<MemberId> members, int slices) {
    SortedMap<String, MemberId> found = new TreeMap<>();
    for (MemberId member : members) {
      Snapshots.whereIs(home, member)
          .map(where -> where.split("[/ ]", -1)[1])
          .ifPresent(slice -> found.putIfAbsent(slice, member));
      if (found.size() == slices) {
        break;
      }
    }
    return List.copyOf(found.values());
  }

  /// Members with text in the corpus, shuffled, the same each time.
  List<MemberId> shuffled() {
    List<MemberId> members = new ArrayList<>();
    home.corpus()
        .scan((holder, rows) -> {
          if (rows.stream().anyMatch(row -> !row.text().isEmpty())) {
            members.add(holder);
          }
        });
    Collections.sort(members);
    Collections.shuffle(members, new Random(SEED));
    return members;
  }
}
