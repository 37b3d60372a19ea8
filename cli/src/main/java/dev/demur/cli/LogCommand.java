package dev.demur.cli;

import dev.demur.home.Home;
import dev.demur.home.InputRefused;
import dev.demur.ledger.LedgerException;
import dev.demur.ledger.WitnessClient;
import dev.demur.ledger.log.NoteRefused;
import dev.demur.ledger.log.WitnessKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "log",
    description = "Works with the transparency log.",
    subcommands = LogCommand.Cosign.class,
    footer = {"", "Example: demur log cosign --witness https://witness.example/ --key w.pub"})
final class LogCommand {
  @Command(
      name = "cosign",
      description = "Has a witness cosign the newest head; receipts show it from then on.")
  static final class Cosign implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Option(
        names = "--witness",
        required = true,
        paramLabel = "URL",
        description = "Its submission prefix (C2SP tlog-witness).")
    String witness = "";

    @Option(
        names = "--key",
        required = true,
        paramLabel = "FILE|KEY",
        description = "Its public key.")
    String key = "";

    @Override
    public Integer call() {
      WitnessKey witnessKey;
      URI prefix;
      try {
        witnessKey = WitnessKey.parse(ReceiptCommand.keyText(key));
        prefix = URI.create(witness);
      } catch (NoteRefused | IllegalArgumentException e) {
        throw new InputRefused(String.valueOf(e.getMessage()), e);
      }
      try (Home home = common.open();
          HttpClient http = HttpClient.newHttpClient()) {
        Optional<WitnessClient.Cosigned> cosigned =
            new WitnessClient(home.ledger(), http).present(prefix, witnessKey);
        cosigned.ifPresentOrElse(
            done ->
                common
                    .output()
                    .result(
                        Output.object("size", done.size(), "at", done.at().toString()),
                        "%s cosigned the log of %,d entries at %s"
                            .formatted(witnessKey.name(), done.size(), done.at())),
            () ->
                common
                    .output()
                    .result(
                        Output.object("size", 0), "the log has no entry yet, nothing was sent"));
        return ExitCode.DONE;
      } catch (LedgerException e) {
        common.output().error("demur: " + e.getMessage());
        return ExitCode.FAILED;
      }
    }
  }
}
