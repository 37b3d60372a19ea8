package dev.demur.cli;

import dev.demur.assist.career.Job;
import dev.demur.assist.career.JobFiles;
import dev.demur.assist.career.Match;
import dev.demur.home.Home;
import dev.demur.home.Matchmaking;
import dev.demur.model.MemberId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "match",
    description = "Jobs for a member, or members for a job, with reasons.",
    subcommands = {MatchCommand.Jobs.class, MatchCommand.Members.class},
    footer = {"", "Example: demur match jobs --member anna-berg"})
final class MatchCommand {
  private static final String LIMIT = "At most so many (default: ${DEFAULT-VALUE}).";

  @Command(
      name = "jobs",
      description = "Jobs that suit a member, best first.",
      footer = {"", "Example: demur match jobs --member anna-berg --jobs open-jobs/"})
  static final class Jobs implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Option(names = "--member", required = true, paramLabel = "M", description = "For whom.")
    String member = "";

    @Option(
        names = "--jobs",
        paramLabel = "PATH",
        description =
            "A job file, or a folder of them (docs/reference/job-file.md); without it, the "
                + "occupations of the built-in catalogue.")
    @Nullable Path jobs;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = LIMIT)
    int limit = 10;

    @Override
    public Integer call() {
      try (Home home = common.open()) {
        Matchmaking matchmaking = new Matchmaking(home);
        List<Job> all = jobs == null ? matchmaking.occupations() : JobFiles.read(jobs);
        List<Match> found = matchmaking.jobs(new MemberId(member), all, limit);
        Map<String, Job> byId =
            all.stream()
                .collect(Collectors.toMap(Job::id, Function.identity(), (first, _) -> first));
        Function<Match, String> title =
            match -> java.util.Optional.ofNullable(byId.get(match.id())).map(Job::title).orElse("");
        common
            .output()
            .result(
                Output.object(
                    "member", member, "jobs", found.stream().map(m -> json(m, title)).toList()),
                text(found, title));
      }
      return ExitCode.DONE;
    }

    private static Map<String, Object> json(Match match, Function<Match, String> title) {
      Map<String, Object> json =
          Output.object("id", match.id(), "title", title.apply(match), "score", match.score());
      json.putAll(reasons(match));
      return json;
    }

    private static String text(List<Match> found, Function<Match, String> title) {
      Table table = new Table("job", "title", "score", "because of", "missing");
      found.forEach(m ->
          table.row(
              m.id(),
              title.apply(m),
              "%.2f".formatted(m.score()),
              String.join(", ", m.reasons().shown()),
              String.join(", ", m.reasons().missing())));
      return found.isEmpty() ? "no job has anything in common with the records" : table.toString();
    }
  }

  @Command(
      name = "members",
      description = "Members who suit a job and may be found for it, best first.",
      footer = {"", "Example: demur match members --job ward-manager.yaml"})
  static final class Members implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Option(
        names = "--job",
        required = true,
        paramLabel = "FILE",
        description = "A job file, see docs/reference/job-file.md.")
    Path job = Path.of("");

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = LIMIT)
    int limit = 10;

    @Override
    public Integer call() {
      Job wanted = JobFiles.read(job).getFirst();
      try (Home home = common.open()) {
        List<Match> found = new Matchmaking(home).members(wanted, limit);
        Table table = new Table("member", "score", "because of", "missing");
        found.forEach(m ->
            table.row(
                m.id(),
                "%.2f".formatted(m.score()),
                String.join(", ", m.reasons().shown()),
                String.join(", ", m.reasons().missing())));
        common
            .output()
            .result(
                Output.object(
                    "job", wanted.id(), "members", found.stream().map(Members::json).toList()),
                found.isEmpty() ? "no member who may be found suits the job" : table.toString());
      }
      return ExitCode.DONE;
    }

    private static Map<String, Object> json(Match match) {
      Map<String, Object> json = Output.object("id", match.id(), "score", match.score());
      json.putAll(reasons(match));
      return json;
    }
  }

  /// Why, without the score of the reasons alone.
  private static Map<String, Object> reasons(Match match) {
    Map<String, Object> reasons = new LinkedHashMap<>(CareerJson.fit(match.reasons()));
    reasons.remove("score");
    return reasons;
  }
}
