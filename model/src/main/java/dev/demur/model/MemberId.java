package dev.demur.model;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/// The id of a person: a platform's account id or profile slug.
///
/// Whoever the ledger knows under the id is a member; everybody else is a stranger. A person known
/// only by name has an id of the form `name:jane roe`, which no member can have.
///
/// @param value 1 to 200 characters, no control characters, no space at either end
public record MemberId(String value) implements Comparable<MemberId> {
  private static final int MAX_LENGTH = 200;
  private static final char DELETE = 0x7F;
  private static final String NAME_PREFIX = "name:";

  /// More than one, or one that is no space.
  private static final Pattern SPACES = Pattern.compile("\\s{2,}|[\\s&&[^ ]]");

  public MemberId {
    Objects.requireNonNull(value, "value");
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a member id must have 1 to %d characters, got %d".formatted(MAX_LENGTH, value.length()));
    }
    if (!isPlain(value) && (hasControlCharacter(value) || !value.equals(value.strip()))) {
      throw new IllegalArgumentException(
          "a member id must have no control characters and no space at either end");
    }
  }

  /// Whether there is nothing but ASCII and no white space, as in nearly all ids that are no names.
  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c >= DELETE) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasControlCharacter(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// The id of somebody of whom only a name is known; case and spacing do not matter.
  public static MemberId ofName(String name) {
    String bare = name.strip();
    String single = isSingleSpaced(bare) ? bare : SPACES.matcher(bare).replaceAll(" ");
    return new MemberId(NAME_PREFIX + single.toLowerCase(Locale.ROOT));
  }

  /// Whether spaces are single and nothing else is white, as in nearly all names.
  private static boolean isSingleSpaced(String name) {
    char before = 'a';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return true;
  }

  /// Whether only a name is known; such a person is a stranger in every ledger.
  public boolean isNameOnly() {
    return value.startsWith(NAME_PREFIX);
  }

  @Override
  public int compareTo(MemberId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
