package dev.demur.archive.x;

import dev.demur.archive.json.Json;
import dev.demur.archive.text.Markup;
import dev.demur.archive.text.Persons;
import dev.demur.model.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a post says in its writer's own words, and whom it names.
///
/// @param ownText without what it repeats of others; empty when nothing is left
/// @param repeated whose post it repeats, when it does
/// @param mentions whom else it names, or answers
record Posting(String ownText, Optional<MemberId> repeated, List<MemberId> mentions) {
  private static final Pattern REPEAT =
      Pattern.compile("(?s)^(.*?)(?:^|(?<=\\s))(?:RT|MT|QT):? ?@(\\w{1,20})\\b:?.*$");
  private static final Pattern QUOTE =
      Pattern.compile("(?s)[\"\u201C]\\s?@\\w{1,20}:[^\"\u201D]*(?:[\"\u201D]|$)");

  /// @param account whose post it is; never among the mentions
  static Posting of(Json tweet, MemberId account) {
    String full = tweet.text("full_text").or(() -> tweet.text("text")).orElse("");
    Matcher repeat = REPEAT.matcher(full);
    boolean repeats = mayRepeat(full) && repeat.matches();
    String own = repeats ? repeat.group(1) : full;
    own = own.indexOf('@') < 0 ? own : QUOTE.matcher(own).replaceAll(" ");
    List<Json> named = tweet.at("entities", "user_mentions").items();
    Optional<MemberId> repeated =
        repeats ? Optional.of(person(named, repeat.group(2))).flatMap(p -> p) : Optional.empty();
    var mentions = new ArrayList<MemberId>();
    if (!own.isBlank()) {
      named.forEach(mention -> person(mention).ifPresent(mentions::add));
      replyTo(tweet).ifPresent(mentions::add);
    }
    mentions.removeIf(person -> person.equals(account) || repeated.equals(Optional.of(person)));
    return new Posting(
        Markup.unescaped(withLinks(own, tweet)).strip(),
        repeated,
        mentions.stream().distinct().toList());
  }

  /// Whether a text has what every repeat has, which is sooner seen than matched.
  private static boolean mayRepeat(String text) {
    return text.indexOf('@') >= 0
        && (text.contains("RT") || text.contains("MT") || text.contains("QT"));
  }

  private static Optional<MemberId> person(List<Json> named, String handle) {
    return named.stream()
        .filter(m -> m.text("screen_name").filter(handle::equalsIgnoreCase).isPresent())
        .flatMap(m -> person(m).stream())
        .findFirst()
        .or(() -> Persons.byHandle(handle));
  }

  /// By account id; by handle where the account is gone and its id is not a number.
  private static Optional<MemberId> person(Json mention) {
    return mention
        .at("id_str")
        .id()
        .or(() -> mention.at("id").id())
        .or(() -> mention.text("screen_name"))
        .flatMap(Persons::byHandle);
  }

  private static Optional<MemberId> replyTo(Json tweet) {
    return tweet
        .at("in_reply_to_user_id_str")
        .id()
        .or(() -> tweet.text("in_reply_to_screen_name"))
        .flatMap(Persons::byHandle);
  }

  /// The text with shortened links in full, and without the links that stand for its own pictures.
  private static String withLinks(String text, Json tweet) {
    String full = text;
    if (!full.contains("t.co/")) {
      return full;
    }
    for (Json link : tweet.at("entities", "urls").items()) {
      String shorter = link.text("url").orElse("");
      Optional<String> longer = link.text("expanded_url");
      if (!shorter.isEmpty() && longer.isPresent()) {
        full = full.replace(shorter, longer.get());
      }
    }
    for (String entities : List.of("entities", "extended_entities")) {
      for (Json picture : tweet.at(entities, "media").items()) {
        String url = picture.text("url").orElse("");
        full = url.isEmpty() ? full : full.replace(url, "");
      }
    }
    return full;
  }
}
