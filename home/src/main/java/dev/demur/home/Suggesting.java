package dev.demur.home;

import dev.demur.assist.Answer;
import dev.demur.assist.Kind;
import dev.demur.assist.Learned;
import dev.demur.assist.Occasion;
import dev.demur.assist.Recipient;
import dev.demur.assist.Suggestion;
import dev.demur.assist.SuggestionLog;
import dev.demur.assist.SuggestionService;
import dev.demur.assist.Tone;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.home.Suggestions.Shown;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Suggestions for the members of a home, from what is trained there now.
///
/// A removal that begins takes effect with the next request. Thread-safe.
public final class Suggesting {
  private static final int PRACTICE_STEP = 4;
  private static final String PRACTICE =
      "We are looking for somebody who likes to work with people. I have learned a lot from this team.";

  private final Home home;
  private final Lessons lessons;
  private final Profiles profiles;
  private final Outsourcing outsourcing;
  private final SuggestionService service;
  private final Reloaded<Learned> learned;

  /// @param base where the base model is; asked only when something has been trained
  /// @throws InputRefused when the home names a vendor in a way that cannot be read
  public Suggesting(Home home, Supplier<Path> base) {
    this(home, base, Outsourcing.of(home));
  }

  Suggesting(Home home, Supplier<Path> base, Outsourcing outsourcing) {
    this.home = home;
    this.outsourcing = outsourcing;
    this.lessons = new Lessons(home, base);
    this.profiles = new Profiles(home);
    this.service =
        new SuggestionService(Learned.nothing(), this::keep, () -> UUID.randomUUID().toString());
    this.learned = new Reloaded<>(home, this::published);
  }

  /// Reads ahead of a member's first request what it will need.
  public void expect(MemberId member) {
    current();
    profile(member);
  }

  /// Reads ahead of all requests what they need, and writes for nobody until the code is warm.
  public void practise() {
    SuggestionService practice =
        new SuggestionService(learned.get(), (asker, shown) -> {}, () -> "practice");
    MemberProfile nobody =
        MemberProfile.of(new MemberId("nobody"), List.of(), home.clock().instant());
    for (int letters = 1;
        letters <= PRACTICE.length() && !Thread.currentThread().isInterrupted();
        letters += PRACTICE_STEP) {
      practice.complete(nobody, Category.CONTENT_POST, PRACTICE.substring(0, letters), letters);
    }
  }

  /// What a suggestion would replace: the headline or the text about the member as they are.
  public Optional<String> present(MemberId member, Kind kind) {
    return switch (kind) {
      case HEADLINE -> written(member, Category.PROFILE_HEADLINE);
      case ABOUT -> written(member, Category.PROFILE_SUMMARY);
      case COMPLETE, POST, SUMMARY, JOB, RESUME, MESSAGE -> Optional.empty();
    };
  }

  private Optional<String> written(MemberId member, Category category) {
    return home.records().of(member).stream()
        .filter(record -> record.category() == category)
        .filter(record -> record.author().equals(Optional.of(member)))
        .flatMap(record -> record.field(Fields.TEXT).stream())
        .findFirst();
  }

  public Answer headline(MemberId member, long seed) {
    return current().headline(profile(member), seed, outsourcing.help(member));
  }

  public Answer about(MemberId member, Tone tone, long seed) {
    return current().about(profile(member), tone, seed, outsourcing.help(member));
  }

  /// The next words behind what a member typed.
  public Answer complete(MemberId member, Category category, String typed, long seed) {
    return current().complete(profile(member), category, typed, seed);
  }

  /// Drafts of a post on a topic.
  public Answer post(MemberId member, String topic, long seed) {
    return current().post(profile(member), topic, seed, outsourcing.help(member));
  }

  /// The sentences that say most of a text that the member gives.
  public Answer summary(MemberId member, String text) {
    return current().summary(profile(member), text);
  }

  /// A résumé from the member's own facts, in the order that suits a job.
  public Answer resume(MemberId member, String job) {
    return current().resume(profile(member), job);
  }

  /// A description of a job from its title and notes, with what enough members in it know.
  public Answer job(MemberId member, String title, List<String> notes) {
    List<String> skills = Matchmaking.careers(home).skillsOf(title);
    return current().job(profile(member), title, notes, skills);
  }

  /// Messages to somebody, of whom nothing is looked up.
  public Answer message(MemberId member, Occasion occasion, Recipient recipient, String topic) {
    return current().message(profile(member), occasion, recipient, topic);
  }

  private MemberProfile profile(MemberId member) {
    return profiles.of(member);
  }

  private void keep(MemberId asker, List<SuggestionLog.Entry> entries) {
    Instant now = home.clock().instant();
    SequencedMap<Shown, Set<MemberId>> shown = new LinkedHashMap<>();
    for (SuggestionLog.Entry entry : entries) {
      Suggestion each = entry.suggestion();
      shown.put(
          new Shown(each.id(), asker, each.kind().code(), each.text(), now, "shown"),
          entry.supporters());
    }
    home.suggestions().record(shown);
  }

  private SuggestionService current() {
    learned.get();
    return service;
  }

  private Learned published() throws IOException {
    profiles.sweep();
    Learned fresh = lessons.read();
    service.publish(fresh);
    return fresh;
  }
}
