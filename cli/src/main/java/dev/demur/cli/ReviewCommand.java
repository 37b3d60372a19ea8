package dev.demur.cli;

import dev.demur.home.Home;
import dev.demur.home.InputRefused;
import dev.demur.home.Reviews;
import dev.demur.ledger.log.Receipt;
import dev.demur.model.RecordId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "review",
    description =
        "Records that may tell something of a special category, and wait for a person to say.",
    subcommands = {
      ReviewCommand.ListOpen.class,
      ReviewCommand.Show.class,
      ReviewCommand.Keep.class,
      ReviewCommand.Remove.class
    },
    footer = {
      "",
      "Example: demur review keep 0123456789abcdef0123456789abcdef --by \"Ada Lind\" --note \"a novel's title\""
    })
final class ReviewCommand {
  private static RecordId id(String record) {
    try {
      return new RecordId(record);
    } catch (IllegalArgumentException e) {
      throw new InputRefused(String.valueOf(e.getMessage()), e);
    }
  }

  @Command(name = "list", description = "Records of the latest snapshot that wait, by id.")
  static final class ListOpen implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
      try (Home home = common.open()) {
        List<Reviews.Item> items = Reviews.open(home);
        Table table = new Table("record", "member", "category", "may tell of", "because of");
        items.forEach(i -> table.row(i.record(), i.holder(), i.category(), i.special(), i.words()));
        common
            .output()
            .result(
                Output.object("reviews", items.stream().map(ListOpen::json).toList()),
                items.isEmpty() ? "Nothing waits for a review." : table.toString());
      }
      return ExitCode.DONE;
    }

    private static Object json(Reviews.Item item) {
      return Output.object(
          "record", item.record().value(),
          "member", item.holder().value(),
          "category", item.category().code(),
          "special", item.special(),
          "words", item.words());
    }
  }

  @Command(
      name = "show",
      description = "What stands in a record. The member will see who has read it.")
  static final class Show implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "RECORD")
    String record = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who reads it.")
    String by = "";

    @Override
    public Integer call() {
      try (Home home = common.open()) {
        String text = Reviews.read(home, id(record), by).text();
        common.output().result(Output.object("record", record, "text", text), text);
      }
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "keep",
      description =
          "It tells nothing of a special category: the next build takes it in. Prints the receipt.")
  static final class Keep implements Callable<Integer> {
    @Mixin Decision decision = new Decision();

    @Override
    public Integer call() {
      return decision.enter(true);
    }
  }

  @Command(name = "remove", description = "It stays out, or goes out with the next build.")
  static final class Remove implements Callable<Integer> {
    @Mixin Decision decision = new Decision();

    @Override
    public Integer call() {
      return decision.enter(false);
    }
  }

  /// What both decisions take.
  static final class Decision {
    @Mixin CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "RECORD")
    String record = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decides.")
    String by = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
    String note = "";

    int enter(boolean keep) {
      try (Home home = common.open()) {
        Receipt receipt = Reviews.decide(home, id(record), keep, by, note);
        common.output().raw(receipt.toJson() + "\n");
      }
      return ExitCode.DONE;
    }
  }
}
