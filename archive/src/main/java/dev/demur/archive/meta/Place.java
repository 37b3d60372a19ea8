package dev.demur.archive.meta;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Where an entry lies, whatever folders it was wrapped in.
///
/// @param folders lower case, apostrophes as underscores
/// @param file the base name without extension, part number and apostrophes, e.g. `your_posts`
/// @param label for what is kept: the file's name in words
/// @param isThread whether it is a conversation
record Place(List<String> folders, String file, String label, boolean isThread) {
  private static final String JSON = ".json";
  private static final Pattern COPY = Pattern.compile("\\s*\\(\\d{1,3}\\)$");
  private static final Pattern PART = Pattern.compile("_(\\d+|n)$");
  private static final Set<String> THREADS =
      Set.of(
          "inbox",
          "archived_threads",
          "filtered_threads",
          "message_requests",
          "e2ee_cutover",
          "broadcast",
          "your_group_messages");

  static Place of(String entryName) {
    String plain = entryName.toLowerCase(Locale.ROOT).replace('’', '_').replace('\'', '_');
    List<String> parts = Arrays.asList(plain.split("/", -1));
    String last = parts.getLast();
    String base = last.endsWith(JSON) ? last.substring(0, last.length() - JSON.length()) : last;
    String single = base.endsWith(")") ? COPY.matcher(base).replaceFirst("") : base;
    String file = PART.matcher(single).replaceFirst("");
    List<String> folders = List.copyOf(parts.subList(0, parts.size() - 1));
    return new Place(folders, file, file.replace('_', ' ').strip(), isThread(folders, file));
  }

  private static boolean isThread(List<String> folders, String file) {
    return folders.stream().anyMatch(THREADS::contains)
        && (file.equals("message")
            || file.equals("replies")
            || folders.contains("your_group_messages"));
  }

  boolean in(String folder) {
    return folders.contains(folder);
  }

  /// Whether any folder starts so: `ads_information` and its like.
  boolean below(String start) {
    return folders.stream().anyMatch(f -> f.startsWith(start));
  }

  boolean named(String... files) {
    return Arrays.asList(files).contains(file);
  }

  boolean has(String word) {
    return file.contains(word);
  }

  /// The folder of the conversation, the same in the in-box as among the archived ones.
  String thread() {
    return in("your_group_messages") || folders.isEmpty() ? file : folders.getLast();
  }
}
