package dev.demur.archive.linkedin;

import dev.demur.archive.text.Persons;
import dev.demur.model.MemberId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// People as LinkedIn names them.
final class People {
  private static final String HOST_AND_SLUG =
      "linkedin\\.com/(?:mwlite/)?in/([^/?#\\s,;\"'<>)\\]]{1,300})";

  /// A profile URL: scheme and host optional parts vary, the slug is the segment after `/in/`.
  private static final Pattern PROFILE =
      Pattern.compile("(?i)(?:https?://)?(?:[a-z0-9-]{1,20}\\.)?" + HOST_AND_SLUG);

  /// The same without its start, which is optional: found in the same places.
  private static final Pattern PROFILE_IN_TEXT = Pattern.compile("(?i)" + HOST_AND_SLUG);

  private static final List<String> COMMON_STARTS =
      List.of("https://www.linkedin.com/in/", "www.linkedin.com/in/");
  private static final int MAX_ID = 190;
  private static final String NAME_PREFIX = "name:";

  private People() {}

  /// The profile slug of a URL: lower case, percent-decoded, NFC; empty when it is no profile's.
  static Optional<MemberId> byUrl(String url) {
    String plain = afterCommonStart(url);
    if (isPlain(plain)) {
      return Optional.of(new MemberId(plain));
    }
    Matcher matcher = PROFILE.matcher(url.strip());
    return matcher.lookingAt() ? slug(matcher.group(1)) : Optional.empty();
  }

  /// What stands behind the start that nearly all of these URLs have; empty behind any other.
  private static String afterCommonStart(String url) {
    for (String start : COMMON_STARTS) {
      if (url.startsWith(start)) {
        return url.substring(start.length());
      }
    }
    return "";
  }

  /// Every profile whose URL stands in a text, in its order.
  static List<MemberId> inText(String text) {
    if (!text.contains("/in/") && !text.contains("/IN/") && !text.contains("/In/")) {
      return List.of();
    }
    var people = new ArrayList<MemberId>();
    Matcher matcher = PROFILE_IN_TEXT.matcher(text);
    while (matcher.find()) {
      slug(matcher.group(1)).filter(p -> !people.contains(p)).ifPresent(people::add);
    }
    return people;
  }

  private static Optional<MemberId> slug(String raw) {
    if (isPlain(raw)) {
      return Optional.of(new MemberId(raw));
    }
    String decoded;
    try {
      decoded = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      decoded = raw;
    }
    String plain = Normalizer.normalize(decoded, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    String clean = clean(plain.replaceAll("[.…]+$", ""));
    boolean usable = !clean.isEmpty() && clean.length() <= MAX_ID && !clean.startsWith(NAME_PREFIX);
    return usable ? Optional.of(new MemberId(clean)) : Optional.empty();
  }

  /// Whether a slug is as nearly all are: of small letters, digits and hyphens.
  private static boolean isPlain(String slug) {
    for (int i = 0; i < slug.length(); i++) {
      char c = slug.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return !slug.isEmpty() && slug.length() <= MAX_ID;
  }

  /// Somebody of whom only the name is known; empty for nobody and for closed accounts.
  static Optional<MemberId> byName(String name) {
    String clean =
        Persons.isClean(name) ? name : clean(Normalizer.normalize(name, Normalizer.Form.NFC));
    boolean usable =
        !clean.isEmpty() && clean.length() <= MAX_ID && !clean.equalsIgnoreCase("LinkedIn Member");
    return usable ? Optional.of(MemberId.ofName(clean)) : Optional.empty();
  }

  private static String clean(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.isSpaceChar(c) ? ' ' : c)
        .forEach(clean::appendCodePoint);
    return clean.toString().strip().replaceAll(" +", " ");
  }
}
