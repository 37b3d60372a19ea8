package dev.demur.cli;

import dev.demur.home.Home;
import dev.demur.home.InputRefused;
import dev.demur.ledger.LedgerException;
import dev.demur.ledger.log.NoteRefused;
import dev.demur.ledger.log.Receipt;
import dev.demur.ledger.log.ReceiptRefused;
import dev.demur.ledger.log.ReceiptVerifier;
import dev.demur.ledger.log.WitnessKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "receipt",
    description = "Shows and checks receipts.",
    subcommands = {ReceiptCommand.Verify.class, ReceiptCommand.Show.class},
    footer = {"", "Example: demur receipt verify receipt.json --key log.pub"})
final class ReceiptCommand {
  @Command(
      name = "verify",
      description = "Checks a receipt offline, with nothing but the log's public key.")
  static final class Verify implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "The receipt.")
    Path file = Path.of("");

    @Option(
        names = "--key",
        paramLabel = "FILE|KEY",
        description = "The log's public key (default: keys/log.pub of the home).")
    @Nullable String key;

    @Option(
        names = "--witness",
        paramLabel = "FILE|KEY",
        description = "The public key of a witness that must have cosigned; may be repeated.")
    List<String> witnesses = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
      String publicKey = key();
      Output output = common.output();
      try {
        Receipt receipt = ReceiptVerifier.verify(read(file), publicKey);
        witnesses.forEach(
            witness -> WitnessKey.parse(keyText(witness)).requireCosigned(receipt.checkpoint()));
        output.result(
            Output.object(
                "verified", true, "leafIndex", receipt.leafIndex(), "log", receipt.origin()),
            "verified: entry %d of the log %s".formatted(receipt.position(), receipt.origin()));
        return ExitCode.DONE;
      } catch (ReceiptRefused | NoteRefused e) {
        output.error("demur: the receipt does not hold: " + e.getMessage());
        if (common.json) {
          output.result(
              Output.object("verified", false, "reason", String.valueOf(e.getMessage())), "");
        }
        return ExitCode.FAILED;
      }
    }

    private String key() {
      if (key == null) {
        return read(common.home.resolve("keys").resolve("log.pub"));
      }
      return keyText(key);
    }

    private static String read(Path file) {
      try {
        return Files.readString(file).strip();
      } catch (IOException e) {
        throw new InputRefused(file + ": cannot be read as UTF-8 text", e);
      }
    }
  }

  @Command(
      name = "show",
      description = "Prints the receipt of an entry, e.g. of the one that certifies a removal.")
  static final class Show implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "ENTRY", description = "Its position in the log, from 1.")
    long entry;

    @Override
    public Integer call() {
      try (Home home = common.open()) {
        common.output().raw(home.ledger().receipt(entry).toJson() + "\n");
      } catch (LedgerException e) {
        throw new InputRefused(String.valueOf(e.getMessage()), e);
      }
      return ExitCode.DONE;
    }
  }

  /// A key as it was given, or as it stands in a file.
  static String keyText(String given) {
    return given.contains("+") && !Files.exists(Path.of(given))
        ? given
        : Verify.read(Path.of(given));
  }
}
