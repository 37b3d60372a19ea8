package dev.demur.assist.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what may be an e-mail address, a web address or a handle: rather too much than too little.
final class Addresses {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\S*[@＠]\\S+"
              + "|(?i:https?|ftp|mailto)[:：]\\S*"
              + "|(?i:www)\\.\\S+"
              + "|[\\p{L}\\p{N}-]+\\.(?:[\\p{L}\\p{N}-]+\\.)*(?i:com|org|net|edu|gov|io|ai|eu|info"
              + "|biz|dev|app|me|co|uk|de|fr|nl|es|it|ch|at|be|se|no|dk|fi|pl|ie|ca|us|in|br|hk"
              + "|example|test)(?![\\p{L}\\p{N}])(?:[/?#]\\S*)?");

  private Addresses() {}

  /// Begin and end of each.
  static List<int[]> in(String text) {
    List<int[]> found = new ArrayList<>();
    Matcher matcher = ADDRESS.matcher(text);
    while (matcher.find()) {
      found.add(new int[] {matcher.start(), matcher.end()});
    }
    return found;
  }
}
