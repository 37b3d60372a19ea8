package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.assist.Answer;
import dev.demur.assist.Kind;
import dev.demur.assist.Occasion;
import dev.demur.assist.Recipient;
import dev.demur.assist.Suggestion;
import dev.demur.assist.Tone;
import dev.demur.home.SaidIndependently.Said;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Suggestions of the model that ships, trained on a sample network, checked by
/// [SaidIndependently], which shares no code with the product. `-Ddemur.grounding=1000` checks so
/// many of each kind.
class GroundedOnModelTest {
  private static final int WANTED = Integer.getInteger("demur.grounding", 20);
  private static final int MEMBERS = WANTED > 100 ? 60 : 24;
  private static final int MOST_REQUESTS = 8 * WANTED;
  private static final Path SHIPPED = Path.of("..", "models", "base");

  @TempDir static Path folder = Path.of("");

  private static final class Trained {
    private static final Trained ONCE = new Trained();

    private final Home home;
    private final Suggesting suggesting;
    private final List<MemberId> members;
    private final List<CorpusRow> texts = new ArrayList<>();
    private final SaidIndependently checker;

    private Trained() {
      try {
        TestNetwork network = TestNetwork.in(folder, MEMBERS, 7);
        home = network.open("home");
        network.takeIn(home, Set.of());
        Path base = WANTED > 100 ? SHIPPED : network.base();
        Building.run(
            home,
            TestNetwork.PROGRAM,
            () -> base,
            Optional.of(TestNetwork.AS_OF),
            1,
            Progress.NONE);
        Training.run(home, base, OptionalInt.of(2), OptionalInt.of(2), 2, Progress.NONE);
        suggesting = new Suggesting(home, () -> base);
        home.corpus()
            .scan((member, rows) ->
                rows.stream().filter(row -> row.text().length() > 40).forEach(texts::add));
        members = List.copyOf(home.corpus().holders());
        checker = SaidIndependently.over(members.stream().map(home.records()::of).toList());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsStatedThatNeitherRecordsNorRequestSay(Kind kind) {
    Trained trained = Trained.ONCE;
    SplittableRandom random = new SplittableRandom(kind.ordinal());
    List<String> untraceable = new ArrayList<>();
    int shown = 0;
    for (int request = 0; shown < WANTED && request < MOST_REQUESTS; request++) {
      MemberId asker = trained.members.get(random.nextInt(trained.members.size()));
      Asked asked = ask(trained, kind, asker, random);
      Said known =
          Said.by(trained.home.records().of(asker))
              .and(asked.given())
              .andYears(TestNetwork.CLOCK.instant());
      for (Suggestion suggestion : asked.answer().suggestions()) {
        shown++;
        trained
            .checker
            .untraceable(asked.before(), suggestion.text(), known)
            .forEach(what -> untraceable.add(what + " in: " + suggestion.text()));
      }
    }

    System.out.printf("%s: %d suggestions checked%n", kind, shown);
    assertThat(untraceable).isEmpty();
    assertThat(shown).isGreaterThanOrEqualTo(WANTED);
  }

  /// @param given what the request says, which may be repeated
  /// @param before what stands before the suggestion
  private record Asked(Answer answer, String given, String before) {}

  private static Asked ask(Trained trained, Kind kind, MemberId asker, SplittableRandom random) {
    Suggesting suggesting = trained.suggesting;
    long seed = random.nextLong();
    String text = trained.texts.get(random.nextInt(trained.texts.size())).text();
    return switch (kind) {
      case HEADLINE -> new Asked(suggesting.headline(asker, seed), "", "");
      case ABOUT -> new Asked(suggesting.about(asker, one(random, Tone.values()), seed), "", "");
      case COMPLETE -> {
        CorpusRow row = trained.texts.get(random.nextInt(trained.texts.size()));
        String typed = row.text().substring(0, random.nextInt(1, row.text().length()));
        Category category = row.category();
        yield new Asked(suggesting.complete(asker, category, typed, seed), typed, typed);
      }
      case POST -> {
        String topic = sentence(text);
        yield new Asked(suggesting.post(asker, topic, seed), topic, "");
      }
      case SUMMARY -> new Asked(suggesting.summary(asker, text), text, "");
      case JOB -> {
        List<String> notes = List.of(sentence(text));
        String title = "Analyst";
        String skills = String.join(", ", Matchmaking.careers(trained.home).skillsOf(title));
        String given = title + "\n" + notes + "\n" + skills;
        yield new Asked(suggesting.job(asker, title, notes), given, "");
      }
      case RESUME -> new Asked(suggesting.resume(asker, text), "", "");
      case MESSAGE -> {
        Recipient to =
            new Recipient(Optional.of("Zoe"), Optional.of("Buyer"), Optional.of("Quay Foods"));
        String topic = random.nextBoolean() ? "" : sentence(text);
        String given = "Zoe Buyer Quay Foods " + topic;
        Occasion occasion = one(random, Occasion.values());
        yield new Asked(suggesting.message(asker, occasion, to, topic), given, "");
      }
    };
  }

  private static <T> T one(SplittableRandom random, T[] all) {
    return all[random.nextInt(all.length)];
  }

  private static String sentence(String text) {
    int end = text.indexOf(". ");
    return text.substring(0, Math.min(120, end > 0 ? end : text.length()));
  }
}
