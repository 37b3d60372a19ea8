package dev.demur.trace;

import java.text.Normalizer;
import java.util.Locale;

/// What one character becomes when texts are compared.
///
/// Compatibility decomposition, upper then lower case, accents and invisible characters dropped,
/// letters that look Latin made Latin. Character by character, so that every folded character keeps
/// the place of the one it came from.
final class Folding {
  static final int ASCII = 0x80;

  /* Lower-case letters of other scripts beside the Latin letters they are drawn like, after
  Unicode's confusables (UTS 39). Pairs whose capitals and small letters look like different Latin
  letters go with the small one. */
  private static final String LOOK_ALIKES =
      "аaвbеeёeкkмmнhоoпnрpсcтtуyхxзsіiїijjѕsԁdһhԛqԝwӏlѵvьbгrґr" // Cyrillic
          + "αaβbεeζzηnιiκkμmνvοoρpσoτtυuχxγyωwϲcϳj" // Greek
          + "օoսuոnհhոnցgզqյjԑe" // Armenian and others
          + "ɑaɡgɩiʀrʏyıiȷjʜhɴnᴀaᴄcᴅdᴇeᴊjᴋkᴍmᴏoᴘpᴛtᴜuᴠvᴡwᴢzøođdłlħhŧt";

  private static final char[] LOOKS_LIKE = table();

  private Folding() {}

  /// The folded characters: none for an invisible one, a space for what stands between words.
  static String of(int character) {
    if (character < ASCII) {
      return String.valueOf(ascii(character));
    }
    if (isInvisible(character)) {
      return "";
    }
    String plain = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD);
    String cased = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    String apart = Normalizer.normalize(cased, Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(apart.length());
    apart.codePoints().forEach(part -> append(part, folded));
    return folded.toString();
  }

  /// The folded character of one below [#ASCII].
  static char ascii(int character) {
    if (character >= 'A' && character <= 'Z') {
      return (char) (character + ('a' - 'A'));
    }
    boolean inWord =
        (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
    return inWord ? (char) character : ' ';
  }

  private static void append(int part, StringBuilder folded) {
    if (isInvisible(part) || isAccent(part)) {
      return;
    }
    if (!isOfWords(part)) {
      folded.append(' ');
    } else if (part < LOOKS_LIKE.length && LOOKS_LIKE[part] != 0) {
      folded.append(LOOKS_LIKE[part]);
    } else {
      folded.appendCodePoint(part);
    }
  }

  /// Format characters, and letters that are drawn as nothing.
  private static boolean isInvisible(int character) {
    return Character.getType(character) == Character.FORMAT
        || character == 0x115F
        || character == 0x1160
        || character == 0x3164
        || character == 0xFFA0;
  }

  /// A mark that any script's letters may carry; marks of one script are letters to it.
  private static boolean isAccent(int character) {
    int type = Character.getType(character);
    return (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK)
        && Character.UnicodeScript.of(character) == Character.UnicodeScript.INHERITED;
  }

  private static boolean isOfWords(int character) {
    return Character.isLetterOrDigit(character)
        || switch (Character.getType(character)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.LETTER_NUMBER,
              Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
  }

  /// Whether words of the character's script are written without spaces between them: then each
  /// character counts as a word.
  static boolean standsAlone(int character) {
    if (character < 0xE00) {
      return false;
    }
    return switch (Character.UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private static char[] table() {
    char[] table = new char[0x2000];
    for (int i = 0; i < LOOK_ALIKES.length(); i += 2) {
      table[LOOK_ALIKES.charAt(i)] = LOOK_ALIKES.charAt(i + 1);
    }
    return table;
  }
}
