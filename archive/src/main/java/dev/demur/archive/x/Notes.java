package dev.demur.archive.x;

import dev.demur.archive.json.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The long posts of an archive, so that their cut forms are not taken for posts of their own.
///
/// Whether the two share an id is not known, so they are joined by id, else by second and start.
final class Notes {
  private static final int START = 60;
  private static final int MAX = 200_000;

  private final Set<String> ids = new HashSet<>();
  private final Map<Long, Set<String>> startsBySecond = new HashMap<>();

  void see(Json note) {
    if (ids.size() >= MAX) {
      return;
    }
    note.at("noteTweetId").id().ifPresent(ids::add);
    note.text("createdAt")
        .flatMap(XTimes::parse)
        .ifPresent(time ->
            startsBySecond
                .computeIfAbsent(time.instant().getEpochSecond(), k -> new HashSet<>())
                .add(start(note.text("core", "text").orElse(""))));
  }

  boolean hasWhole(Json tweet) {
    if (ids.isEmpty() && startsBySecond.isEmpty()) {
      return false;
    }
    if (tweet.at("id_str").id().filter(ids::contains).isPresent()) {
      return true;
    }
    String start = start(tweet.text("full_text").orElse(""));
    return start.length() == START
        && tweet
            .text("created_at")
            .flatMap(XTimes::parse)
            .map(time -> startsBySecond.getOrDefault(time.instant().getEpochSecond(), Set.of()))
            .filter(starts -> starts.contains(start))
            .isPresent();
  }

  private static String start(String text) {
    String bare = text.replaceAll("\\s+", " ").strip();
    return bare.substring(0, Math.min(START, bare.length()));
  }
}
