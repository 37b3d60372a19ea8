package dev.demur.server;

import dev.demur.archive.sample.SampleNetwork;
import dev.demur.archive.sample.SampleSettings;
import dev.demur.home.Building;
import dev.demur.home.Home;
import dev.demur.home.Importing;
import dev.demur.home.Notices;
import dev.demur.home.Progress;
import dev.demur.home.Role;
import dev.demur.home.Snapshot;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.program.Program;
import dev.demur.server.access.AccessSettings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A home with a built sample network and accounts, served on a free port.
record DemoHome(Home home, DemurServer server, MemberId member, MemberId other)
    implements AutoCloseable {
  static final String PASSWORD = "correct horse";
  static final Program PROGRAM = Program.shipped("linkedin-2025").orElseThrow();
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-15T10:00:00Z"));

  static DemoHome in(Path folder) throws IOException {
    return in(folder, AccessSettings.local());
  }

  static DemoHome in(Path folder, AccessSettings access) throws IOException {
    copy(Template.HOME, folder.resolve("home"));
    Home home = open(folder.resolve("home"));
    List<MemberId> members = members(home);
    DemurServer server = DemurServer.start(home, folder, "127.0.0.1", 0, access);
    return new DemoHome(home, server, members.get(0), members.get(1));
  }

  private static Home open(Path root) {
    return Home.open(root, CLOCK, Optional.empty());
  }

  private static List<MemberId> members(Home home) {
    return home.corpus().holders().stream().filter(m -> home.corpus().of(m).size() > 10).toList();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /// Built once for all tests of a JVM.
  private static final class Template {
    static final Path HOME = make();

    private static Path make() {
      try {
        Path folder = Files.createTempDirectory("demur-template");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        SampleNetwork.write(new SampleSettings(20, 4), folder.resolve("network"));
        try (Home home = open(folder.resolve("home"))) {
          fill(home, folder);
        }
        return folder.resolve("home");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void fill(Home home, Path folder) {
      Importing.run(
          home,
          List.of(folder.resolve("network/archives")),
          Optional.of(folder.resolve("network/members.jsonl")),
          Optional.empty(),
          Progress.NONE);
      Notices.send(home, PROGRAM, Optional.of(Instant.parse("2025-09-18T09:00:00Z")));
      build(home, folder);
      List<MemberId> members = members(home);
      home.accounts().put(members.get(0).value(), PASSWORD, Role.MEMBER);
      home.accounts().put(members.get(1).value(), PASSWORD, Role.MEMBER);
      home.accounts().put("operator", PASSWORD, Role.DPO);
    }

    private static void delete(Path folder) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Snapshot build(Home home, Path folder) {
    return Building.run(home, PROGRAM, () -> folder, Optional.empty(), 1, Progress.NONE);
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  /// A skill of the first member's.
  String skill() {
    return home.records().of(member).stream()
        .filter(record -> record.category() == Category.PROFILE_SKILL)
        .flatMap(record -> record.field(Fields.NAME).stream())
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    server.close();
    home.close();
  }
}
