package dev.demur.spark;

import dev.demur.corpus.build.CorpusBuild;
import dev.demur.home.Building;
import dev.demur.home.Home;
import dev.demur.home.InputRefused;
import dev.demur.home.NotPermitted;
import dev.demur.home.Progress;
import dev.demur.program.Program;
import dev.demur.program.ProgramException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Builds the snapshot of a home on Spark. `demur build --engine spark` starts this in a process of
/// its own and reads the snapshot when it is done; on stdout stands how many texts were made.
public final class Main {
  private static final int FAILED = 1;
  private static final int REFUSED = 3;
  private static final int NOT_PERMITTED = 4;

  private Main() {}

  /// What to build, as one line of JSON.
  ///
  /// @param program the name of a shipped program, or a file
  /// @param base the folder of the base model, for a removal that must be finished first
  record Request(
      String home,
      @Nullable String key,
      String program,
      @Nullable String asOf,
      String base,
      String master,
      boolean fromScratch) {}

  public static void main(String[] arguments) {
    try {
      System.out.println(build(JsonMapper.shared().readValue(arguments[0], Request.class)).made());
    } catch (InputRefused | ProgramException e) {
      fail(e, REFUSED);
    } catch (NotPermitted e) {
      fail(e, NOT_PERMITTED);
    } catch (RuntimeException e) {
      fail(e, FAILED);
    }
  }

  private static void fail(Exception problem, int code) {
    System.err.println("demur: " + problem.getMessage());
    if (code == FAILED && System.getenv("DEMUR_TRACE") != null) {
      problem.printStackTrace();
    }
    System.exit(code);
  }

  static Building.Built build(Request request) {
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
