package dev.demur.assist;

import dev.demur.assist.pattern.Frame;
import java.util.List;
import java.util.stream.Stream;

/// Our own wording, for members whom neither model nor patterns help.
final class Templates {
  private static final List<Frame> HEADLINES =
      frames(
          "{title} at {company} | {skill}, {skill} and {skill}",
          "{title} with {experience} of experience | {skill} and {skill}",
          "{title} in {city} | {skill} | {skill} | {skill}",
          "{title} at {company}",
          "{title}, formerly {former-title} at {former-company}",
          "{degree} from {school} | {skill} and {skill}",
          "{skill}, {skill} and {skill}",
          "{title}",
          "Formerly {former-title} at {former-company} | {skill} and {skill}",
          "{degree} from {school}",
          "Studied at {school}");

  private static final List<Frame> PLAIN =
      frames(
          "I am {a} {title} at {company}.",
          "I have {experience} of experience.",
          "My work covers {skill}, {skill} and {skill}.",
          "Before that I was {a} {former-title} at {former-company}.",
          "I hold {a} {degree} from {school}.",
          "I am based in {city}.");

  private static final List<Frame> WARM =
      frames(
          "Hello! I work as {a} {title} at {company}.",
          "After {experience} I still enjoy what I do, above all {skill} and {skill}.",
          "My path led me from {former-company} to {company}.",
          "I studied at {school}, and I keep learning.",
          "If you are near {city} or care about {skill}, do say hello.");

  private static final List<Frame> CONFIDENT =
      frames(
          "{title} at {company} with {experience} of experience.",
          "I am known for {skill}, {skill} and {skill}.",
          "I have worked for {company} and {former-company}.",
          "My degree: {degree}, {school}.",
          "Talk to me about {skill}.");

  /// For whom the usual first sentence has no facts.
  private static final List<Frame> OPENINGS =
      frames(
          "I am {a} {title}.",
          "I work at {company}.",
          "I was {a} {former-title} at {former-company}.",
          "I studied at {school}.",
          "My skills are {skill} and {skill}.",
          "I know {skill}.");

  private Templates() {}

  private static List<Frame> frames(String... texts) {
    return Stream.of(texts).map(Frame::new).toList();
  }

  static List<Frame> headlines() {
    return HEADLINES;
  }

  static List<Frame> about(Tone tone) {
    return switch (tone) {
      case PLAIN -> PLAIN;
      case WARM -> WARM;
      case CONFIDENT -> CONFIDENT;
    };
  }

  static List<Frame> openings() {
    return OPENINGS;
  }
}
