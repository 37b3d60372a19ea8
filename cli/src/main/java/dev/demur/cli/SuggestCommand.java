package dev.demur.cli;

import dev.demur.assist.Answer;
import dev.demur.assist.Kind;
import dev.demur.assist.Occasion;
import dev.demur.assist.Recipient;
import dev.demur.assist.Suggestion;
import dev.demur.assist.Tone;
import dev.demur.assist.career.Fit;
import dev.demur.assist.career.JobFiles;
import dev.demur.home.Home;
import dev.demur.home.InputRefused;
import dev.demur.home.Matchmaking;
import dev.demur.home.Suggesting;
import dev.demur.model.Category;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "suggest",
    description = "Suggests text for a member, with evidence and trace.",
    footer = {"", "Example: demur suggest headline --member anna-berg"})
final class SuggestCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(
      paramLabel = "KIND",
      description = "headline, about, complete, post, summary, job, resume or message.")
  String kind = "";

  @Option(names = "--member", required = true, paramLabel = "M", description = "For whom.")
  String member = "";

  @Option(
      names = "--tone",
      paramLabel = "T",
      defaultValue = "plain",
      description = "plain, warm or confident.")
  String tone = "plain";

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      defaultValue = "",
      description =
          "What is typed already, the topic, the text to work on, or a job's title and notes, a line "
              + "each; - reads stdin.")
  String text = "";

  @Option(
      names = "--job",
      paramLabel = "FILE",
      description = "The job that a résumé is for; see docs/reference/job-file.md.")
  @Nullable Path job;

  @Option(
      names = "--occasion",
      paramLabel = "O",
      defaultValue = "connect",
      description = "What a message is for: connect, follow-up or outreach.")
  String occasion = "connect";

  @Option(names = "--to", paramLabel = "NAME", description = "Whom a message greets.")
  @Nullable String to;

  @Option(names = "--to-title", paramLabel = "TITLE", description = "The recipient's job.")
  @Nullable String toTitle;

  @Option(names = "--to-company", paramLabel = "NAME", description = "Where the recipient works.")
  @Nullable String toCompany;

  @Option(
      names = "--category",
      paramLabel = "C",
      defaultValue = "profile.summary",
      description = "What is being written (default: ${DEFAULT-VALUE}).")
  String category = "profile.summary";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Equal seeds, equal suggestions.")
  long seed = 1;

  @Option(names = "--base", paramLabel = "DIR", description = "The base model, as for train.")
  @Nullable Path base;

  private String stdin = "";

  @Override
  public Integer call() {
    try (Home home = common.open()) {
      MemberId who = new MemberId(member);
      Answer answer = ask(new Suggesting(home, () -> Base.folder(base)), who);
      Optional<Fit> fit =
          answer.suggestions().isEmpty() ? Optional.empty() : fit(new Matchmaking(home), who);
      Map<String, Object> json = json(answer);
      fit.ifPresent(found -> json.put("job", CareerJson.fit(found)));
      common.output().result(json, text(answer) + fit.map(SuggestCommand::text).orElse(""));
    }
    return ExitCode.DONE;
  }

  private Answer ask(Suggesting suggesting, MemberId who) {
    Kind what =
        Kind.of(kind)
            .orElseThrow(() ->
                new InputRefused(
                    "suggest takes headline, about, complete, post, summary, job, resume or message, got: "
                        + kind));
    return switch (what) {
      case HEADLINE -> suggesting.headline(who, seed);
      case ABOUT ->
          suggesting.about(
              who,
              Tone.of(tone)
                  .orElseThrow(() ->
                      new InputRefused("--tone takes plain, warm or confident, got: " + tone)),
              seed);
      case COMPLETE ->
          suggesting.complete(
              who,
              Category.of(category)
                  .orElseThrow(() -> new InputRefused("no such category: " + category)),
              text(),
              seed);
      case POST -> suggesting.post(who, text(), seed);
      case SUMMARY -> suggesting.summary(who, text());
      case RESUME ->
          suggesting.resume(who, job == null ? text() : JobFiles.read(job).getFirst().whole());
      case JOB -> suggesting.job(who, title(), text().lines().skip(1).toList());
      case MESSAGE -> suggesting.message(who, occasion(), recipient(), text());
    };
  }

  /// What the job that a résumé is for asks for, and what the records say to it.
  private Optional<Fit> fit(Matchmaking matchmaking, MemberId who) {
    if (!kind.equals(Kind.RESUME.code())) {
      return Optional.empty();
    }
    return job != null
        ? Optional.of(matchmaking.ownFit(who, JobFiles.read(job).getFirst()))
        : Optional.of(text()).filter(t -> !t.isBlank()).map(t -> matchmaking.ownFit(who, t));
  }

  private static String text(Fit fit) {
    return "\n\nThe job asks for\n  in the records:     %s\n  not in the records: %s"
        .formatted(String.join(", ", fit.shown()), String.join(", ", fit.missing()));
  }

  private Occasion occasion() {
    return Occasion.of(occasion)
        .orElseThrow(() ->
            new InputRefused("--occasion takes connect, follow-up or outreach, got: " + occasion));
  }

  private Recipient recipient() {
    return new Recipient(
        Optional.ofNullable(to), Optional.ofNullable(toTitle), Optional.ofNullable(toCompany));
  }

  /// The first line of the text.
  private String title() {
    return text()
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElseThrow(
            () -> new InputRefused("suggest job needs --text with the title in its first line"));
  }

  /// What was given by `--text`, or stands on stdin.
  private String text() {
    if (!text.equals("-")) {
      return text;
    }
    try {
      if (stdin.isEmpty()) {
        stdin = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
      }
      return stdin;
    } catch (IOException e) {
      throw new UncheckedIOException("stdin cannot be read", e);
    }
  }

  private static Map<String, Object> json(Answer answer) {
    return Output.object(
        "suggestions", answer.suggestions().stream().map(SuggestCommand::json).toList(),
        "refused",
            answer.refused().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().toString(), e -> e.getValue())));
  }

  private static Object json(Suggestion suggestion) {
    return Output.object(
        "id", suggestion.id(),
        "kind", suggestion.kind().code(),
        "text", suggestion.text(),
        "origin", suggestion.origin().code(),
        "evidence",
            suggestion.evidence().stream()
                .map(e ->
                    Output.object(
                        "record", e.record().value(), "field", e.field(), "quote", e.quote()))
                .toList(),
        "trace", suggestion.trace());
  }

  private static String text(Answer answer) {
    if (answer.suggestions().isEmpty()) {
      return "no suggestion; held back: " + answer.refused();
    }
    return answer.suggestions().stream()
        .map(s -> "[%s] %s".formatted(s.origin().code(), s.text()))
        .collect(Collectors.joining("\n\n"));
  }
}
