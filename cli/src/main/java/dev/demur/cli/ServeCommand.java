package dev.demur.cli;

import dev.demur.home.Home;
import dev.demur.server.DemurServer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description = "Serves the pages and the API until it is stopped.",
    footer = {"", "Example: demur serve --port 8484"})
final class ServeCommand implements Callable<Integer> {
  static final int PORT = 8484;

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + PORT,
      description = "Default: ${DEFAULT-VALUE}.")
  int port = PORT;

  @Option(
      names = "--address",
      paramLabel = "A",
      defaultValue = "127.0.0.1",
      description = "Where to listen (default: this machine only).")
  String address = "127.0.0.1";

  @Option(names = "--base", paramLabel = "DIR", description = "The base model, as for train.")
  @Nullable Path base;

  @Override
  public Integer call() throws InterruptedException {
    try (Home home = common.open()) {
      serve(home, Base.folder(base), address, port, common.output());
    }
    return ExitCode.DONE;
  }

  /// Serves until the process is told to end.
  static void serve(Home home, Path base, String address, int port, Output output)
      throws InterruptedException {
    CountDownLatch stop = new CountDownLatch(1);
    try (DemurServer server = DemurServer.start(home, base, address, port)) {
      Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown));
      output.info("serving http://localhost:%d  (Ctrl-C ends it)".formatted(server.port()));
      stop.await();
    }
  }
}
