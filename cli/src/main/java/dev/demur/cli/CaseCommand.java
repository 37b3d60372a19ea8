package dev.demur.cli;

import dev.demur.home.Choices;
import dev.demur.home.Home;
import dev.demur.home.InputRefused;
import dev.demur.ledger.Event;
import dev.demur.ledger.log.Receipt;
import dev.demur.ledger.objection.CaseRefused;
import dev.demur.ledger.objection.ObjectionCase;
import dev.demur.ledger.objection.ObjectionCases;
import dev.demur.model.Control;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "case",
    description = "Works the objections.",
    subcommands = {
      CaseCommand.ListCases.class,
      CaseCommand.Show.class,
      CaseCommand.Grant.class,
      CaseCommand.Refuse.class,
      CaseCommand.Extend.class,
      CaseCommand.Note.class
    },
    footer = {"", "Example: demur case grant case-0123456789abcdef --by \"Ada Lind\""})
final class CaseCommand {
  private static Object json(ObjectionCase each) {
    return Output.object(
        "case", each.id(),
        "person", each.person().value(),
        "covers", each.covers().stream().map(Control::code).sorted().toList(),
        "state", each.state().name().toLowerCase(Locale.ROOT),
        "filedAt", each.filedAt().toString(),
        "due", each.clock().dueOn().toString(),
        "removals", each.removals(),
        "recipients",
            each.recipients().stream()
                .map(
                    told -> Output.object("name", told.name(), "acknowledged", told.acknowledged()))
                .toList());
  }

  /// What came of it, a line each.
  private static String outcome(ObjectionCase each) {
    StringBuilder text = new StringBuilder();
    for (long removal : each.removals()) {
      text.append(
          "\n  carried out by the removal that log entry %d certifies; its receipt: demur receipt show %d"
              .formatted(removal, removal));
    }
    for (ObjectionCase.Recipient told : each.recipients()) {
      text.append(
          "\n  recipient %s: told%s"
              .formatted(told.name(), told.acknowledged() ? ", has acknowledged" : ""));
    }
    return text.toString();
  }

  @Command(name = "list", description = "Every case, in the order of filing.")
  static final class ListCases implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
      try (Home home = common.open()) {
        List<ObjectionCase> cases = Choices.cases(home).list();
        Table table = new Table("case", "person", "covers", "state", "filed", "due");
        cases.forEach(c ->
            table.row(
                c.id(),
                c.person(),
                c.covers().stream().map(Control::code).sorted().collect(Collectors.joining(",")),
                c.state().name().toLowerCase(Locale.ROOT),
                c.filedAt(),
                c.clock().dueOn()));
        common
            .output()
            .result(
                Output.object("cases", cases.stream().map(CaseCommand::json).toList()),
                table.toString());
      }
      return ExitCode.DONE;
    }
  }

  @Command(name = "show", description = "One case.")
  static final class Show implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "ID")
    String id = "";

    @Override
    public Integer call() {
      try (Home home = common.open()) {
        ObjectionCase found =
            Choices.cases(home)
                .find(id)
                .orElseThrow(() -> new InputRefused("there is no objection case " + id));
        common
            .output()
            .result(
                json(found),
                "%s: %s by %s, filed %s, due %s"
                        .formatted(
                            found.id(),
                            found.state().name().toLowerCase(Locale.ROOT),
                            found.person(),
                            found.filedAt(),
                            found.clock().dueOn())
                    + outcome(found));
      }
      return ExitCode.DONE;
    }
  }

  /// What all work on a case takes.
  static final class Work {
    @Mixin CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "ID")
    String id = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who does it.")
    String by = "";

    /// Does it and prints the receipt.
    int enter(Function<ObjectionCases, Receipt> work) {
      try (Home home = common.open()) {
        Receipt receipt = work.apply(Choices.cases(home));
        common.output().raw(receipt.toJson() + "\n");
      } catch (CaseRefused | IllegalArgumentException e) {
        throw new InputRefused(String.valueOf(e.getMessage()), e);
      }
      return ExitCode.DONE;
    }
  }

  @Command(name = "grant", description = "Grants an objection.")
  static final class Grant implements Callable<Integer> {
    @Mixin Work work = new Work();

    @Override
    public Integer call() {
      return work.enter(cases -> cases.grant(work.id, work.by));
    }
  }

  @Command(name = "refuse", description = "Refuses an objection, on stated compelling grounds.")
  static final class Refuse implements Callable<Integer> {
    @Mixin Work work = new Work();

    @Option(
        names = "--grounds",
        required = true,
        paramLabel = "TEXT",
        description = "GDPR Art. 21(1).")
    String grounds = "";

    @Override
    public Integer call() {
      return work.enter(cases -> cases.refuse(work.id, work.by, grounds));
    }
  }

  @Command(
      name = "extend",
      description = "Takes two months more; the person must have been told why (GDPR Art. 12(3)).")
  static final class Extend implements Callable<Integer> {
    @Mixin Work work = new Work();

    @Option(
        names = "--reason",
        required = true,
        paramLabel = "TEXT",
        description = "What the person was told.")
    String reason = "";

    @Override
    public Integer call() {
      return work.enter(cases -> cases.extend(work.id, work.by, reason));
    }
  }

  @Command(
      name = "note",
      description =
          "Notes a step of work: assigned, identity-checked, executed, recipient-told,"
              + " recipient-acknowledged (GDPR Art. 19) or confirmed.")
  static final class Note implements Callable<Integer> {
    @Mixin Work work = new Work();

    @Parameters(index = "1", paramLabel = "STEP")
    String step = "";

    @Option(
        names = "--note",
        paramLabel = "TEXT",
        description = "E.g. the recipient, or the removal's certificate.")
    String note = "";

    @Override
    public Integer call() {
      Event.CaseStepTaken.Step taken = step();
      return work.enter(cases -> cases.step(work.id, taken, work.by, note));
    }

    /// What operators note; the contact is given by the person.
    private Event.CaseStepTaken.Step step() {
      return Arrays.stream(Event.CaseStepTaken.Step.values())
          .filter(each -> each != Event.CaseStepTaken.Step.CONTACT_GIVEN)
          .filter(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(step))
          .findFirst()
          .orElseThrow(() -> new InputRefused("there is no step " + step + "; see --help"));
    }
  }
}
