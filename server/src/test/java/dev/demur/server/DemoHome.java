package dev.demur.server;

import dev.demur.archive.sample.SampleNetwork;
import dev.demur.archive.sample.SampleSettings;
import dev.demur.home.Accounts;
import dev.demur.home.Building;
import dev.demur.home.Home;
import dev.demur.home.Importing;
import dev.demur.home.Notices;
import dev.demur.home.Progress;
import dev.demur.home.Snapshot;
import dev.demur.model.MemberId;
import dev.demur.program.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A home with a built sample network and accounts, served on a free port.
record DemoHome(Home home, DemurServer server, MemberId member, MemberId other)
    implements AutoCloseable {
  static final String PASSWORD = "correct horse";
  static final Program PROGRAM = Program.shipped("linkedin-2025").orElseThrow();
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-15T10:00:00Z"));

  static DemoHome in(Path folder) throws IOException {
    SampleNetwork.write(new SampleSettings(20, 4), folder.resolve("network"));
    Home home = Home.open(folder.resolve("home"), CLOCK, Optional.empty());
    Importing.run(
        home,
        List.of(folder.resolve("network/archives")),
        Optional.of(folder.resolve("network/members.jsonl")),
        Optional.empty(),
        Progress.NONE);
    Notices.send(home, PROGRAM, Optional.of(Instant.parse("2025-09-18T09:00:00Z")));
    build(home, folder);
    List<MemberId> members =
        home.corpus().holders().stream().filter(m -> home.corpus().of(m).size() > 10).toList();
    home.accounts().put(members.get(0).value(), PASSWORD, Accounts.Role.MEMBER);
    home.accounts().put(members.get(1).value(), PASSWORD, Accounts.Role.MEMBER);
    home.accounts().put("operator", PASSWORD, Accounts.Role.OPERATOR);
    DemurServer server = DemurServer.start(home, folder, "127.0.0.1", 0);
    return new DemoHome(home, server, members.get(0), members.get(1));
  }

  static Snapshot build(Home home, Path folder) {
    return Building.run(home, PROGRAM, () -> folder, Optional.empty(), 1, Progress.NONE);
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  @Override
  public void close() {
    server.close();
    home.close();
  }
}
