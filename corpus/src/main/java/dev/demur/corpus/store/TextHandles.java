package dev.demur.corpus.store;

import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Hides other people's ids inside the values of one record: the `person` field, profile addresses
/// in running text (`linkedin.com/in/jane-roe`), and the ids of the people whom the record names.
final class TextHandles {
  private static final String NETWORK = "linkedin.com/";
  private static final List<String> PROFILE_PATHS = List.of("in/", "mwlite/in/");
  private static final int MIN_ID_LENGTH = 4;
  private static final int MAX_SLUG = 190;

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
    if (!hasSurrogate(value)) {
      return value;
    }
    return value
        .codePoints()
        .map(c -> c <= 0xFFFF && Character.isSurrogate((char) c) ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean hasSurrogate(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isSurrogate(value.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private String hideProfilePaths(String text) {
    int at = indexOfIgnoringCase(text, NETWORK, 0);
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    while (at >= 0) {
      int start = slugStart(text, at + NETWORK.length());
      int end = start;
      while (end < text.length() && !isSlugEnd(text.charAt(end))) {
        end++;
      }
      out.append(text, copied, start).append(hiddenSlug(text.substring(start, end)));
      copied = end;
      at = indexOfIgnoringCase(text, NETWORK, end);
    }
    return out.append(text, copied, text.length()).toString();
  }

  /// Where the slug starts behind the network's name; where it would when this is no profile.
  private static int slugStart(String text, int from) {
    for (String path : PROFILE_PATHS) {
      if (text.regionMatches(true, from, path, 0, path.length())) {
        return from + path.length();
      }
    }
    return text.length();
  }

  private static boolean isSlugEnd(char c) {
    return Character.isWhitespace(c) || "/?#,;\"'<>)]".indexOf(c) >= 0;
  }

  /// As the reader of archives makes an id of it: percent-decoded, composed, lower case.
  private String hiddenSlug(String slug) {
    String plain = decoded(slug).toLowerCase(Locale.ROOT);
    String bare = plain.replaceAll("[.…]+$", "");
    if (bare.isBlank() || bare.equals(holder.value()) || PersonTokens.isToken(bare)) {
      return slug;
    }
    String id = bare.strip().substring(0, Math.min(bare.strip().length(), MAX_SLUG));
    return tokens.tokenOf(new MemberId(id)).value() + plain.substring(bare.length());
  }

  private static String decoded(String slug) {
    try {
      String decoded = URLDecoder.decode(slug.replace("+", "%2B"), StandardCharsets.UTF_8);
      return Normalizer.normalize(decoded, Normalizer.Form.NFC).replaceAll("\\p{Cntrl}", " ");
    } catch (IllegalArgumentException e) {
      return slug; // a stray percent sign: taken as written
    }
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
    char first = Character.toLowerCase(Character.toUpperCase(wanted.charAt(0)));
    for (int i = from; i <= text.length() - wanted.length(); i++) {
      if (Character.toLowerCase(Character.toUpperCase(text.charAt(i))) == first
          && text.regionMatches(true, i, wanted, 0, wanted.length())) {
        return i;
      }
    }
    return -1;
  }
}
