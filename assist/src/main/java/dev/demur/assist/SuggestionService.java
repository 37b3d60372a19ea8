package dev.demur.assist;

import dev.demur.assist.ground.Grounding;
import dev.demur.assist.guard.Refusal;
import dev.demur.assist.profile.FactKind;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.model.Category;
import java.util.List;
import java.util.function.Supplier;

/// Suggests text to members.
///
/// What a request reads of the learned is read once at its beginning, and nothing is kept between
/// requests. Thread-safe.
public final class SuggestionService {
  private static final int MOST_HEADLINES = 5;
  private static final int MOST_ABOUTS = 3;
  private static final int MOST_COMPLETIONS = 3;
  private static final int MOST_TYPED = 600;

  private final SuggestionLog log;
  private final Supplier<String> ids;
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
  }

  /// Headlines for a member's profile.
  ///
  /// @param seed equal seeds give equal suggestions as long as nothing else changes
  public Answer headline(MemberProfile member, long seed) {
    Learned now = learned;
    Review review = review(Kind.HEADLINE, member, now);
    member.facts(FactKind.HEADLINE).forEach(headline -> review.skip(headline.text()));
    List<Draft> drafts = new Headlines(now, review, seed).drafts();
    return answer(review, "", drafts, MOST_HEADLINES);
  }

  /// Texts about a member for the member's profile.
  public Answer about(MemberProfile member, Tone tone, long seed) {
    Learned now = learned;
    Review review = review(Kind.ABOUT, member, now);
    List<Draft> drafts = new Abouts(now, review, tone, seed).drafts();
    return answer(review, "", drafts, MOST_ABOUTS);
  }

  /// The next words behind what a member typed. Only the last 600 characters are looked at.
  ///
  /// @param category what is being written, e.g. `profile.summary` or `content.post`
  /// @param typed everything before the cursor
  public Answer complete(MemberProfile member, Category category, String typed, long seed) {
    Learned now = learned;
    String recent = typed.substring(Math.max(0, typed.length() - MOST_TYPED));
    Review review = review(Kind.COMPLETE, member, now);
    List<Draft> drafts = new Completions(now, review, category, recent, seed).drafts();
    return answer(review, recent, drafts, MOST_COMPLETIONS);
  }

  private static Review review(Kind kind, MemberProfile member, Learned learned) {
    return new Review(kind, member, learned.trace().view(), new Grounding(learned.terms()));
  }

  private Answer answer(Review review, String typed, List<Draft> drafts, int limit) {
    List<Suggestion> suggestions = review.suggest(typed, drafts, limit, ids);
    if (suggestions.isEmpty() && review.refused().isEmpty()) {
      review.refuse(Refusal.NOTHING_FOUND);
    }
    for (Suggestion suggestion : suggestions) {
      log.shown(review.asker().member(), suggestion, review.supporters(typed, suggestion));
    }
    return new Answer(suggestions, review.refused());
  }
}
