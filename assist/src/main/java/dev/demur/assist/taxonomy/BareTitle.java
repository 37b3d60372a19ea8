package dev.demur.assist.taxonomy;

import java.util.regex.Pattern;

/// A job title without what advertisements put around it: places, pay, urgency, marks.
final class BareTitle {
  private static final Pattern IN_BRACKETS = Pattern.compile("\\([^()]*\\)?|\\[[^\\[\\]]*\\]?");
  private static final Pattern TAGS = Pattern.compile("#\\S*|[*!]+");
  private static final Pattern AFTERWARDS = Pattern.compile("\\s[-–—|@]+\\s.*|\\s*[|@].*");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private BareTitle() {}

  /// The title without brackets, tags and what follows a dash; as it was when nothing else is left.
  static String of(String title) {
    String without = IN_BRACKETS.matcher(title).replaceAll(" ");
    without = TAGS.matcher(without).replaceAll(" ");
    without = AFTERWARDS.matcher(without).replaceFirst(" ");
    String bare = SPACES.matcher(without).replaceAll(" ").strip();
    return LETTER.matcher(bare).find() ? bare : title;
  }
}
