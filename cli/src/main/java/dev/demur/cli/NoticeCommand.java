package dev.demur.cli;

import dev.demur.home.Home;
import dev.demur.home.Notices;
import dev.demur.ledger.notice.NoticeCampaign;
import dev.demur.ledger.notice.NoticeChannelDown;
import dev.demur.ledger.notice.SmtpSettings;
import dev.demur.program.Program;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "notice",
    description = "Tells members about a program.",
    subcommands = NoticeCommand.Send.class,
    footer = {"", "Example: demur notice send --program linkedin-2025"})
final class NoticeCommand {
  @Command(name = "send", description = "Sends and records the notice; never twice to one member.")
  static final class Send implements Callable<Integer> {
    private static final String OUTBOX = "outbox";
    private static final String SMTP = "smtp";

    @Mixin CommonOptions common = new CommonOptions();

    @Spec @Nullable CommandSpec spec;

    @Option(names = "--program", required = true, paramLabel = "P", description = "Name or file.")
    String program = "";

    @Option(
        names = "--via",
        paramLabel = "outbox|smtp",
        defaultValue = OUTBOX,
        description = "A message file for each member in HOME/outbox, or e-mail (default: outbox).")
    String via = OUTBOX;

    @Option(
        names = "--smtp",
        paramLabel = "URL",
        description = {
          "The mail server: smtp://HOST[:PORT] or smtps://HOST[:PORT].",
          "A login is taken from DEMUR_SMTP_USER and DEMUR_SMTP_PASSWORD."
        })
    @Nullable String smtp;

    @Option(names = "--from", paramLabel = "ADDRESS", description = "The sender's e-mail address.")
    @Nullable String from;

    @Option(
        names = "--addresses",
        paramLabel = "FILE",
        description = "JSON Lines of {\"id\",\"email\"}; kept nowhere.")
    @Nullable Path addresses;

    @Option(
        names = "--per-minute",
        paramLabel = "N",
        defaultValue = "600",
        description = "By e-mail: messages at most (default: ${DEFAULT-VALUE}).")
    int perMinute = 600;

    @Option(
        names = "--resend-uncertain",
        description = "Mail again what a killed run may have mailed.")
    boolean resend;

    @Option(
        names = "--at",
        paramLabel = "T",
        converter = CommonOptions.InstantConverter.class,
        description = "When it was delivered, for notices sent before (default: now).")
    @Nullable Instant at;

    @Override
    public Integer call() {
      Program rules = Programs.load(program);
      try (Home home = common.open()) {
        NoticeCampaign.Result result =
            switch (via) {
              case OUTBOX -> Notices.send(home, rules, Optional.ofNullable(at));
              case SMTP ->
                  Notices.mail(
                      home,
                      rules,
                      settings(),
                      Notices.addresses(required(addresses, "--addresses")));
              default -> throw usage("--via takes outbox or smtp, got: " + via);
            };
        common.output().result(json(result), text(result, home));
        return result.bounced() + result.uncertain() == 0 ? ExitCode.DONE : ExitCode.FAILED;
      } catch (NoticeChannelDown e) {
        common.output().error(String.valueOf(e.getMessage()));
        return ExitCode.FAILED;
      }
    }

    private SmtpSettings settings() {
      try {
        SmtpSettings settings =
            SmtpSettings.of(required(smtp, "--smtp"), required(from, "--from"), perMinute);
        String user = System.getenv("DEMUR_SMTP_USER");
        String password = System.getenv("DEMUR_SMTP_PASSWORD");
        SmtpSettings named =
            user == null || password == null ? settings : settings.as(user, password);
        return resend ? named.resending() : named;
      } catch (IllegalArgumentException e) {
        throw usage(String.valueOf(e.getMessage()));
      }
    }

    private <T> T required(@Nullable T value, String option) {
      if (value == null) {
        throw usage("--via smtp needs " + option);
      }
      return value;
    }

    private ParameterException usage(String message) {
      return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private static Object json(NoticeCampaign.Result result) {
      return Output.object(
          "sent", result.sent(),
          "before", result.before(),
          "bounced", result.bounced(),
          "withoutAddress", result.withoutAddress(),
          "uncertain", result.uncertain());
    }

    private String text(NoticeCampaign.Result result, Home home) {
      String text = "%,d notices sent, %,d had it before".formatted(result.sent(), result.before());
      if (via.equals(OUTBOX)) {
        return text + "; the messages are in " + home.layout().outbox();
      }
      return text
          + ", %,d bounced, %,d have no address, %,d may have it from a run that was killed"
              .formatted(result.bounced(), result.withoutAddress(), result.uncertain());
    }
  }
}
