package dev.demur.spark;

import dev.demur.corpus.build.CorpusBuild;
import dev.demur.home.Building;
import dev.demur.home.Home;
import dev.demur.home.InputRefused;
import dev.demur.home.NotPermitted;
import dev.demur.home.Progress;
import dev.demur.home.ShardProcess;
import dev.demur.home.ShardWork;
import dev.demur.program.Program;
import dev.demur.program.ProgramException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Builds the snapshot of a home on Spark, or trains shards. `demur build --engine spark` and
/// `demur train --engine spark` start this in a process of its own, which ends with them. The first
/// line on stdin is the request; on stdout stands how many texts were made, or what was done of
/// each shard.
public final class Main {
  private static final int FAILED = 1;
  private static final int REFUSED = 3;
  private static final int NOT_PERMITTED = 4;

  private Main() {}

  /// What to do, as one line of JSON: one of the two is there.
  record Request(@Nullable Build build, @Nullable Train train) {}

  /// @param master where, as Spark takes it
  record Train(List<ShardWork> shards, String master) {}

  /// @param program the name of a shipped program, or a file
  /// @param base the folder of the base model, for a removal that must be finished first
  record Build(
      String home,
      @Nullable String key,
      String program,
      @Nullable String asOf,
      String base,
      String master,
      boolean fromScratch) {}

  public static void main(String[] arguments) throws InterruptedException {
    String line = ShardProcess.linesUntilParentEnds().take();
    try {
      Request request = JsonMapper.shared().readValue(line, Request.class);
      if (request.build() != null) {
        System.out.println(build(request.build()).made());
      }
      if (request.train() != null) {
        train(request.train());
      }
      System.exit(0);
    } catch (InputRefused | ProgramException e) {
      fail(e, REFUSED);
    } catch (NotPermitted e) {
      fail(e, NOT_PERMITTED);
    } catch (IOException | RuntimeException e) {
      fail(e, FAILED);
    }
  }

  private static void train(Train train) throws IOException {
    try {
      List<ShardWork.Done> done = new SparkEngine(train.master()).run(train.shards());
      System.out.println(JsonMapper.shared().writeValueAsString(done));
    } catch (NotPermitted e) {
      System.out.println(e.getMessage()); // `demur train` says it, as it does without Spark
      System.exit(NOT_PERMITTED);
    }
  }

  private static void fail(Exception problem, int code) {
    System.err.println("demur: " + problem.getMessage());
    if (code == FAILED && System.getenv("DEMUR_TRACE") != null) {
      problem.printStackTrace();
    }
    System.exit(code);
  }

  static Building.Built build(Build request) {
    Path file = Path.of(request.program());
    Program program =
        Files.isRegularFile(file)
            ? Program.load(file)
            : Program.shipped(request.program()).orElseThrow();
    Building.Manner manner =
        new Building.Manner(
            new SparkEngine(request.master()),
            request.fromScratch() ? CorpusBuild.Texts.ALL_ANEW : CorpusBuild.Texts.TAKEN_OVER);
    try (Home home =
        Home.open(
            Path.of(request.home()),
            Clock.systemUTC(),
            Optional.ofNullable(request.key()).map(Path::of))) {
      return Building.run(
          home,
          program,
          () -> Path.of(request.base()),
          Optional.ofNullable(request.asOf()).map(Instant::parse),
          manner,
          Progress.NONE);
    }
  }
}
