package dev.demur.server;

import dev.demur.assist.Answer;
import dev.demur.assist.Kind;
import dev.demur.assist.Occasion;
import dev.demur.assist.Recipient;
import dev.demur.assist.Tone;
import dev.demur.assist.career.Fit;
import dev.demur.home.Matchmaking;
import dev.demur.home.Suggesting;
import dev.demur.model.Category;
import dev.demur.model.MemberId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a member asks a suggestion for, as a form or a script sends it.
///
/// @param text what is typed already, the topic, the text to work on, or a job's title and notes, a
///   line each
record Wish(
    Kind kind, String text, Tone tone, Category category, Occasion occasion, Recipient recipient) {
  private static final int MAX_TEXT = 20_000;
  private static final int MAX_SHORT = 200;

  /// Reads a wish.
  ///
  /// @param value the value sent under a name; empty where there is none
  /// @throws IllegalArgumentException which says what is wrong with it
  static Wish of(Function<String, String> value) {
    String text = value.apply("text");
    if (text.length() > MAX_TEXT) {
      throw new IllegalArgumentException("text has at most %d characters".formatted(MAX_TEXT));
    }
    Kind kind = named("kind", value, "", Kind::of);
    if (kind == Kind.JOB && text.isBlank()) {
      throw new IllegalArgumentException("text must have the job's title in its first line");
    }
    return new Wish(
        kind,
        text,
        named("tone", value, Tone.PLAIN.code(), Tone::of),
        named("category", value, Category.PROFILE_SUMMARY.code(), Category::of),
        named("occasion", value, Occasion.CONNECT.code(), Occasion::of),
        new Recipient(said("to", value), said("toTitle", value), said("toCompany", value)));
  }

  private static <T> T named(
      String name,
      Function<String, String> value,
      String usual,
      Function<String, Optional<T>> reading) {
    String sent = value.apply(name);
    return reading
        .apply(sent.isEmpty() ? usual : sent)
        .orElseThrow(
            () -> new IllegalArgumentException("%s: there is no %s".formatted(name, sent)));
  }

  private static Optional<String> said(String name, Function<String, String> value) {
    String sent = value.apply(name).strip();
    if (sent.length() > MAX_SHORT) {
      throw new IllegalArgumentException("%s has at most %d characters".formatted(name, MAX_SHORT));
    }
    return Optional.of(sent).filter(said -> !said.isEmpty());
  }

  Answer ask(Suggesting suggesting, MemberId member, long seed) {
    return switch (kind) {
      case HEADLINE -> suggesting.headline(member, seed);
      case ABOUT -> suggesting.about(member, tone, seed);
      case COMPLETE -> suggesting.complete(member, category, text, seed);
      case POST -> suggesting.post(member, text, seed);
      case SUMMARY -> suggesting.summary(member, text);
      case RESUME -> suggesting.resume(member, text);
      case JOB -> suggesting.job(member, lines().getFirst(), lines().subList(1, lines().size()));
      case MESSAGE -> suggesting.message(member, occasion, recipient, text);
    };
  }

  /// What the job that a résumé is for asks for, and what the member's records say to it.
  Optional<Fit> fit(Matchmaking matchmaking, MemberId member) {
    return kind == Kind.RESUME && !text.isBlank()
        ? Optional.of(matchmaking.ownFit(member, text))
        : Optional.empty();
  }

  private List<String> lines() {
    return Arrays.stream(text.split("\\R", -1))
        .map(String::strip)
        .filter(l -> !l.isEmpty())
        .toList();
  }

  /// Kind and size only: the text is the member's.
  @Override
  public String toString() {
    return "Wish[%s, %d characters]".formatted(kind, text.length());
  }
}
