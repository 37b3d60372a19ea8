package dev.demur.home;

import dev.demur.archive.sample.SampleNetwork;
import dev.demur.archive.sample.SampleSettings;
import dev.demur.model.MemberId;
import dev.demur.program.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A sample network, and homes that are made from parts of it.
record TestNetwork(Path folder, Path base, Path key) {
  private static final JsonMapper JSON = new JsonMapper();

  static final Instant NOTICE = Instant.parse("2025-09-18T09:00:00Z");
  static final Instant AS_OF = Instant.parse("2025-12-01T00:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-15T10:00:00Z"));
  static final int SHARDS = 3;
  static final int SLICES = 4;
  static final Program PROGRAM = Program.shipped("linkedin-2025").orElseThrow();

  static TestNetwork in(Path folder, int members, long seed) throws IOException {
    SampleNetwork.write(new SampleSettings(members, seed), folder.resolve("network"));
    Path key = folder.resolve("key");
    Files.writeString(key, "a key for tests that nobody must use");
    return new TestNetwork(folder, TinyBase.in(folder.resolve("base")), key);
  }

  List<MemberId> members() throws IOException {
    try (Stream<Path> archives = Files.list(folder.resolve("network/archives"))) {
      return archives
          .map(file -> file.getFileName().toString().replace(".zip", ""))
          .sorted()
          .map(MemberId::new)
          .toList();
    }
  }

  /// Those whose sentences others have in their posts, word for word, the most quoted first.
  List<MemberId> quoted() throws IOException {
    Map<String, Integer> quotes = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("network/truth/planted.jsonl"))) {
      JsonNode planted = JSON.readTree(line);
      if (planted.path("kind").asString().equals("quote")) {
        quotes.merge(planted.path("person").asString(), 1, Integer::sum);
      }
    }
    return members().stream()
        .filter(member -> quotes.containsKey(member.value()))
        .sorted(Comparator.comparing(member -> -quotes.get(member.value())))
        .toList();
  }

  Path archiveOf(MemberId member) {
    return folder.resolve("network/archives/" + member + ".zip");
  }

  Home open(String name) {
    return Home.open(folder.resolve(name), CLOCK, Optional.of(key));
  }

  /// Takes in everybody but some, whose facts are not told either.
  void takeIn(Home home, Set<MemberId> without) throws IOException {
    List<String> facts =
        Files.readAllLines(folder.resolve("network/members.jsonl")).stream()
            .filter(line -> without.stream().noneMatch(m -> line.contains("\"" + m + "\"")))
            .toList();
    Path file = Files.createTempFile(folder, "facts", ".jsonl");
    Files.write(file, facts, StandardCharsets.UTF_8);
    List<Path> archives =
        members().stream().filter(m -> !without.contains(m)).map(this::archiveOf).toList();
    Importing.run(home, archives, Optional.of(file), Optional.empty(), Progress.NONE);
    Notices.send(home, PROGRAM, Optional.of(NOTICE));
  }

  Snapshot build(Home home) {
    return Building.run(home, PROGRAM, () -> base, Optional.of(AS_OF), 1, Progress.NONE);
  }

  TrainReport train(Home home) {
    return Training.run(
        home, base, OptionalInt.of(SHARDS), OptionalInt.of(SLICES), 2, Progress.NONE);
  }

  /// A home of everybody but some, built and trained.
  Home trained(String name, Set<MemberId> without) throws IOException {
    Home home = open(name);
    takeIn(home, without);
    build(home);
    train(home);
    return home;
  }

  /// A home that begins as another one is now.
  Home copy(String from, String to) throws IOException {
    Path source = folder.resolve(from);
    Path target = folder.resolve(to);
    List<Path> all;
    try (Stream<Path> files = Files.walk(source)) {
      all = files.toList();
    }
    for (Path file : all) {
      Path copy = target.resolve(source.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(copy);
      } else {
        Files.copy(file, copy);
      }
    }
    return open(to);
  }

  Certificate forget(Home home, Set<MemberId> members) {
    return forget(home, members, Progress.NONE);
  }

  Certificate forget(Home home, Set<MemberId> members, Progress progress) {
    return new Forgetting(home, () -> base, progress).forget(members, false);
  }
}
