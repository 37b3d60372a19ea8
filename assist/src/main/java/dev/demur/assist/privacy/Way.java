package dev.demur.assist.privacy;

/// How somebody who knows the beginning of a canary tries to get its end out of a model.
public enum Way {
  /// The likeliest word each time.
  GREEDY("greedy", false),
  /// The likeliest whole continuations.
  BEAM("beam", false),
  /// The likeliest allowed word each time, shown only if the guard lets the whole text pass.
  GUARDED_GREEDY("greedy, guard", true),
  /// The likeliest whole continuations, of which only those are shown that the guard lets pass.
  GUARDED_BEAM("beam, guard", true),
  /// One word for four, again and again, so that no request holds six words. The guard judges each
  /// request by itself, so this is what it cannot rule out.
  GUARDED_STEPS("word by word, guard", true);

  private final String title;
  private final boolean guarded;

  Way(String title, boolean guarded) {
    this.title = title;
    this.guarded = guarded;
  }

  public String title() {
    return title;
  }

  /// Whether what is found has passed the guard.
  public boolean isGuarded() {
    return guarded;
  }
}
