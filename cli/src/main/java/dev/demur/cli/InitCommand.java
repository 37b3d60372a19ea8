package dev.demur.cli;

import dev.demur.home.Home;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "init",
    description = "Makes a home directory; other commands make it when needed.",
    footer = {"", "Example: demur init --home ./acme --key ./assignment.key"})
final class InitCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "What the assignment key is made from (also DEMUR_KEY_FILE); random otherwise. Equal"
              + " roots presuppose equal keys.")
  @Nullable Path key;

  @Override
  public Integer call() {
    try (Home home = common.open(key)) {
      String root = home.layout().root().toString();
      String log = home.ledger().publicKey().text();
      common
          .output()
          .result(
              Output.object("home", root, "logKey", log),
              "home %s is ready%nthe log's public key is %s".formatted(root, log));
    }
    return ExitCode.DONE;
  }
}
