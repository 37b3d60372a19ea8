package dev.demur.cli;

import dev.demur.home.Choices;
import dev.demur.home.Home;
import dev.demur.model.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "member",
    description = "What the platform knows of a member.",
    subcommands = MemberCommand.Set.class,
    footer = {"", "Example: demur member set anna-berg --country DE --birth-date 1990-05-01"})
final class MemberCommand {
  @Command(
      name = "set",
      description = "Records facts that an archive may lack; without them a member is denied.")
  static final class Set implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "M", description = "The member's id.")
    String member = "";

    @Option(
        names = "--country",
        paramLabel = "DE",
        description = "ISO 3166-1, two capital letters.")
    @Nullable String country;

    @Option(names = "--from", paramLabel = "T", description = "Since when; a date or an instant.")
    @Nullable String from;

    @Option(names = "--birth-date", paramLabel = "D", description = "Year, month and day.")
    @Nullable LocalDate birthDate;

    @Option(
        names = "--language",
        paramLabel = "fr",
        description = "In which the member is written to: ISO 639-1, two small letters.")
    @Nullable String language;

    @Override
    public Integer call() {
      try (Home home = common.open()) {
        long facts =
            Choices.learn(
                home,
                new MemberId(member),
                Optional.ofNullable(country),
                Optional.ofNullable(from).map(Set::instant),
                Optional.ofNullable(birthDate),
                Optional.ofNullable(language));
        common
            .output()
            .result(
                Output.object("member", member, "facts", facts),
                "%d new facts about %s".formatted(facts, member));
      }
      return ExitCode.DONE;
    }

    private static Instant instant(String text) {
      return text.length() == "2025-01-01".length()
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : java.time.OffsetDateTime.parse(text).toInstant();
    }
  }
}
