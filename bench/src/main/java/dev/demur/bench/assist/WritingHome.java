package dev.demur.bench.assist;

import dev.demur.archive.sample.SampleNetwork;
import dev.demur.archive.sample.SampleSettings;
import dev.demur.home.Building;
import dev.demur.home.Home;
import dev.demur.home.Importing;
import dev.demur.home.Notices;
import dev.demur.home.Progress;
import dev.demur.home.Training;
import dev.demur.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// A sample network that the shipped base model was trained on.
///
/// `-Ddemur.bench.home=DIR` takes a copy of a trained home instead.
final class WritingHome {
  private static final long SEED = 7;
  private static final Instant NOTICE = Instant.parse("2025-09-18T09:00:00Z");

  private WritingHome() {}

  static Path in(Path folder, int members) throws IOException {
    String given = System.getProperty("demur.bench.home", "");
    Path root = folder.resolve("home");
    if (!given.isEmpty()) {
      copy(Path.of(given), root);
      return root;
    }
    SampleNetwork.write(new SampleSettings(members, SEED), folder.resolve("network"));
    try (Home home = open(root)) {
      Importing.run(
          home,
          List.of(folder.resolve("network/archives")),
          Optional.of(folder.resolve("network/members.jsonl")),
          Optional.empty(),
          Progress.NONE);
      Program program = Program.shipped("linkedin-2025").orElseThrow();
      Notices.send(home, program, Optional.of(NOTICE));
      Building.run(home, program, WritingHome::base, Optional.empty(), 2, Progress.NONE);
      Training.run(home, base(), OptionalInt.of(4), OptionalInt.of(4), 2, Progress.NONE);
    }
    return root;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  static Home open(Path root) {
    return Home.open(root, InstantSource.system(), Optional.empty());
  }

  static Path base() {
    return Path.of(System.getProperty("demur.root", "."), "models", "base");
  }
}
