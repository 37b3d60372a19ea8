package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.corpus.store.CorpusEntry;
import dev.demur.model.Fields;
import dev.demur.model.MemberRecord;
import dev.demur.model.RecordId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Of the names of people that were written into a network's texts: how many a build takes out, and
/// how much of what it takes out for a name is one: part of a name, or around one, that stands
/// anywhere in that member's texts.
class NamesInNetworkTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\[[A-Z_]+_\\d+]");
  private static final double MIN_F2 = 0.90;

  @TempDir Path folder = Path.of("");

  /// A kept text, who wrote it, as it was and as the build left it.
  private record Text(String author, String before, String after) {}

  /// A placeholder and what stood there.
  private record Taken(String placeholder, String text) {
    boolean isOf(String name) {
      String one = name.toLowerCase(Locale.ROOT);
      String other = text.toLowerCase(Locale.ROOT);
      return one.contains(other) || other.contains(one);
    }
  }

  @Test
  void namesOfPeopleAreTakenOutAndLittleElseForThem() throws IOException {
    TestNetwork network = TestNetwork.in(folder, 120, 11);
    Map<String, Set<String>> names = namesByAuthor();
    Score score = new Score();
    try (Home home = network.open("home")) {
      network.takeIn(home, Set.of());
      network.build(home);
      for (Text text : texts(home)) {
        score.add(text, names.getOrDefault(text.author(), Set.of()));
      }
    }
    System.out.println(score);
    assertThat(score.right).isGreaterThan(300);
    assertThat(score.f2()).isGreaterThanOrEqualTo(MIN_F2);
  }

  /// Names taken out, what was taken out for a name and is none, and names that are still there.
  private static final class Score {
    private int right;
    private int wrong;
    private int left;

    void add(Text text, Set<String> names) {
      for (Taken taken : taken(text)) {
        if (taken.placeholder().startsWith("[PERSON_")) {
          boolean name = names.stream().anyMatch(taken::isOf);
          right += name ? 1 : 0;
          wrong += name ? 0 : 1;
        }
      }
      left += (int) names.stream().filter(name -> isIn(text.after(), name)).count();
    }

    private static boolean isIn(String text, String name) {
      return Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(text).find();
    }

    double f2() {
      double precision = (double) right / (right + wrong);
      double recall = (double) right / (right + left);
      return 5 * precision * recall / (4 * precision + recall);
    }

    @Override
    public String toString() {
      return "names: %d right, %d wrong, %d left; F2 %.3f".formatted(right, wrong, left, f2());
    }
  }

  /// The names that each member has in texts.
  private Map<String, Set<String>> namesByAuthor() throws IOException {
    Map<String, Set<String>> names = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("network/truth/planted.jsonl"))) {
      JsonNode planted = JsonFile.JSON.readTree(line);
      String kind = planted.path("kind").asString();
      if (kind.equals("person") || kind.equals("person.first-name")) {
        String author = planted.path("member").asString();
        names.computeIfAbsent(author, k -> new TreeSet<>()).add(planted.path("text").asString());
      }
    }
    return names;
  }

  private static List<Text> texts(Home home) {
    Map<RecordId, MemberRecord> records = new HashMap<>();
    home.records().scan((holder, all) -> all.forEach(record -> records.put(record.id(), record)));
    Map<RecordId, Text> texts = new HashMap<>();
    home.corpus()
        .scanEntries((holder, entries) -> entries.forEach(entry -> add(entry, records, texts)));
    return List.copyOf(texts.values());
  }

  private static void add(
      CorpusEntry entry, Map<RecordId, MemberRecord> records, Map<RecordId, Text> texts) {
    if (entry.outcome() instanceof CorpusEntry.In(var after, var _)) {
      MemberRecord record = records.get(entry.record());
      String author = entry.member().value();
      record
          .field(Fields.TEXT)
          .filter(before -> !after.isEmpty())
          .ifPresent(before -> texts.put(entry.record(), new Text(author, before, after)));
    }
  }

  /// What stood where the placeholders of a text are; none if more than that was changed.
  private static List<Taken> taken(Text text) {
    StringBuilder pattern = new StringBuilder();
    List<String> placeholders = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(text.after());
    int from = 0;
    while (matcher.find()) {
      pattern.append(Pattern.quote(text.after().substring(from, matcher.start()))).append("(.+?)");
      placeholders.add(matcher.group());
      from = matcher.end();
    }
    pattern.append(Pattern.quote(text.after().substring(from)));
    Matcher before = Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(text.before());
    List<Taken> taken = new ArrayList<>();
    if (before.matches()) {
      for (int i = 0; i < placeholders.size(); i++) {
        taken.add(new Taken(placeholders.get(i), before.group(i + 1)));
      }
    }
    return taken;
  }
}
