package dev.demur.archive.meta;

import dev.demur.archive.text.Persons;
import dev.demur.model.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text whose mentions, `@[100000000000001:2048:Jane Roe]` or `@jane.roe`, have been made out.
///
/// @param text with names in place of the former
record Mentions(String text, List<MemberId> people) {
  private static final Pattern MARKED =
      Pattern.compile("@\\[(\\d{1,20}):\\d{1,9}:([^\\]]{1,200})]");
  private static final Pattern HANDLE =
      Pattern.compile("(?<![\\w.@])@([A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?)");

  /// People by number and by name: by the one they object, by the other they are found in the text.
  static Mentions in(String words) {
    if (!words.contains("@[")) {
      return new Mentions(words.strip(), List.of());
    }
    var people = new ArrayList<MemberId>();
    Matcher matcher = MARKED.matcher(words);
    var text = new StringBuilder();
    while (matcher.find()) {
      Persons.byHandle(matcher.group(1)).ifPresent(people::add);
      Persons.byName(matcher.group(2)).ifPresent(people::add);
      matcher.appendReplacement(text, Matcher.quoteReplacement(matcher.group(2)));
    }
    matcher.appendTail(text);
    return new Mentions(text.toString().strip(), people.stream().distinct().toList());
  }

  /// People by handle, as Instagram writes them.
  static Mentions ofHandles(String words) {
    int at = words.indexOf('@');
    if (at < 0) {
      return new Mentions(words.strip(), List.of());
    }
    var people = new ArrayList<MemberId>();
    Matcher matcher = HANDLE.matcher(words);
    while (at >= 0 && matcher.find(at)) {
      Persons.byHandle(matcher.group(1)).ifPresent(people::add);
      at = words.indexOf('@', matcher.end());
    }
    return new Mentions(words.strip(), people.stream().distinct().toList());
  }
}
