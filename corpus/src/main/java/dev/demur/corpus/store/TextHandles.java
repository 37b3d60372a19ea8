package dev.demur.corpus.store;

import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Hides other people's ids inside the values of one record: the `person` field, profile addresses
/// in running text (`linkedin.com/in/jane-roe`), and the ids of the people whom the record names.
final class TextHandles {
  private static final String PROFILE_PATH = "linkedin.com/in/";
  private static final int MIN_ID_LENGTH = 4;
  private static final int MAX_SLUG = 150;

  private final PersonTokens tokens;
  private final MemberId holder;
  private final Map<String, MemberId> named = new TreeMap<>();

  TextHandles(PersonTokens tokens, MemberRecord record) {
    this.tokens = tokens;
    this.holder = record.holder();
    Stream.concat(
            record.author().stream(),
            Stream.concat(record.about().stream(), record.mentions().stream()))
        .filter(person -> !person.equals(holder) && !person.isNameOnly())
        .filter(person -> person.value().length() >= MIN_ID_LENGTH)
        .forEach(person -> named.put(person.value(), person));
  }

  /// A field's value with other people's ids replaced by their tokens.
  String hide(String field, String value) {
    if (field.equals(Fields.PERSON)) {
      return holder.value().equals(value) ? value : tokens.tokenOf(new MemberId(value)).value();
    }
    String hidden = hideProfilePaths(wellFormed(value));
    for (Map.Entry<String, MemberId> person : named.entrySet()) {
      hidden = hideId(hidden, person.getKey(), tokens.tokenOf(person.getValue()).value());
    }
    return hidden;
  }

  /// Lone surrogates have no UTF-8 form and would not come back from a file as they went in.
  private static String wellFormed(String value) {
    if (value.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return value;
    }
    return value
        .codePoints()
        .map(c -> c <= 0xFFFF && Character.isSurrogate((char) c) ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private String hideProfilePaths(String text) {
    int at = indexOfIgnoringCase(text, PROFILE_PATH, 0);
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    while (at >= 0) {
      int start = at + PROFILE_PATH.length();
      int end = start;
      while (end < text.length() && isSlugCharacter(text.charAt(end))) {
        end++;
      }
      out.append(text, copied, start);
      out.append(hiddenSlug(text.substring(start, end)));
      copied = end;
      at = indexOfIgnoringCase(text, PROFILE_PATH, end);
    }
    return out.append(text, copied, text.length()).toString();
  }

  private String hiddenSlug(String slug) {
    String lower = slug.toLowerCase(Locale.ROOT);
    if (slug.isEmpty() || lower.equals(holder.value())) {
      return slug;
    }
    return tokens
        .tokenOf(new MemberId(lower.substring(0, Math.min(lower.length(), MAX_SLUG))))
        .value();
  }

  private static String hideId(String text, String id, String token) {
    int at = indexOfIgnoringCase(text, id, 0);
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    while (at >= 0) {
      int end = at + id.length();
      if (isBoundary(text, end) && startsId(text, at, id)) {
        out.append(text, copied, at).append(token);
        copied = end;
      }
      at = indexOfIgnoringCase(text, id, end);
    }
    return out.append(text, copied, text.length()).toString();
  }

  /// An id that could be a word counts only behind an at sign.
  private static boolean startsId(String text, int at, String id) {
    boolean behindSign = at > 0 && text.charAt(at - 1) == '@';
    return behindSign || (isBoundary(text, at - 1) && !id.chars().allMatch(Character::isLetter));
  }

  private static boolean isBoundary(String text, int index) {
    return index < 0 || index >= text.length() || !isSlugCharacter(text.charAt(index));
  }

  private static boolean isSlugCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '%';
  }

  private static int indexOfIgnoringCase(String text, String wanted, int from) {
    for (int i = from; i <= text.length() - wanted.length(); i++) {
      if (text.regionMatches(true, i, wanted, 0, wanted.length())) {
        return i;
      }
    }
    return -1;
  }
}
