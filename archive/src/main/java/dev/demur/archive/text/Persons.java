package dev.demur.archive.text;

import dev.demur.archive.RecordDraft;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/// People as platforms name them.
public final class Persons {
  private static final int MAX_ID = 190;
  private static final String NAME_PREFIX = "name:";
  private static final String TOKEN_PREFIX = "token:";

  private static final char DELETE = 0x7F;
  private static final char NO_BREAK_SPACE = 0xA0;
  private static final char SOFT_HYPHEN = 0xAD;

  /// Below it no character changes or is changed by the next one in composed form.
  private static final char FIRST_COMBINING = 0x300;

  private Persons() {}

  /// Somebody with a handle or an account id; without the at sign, lower case.
  public static Optional<MemberId> byHandle(String handle) {
    String whole = clean(handle);
    String bare = whole.startsWith("@") ? whole.substring(1) : whole;
    String clean = bare.strip().toLowerCase(Locale.ROOT);
    boolean usable =
        !clean.isEmpty()
            && clean.length() <= MAX_ID
            && !clean.startsWith(NAME_PREFIX)
            && !clean.startsWith(TOKEN_PREFIX);
    return usable ? Optional.of(new MemberId(clean)) : Optional.empty();
  }

  /// Somebody of whom only the name is known.
  public static Optional<MemberId> byName(String name) {
    String clean = clean(name);
    return clean.isEmpty() || clean.length() > MAX_ID
        ? Optional.empty()
        : Optional.of(MemberId.ofName(clean));
  }

  /// A name in composed form, on one line, without direction marks.
  public static String clean(String name) {
    if (isClean(name)) {
      return name;
    }
    var clean = new StringBuilder(name.length());
    Normalizer.normalize(name, Normalizer.Form.NFC)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .map(c -> Character.isISOControl(c) || Character.isSpaceChar(c) ? ' ' : c)
        .filter(c -> c > 0xFFFF || !Character.isSurrogate((char) c))
        .forEach(clean::appendCodePoint);
    return clean.toString().strip().replaceAll(" +", " ");
  }

  /// Whether a name is clean already, as nearly all are: single spaces between letters that nothing
  /// composes with and that are no direction marks.
  public static boolean isClean(String name) {
    char before = ' ';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isLetter = (c > ' ' && c < DELETE) || (c > NO_BREAK_SPACE && c < FIRST_COMBINING);
      if ((!isLetter && (c != ' ' || before == ' ')) || c == SOFT_HYPHEN) {
        return false;
      }
      before = c;
    }
    return before != ' ' || name.isEmpty();
  }

  /// Puts a full name into the fields for first and last name: the last word is the last name.
  public static RecordDraft putName(RecordDraft draft, String fullName) {
    String clean = clean(fullName);
    int space = clean.lastIndexOf(' ');
    return draft
        .put(Fields.FIRST_NAME, space < 0 ? clean : clean.substring(0, space))
        .put(Fields.LAST_NAME, space < 0 ? "" : clean.substring(space + 1));
  }
}
