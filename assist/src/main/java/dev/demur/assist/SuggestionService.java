package dev.demur.assist;

import dev.demur.assist.guard.Disclosed;
import dev.demur.assist.guard.Refusal;
import dev.demur.assist.profile.FactKind;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.model.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// Suggests text to members.
///
/// What a request reads of the learned is read once at its beginning. Between requests, nothing is
/// kept but which rare words were shown, see [dev.demur.assist.guard.Disclosed]. Thread-safe.
public final class SuggestionService {
  private static final int MOST_HEADLINES = 5;
  private static final int MOST_ABOUTS = 3;
  private static final int MOST_COMPLETIONS = 3;
  private static final int MOST_TYPED = 600;
  private static final int MOST_DRAFTS = 3;
  private static final int SUMMARY_SENTENCES = 3;
  private static final int MOST_GIVEN = 100_000;
  private static final int VENDOR_DRAFTS = 2;
  private static final String HEADLINE_TASK =
      "Write headlines for the member's profile, each one line of at most twelve words.";
  private static final String POST_TASK = "Write a short post for the member's network.";

  private final SuggestionLog log;
  private final Supplier<String> ids;
  private final Disclosed disclosed = new Disclosed();
  private volatile Learned learned;

  /// @param log told of each suggestion before it is shown
  /// @param ids a new id each time
  public SuggestionService(Learned learned, SuggestionLog log, Supplier<String> ids) {
    this.learned = learned;
    this.log = log;
    this.ids = ids;
  }

  /// From the return of this method on, requests that begin use this and nothing older.
  public void publish(Learned newlyLearned) {
    learned = newlyLearned;
    disclosed.clear();
  }

  /// Headlines for a member's profile.
  ///
  /// @param seed equal seeds give equal suggestions as long as nothing else changes
  public Answer headline(MemberProfile member, long seed, Outside outside) {
    Learned now = learned;
    Review review = review(Kind.HEADLINE, member, now, List.of());
    member.facts(FactKind.HEADLINE).forEach(headline -> review.skip(headline.text()));
    List<Draft> drafts = new ArrayList<>(outside.drafts(HEADLINE_TASK, "", review, VENDOR_DRAFTS));
    drafts.addAll(new Headlines(now, review, seed).drafts());
    return answer(review, "", drafts, MOST_HEADLINES);
  }

  /// The same without a vendor.
  public Answer headline(MemberProfile member, long seed) {
    return headline(member, seed, Outside.NONE);
  }

  /// Texts about a member for the member's profile.
  public Answer about(MemberProfile member, Tone tone, long seed, Outside outside) {
    Learned now = learned;
    Review review = review(Kind.ABOUT, member, now, List.of());
    String task =
        "Write the text about the member for the profile, three to five sentences, in a %s tone."
            .formatted(tone.name().toLowerCase(Locale.ROOT));
    List<Draft> drafts = new ArrayList<>(outside.drafts(task, "", review, 1));
    drafts.addAll(new Abouts(now, review, tone, seed).drafts());
    return answer(review, "", drafts, MOST_ABOUTS);
  }

  /// The same without a vendor.
  public Answer about(MemberProfile member, Tone tone, long seed) {
    return about(member, tone, seed, Outside.NONE);
  }

  /// The next words behind what a member typed. Only the last 600 characters are looked at.
  ///
  /// @param category what is being written, e.g. `profile.summary` or `content.post`
  /// @param typed everything before the cursor
  public Answer complete(MemberProfile member, Category category, String typed, long seed) {
    Learned now = learned;
    String recent = typed.substring(Math.max(0, typed.length() - MOST_TYPED));
    Review review = review(Kind.COMPLETE, member, now, List.of(recent));
    List<Draft> drafts = new Completions(now, review, category, recent, seed).drafts();
    return answer(review, recent, drafts, MOST_COMPLETIONS);
  }

  /// Posts on a topic.
  public Answer post(MemberProfile member, String topic, long seed, Outside outside) {
    Learned now = learned;
    Review review = review(Kind.POST, member, now, List.of(topic));
    List<Draft> drafts =
        new ArrayList<>(
            topic.isBlank() ? List.of() : outside.drafts(POST_TASK, topic.strip(), review, 1));
    drafts.addAll(new Posts(now, review, topic, seed).drafts());
    return answer(review, "", drafts, MOST_DRAFTS);
  }

  /// The same without a vendor.
  public Answer post(MemberProfile member, String topic, long seed) {
    return post(member, topic, seed, Outside.NONE);
  }

  /// A summary of a post or thread that the member has before them: its own sentences.
  public Answer summary(MemberProfile member, String text) {
    Review review = review(Kind.SUMMARY, member, learned, List.of(text));
    List<String> sentences = review.keep(Summaries.of(text, SUMMARY_SENTENCES));
    return answer(review, "", given(sentences), 1);
  }

  private static List<Draft> given(List<String> sentences) {
    return sentences.isEmpty()
        ? List.of()
        : List.of(new Draft(Origin.GIVEN, String.join("\n", sentences)));
  }

  /// Messages to somebody.
  ///
  /// @param topic what they are about; may be empty
  public Answer message(
      MemberProfile member, Occasion occasion, Recipient recipient, String topic) {
    List<String> given = new ArrayList<>(recipient.said());
    given.add(topic);
    Review review = review(Kind.MESSAGE, member, learned, given);
    return answer(review, "", new Messages(review, recipient, topic).drafts(occasion), MOST_DRAFTS);
  }

  /// A description of a job.
  ///
  /// @param notes one duty or demand each
  /// @param skills what enough members in such a job know, see
  ///   [dev.demur.assist.career.Careers#skillsOf]
  public Answer job(MemberProfile member, String title, List<String> notes, List<String> skills) {
    if (title.isBlank()) {
      throw new IllegalArgumentException("a job description needs a title, got an empty one");
    }
    List<String> given = new ArrayList<>(notes);
    given.add(title);
    given.addAll(skills);
    Review review = review(Kind.JOB, member, learned, given);
    return answer(review, "", List.of(JobTexts.of(title.strip(), notes, skills)), 1);
  }

  /// A résumé from the member's own facts, in the order that suits a job.
  ///
  /// @param job the text of the job; may be empty
  public Answer resume(MemberProfile member, String job) {
    List<Draft> drafts = Resumes.of(member, job).stream().toList();
    List<String> own = drafts.stream().map(Draft::text).toList();
    Review review = new Review(Kind.RESUME, member, learned, Resumes.HEADINGS, own, disclosed);
    return answer(review, "", drafts, 1);
  }

  private Review review(Kind kind, MemberProfile member, Learned learned, List<String> given) {
    int size = given.stream().mapToInt(String::length).sum();
    if (size > MOST_GIVEN) {
      throw new IllegalArgumentException(
          "a request takes at most %d characters, got %d".formatted(MOST_GIVEN, size));
    }
    return new Review(kind, member, learned, given, List.of(), disclosed);
  }

  private Answer answer(Review review, String typed, List<Draft> drafts, int limit) {
    List<Suggestion> suggestions = review.suggest(typed, drafts, limit, ids);
    if (suggestions.isEmpty() && review.refused().isEmpty()) {
      review.refuse(Refusal.NOTHING_FOUND);
    }
    if (!suggestions.isEmpty()) {
      log.shown(
          review.asker().member(),
          suggestions.stream()
              .map(each -> new SuggestionLog.Entry(each, review.supporters(typed, each)))
              .toList());
    }
    return new Answer(suggestions, review.refused());
  }
}
