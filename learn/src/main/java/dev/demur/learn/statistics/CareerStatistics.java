package dev.demur.learn.statistics;

import dev.demur.learn.file.AtomicFile;
import dev.demur.learn.file.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Counts of members by job title, title and skill, and title and next title.
///
/// Adding a contribution and subtracting it again changes nothing, and any order of additions gives
/// the same counts and the same files. What few members stand for is counted, since it must be
/// possible to subtract, but never read out: every question takes a `k`.
///
/// Mutable and not thread-safe.
public final class CareerStatistics {
  /// How many members a fact needs before it may be read.
  public static final int USUAL_SUPPORT = 10;

  private static final String FORMAT = "demur-career-statistics/1";
  private static final String TITLES = "titles";
  private static final String TITLE_SKILL = "title-skill";
  private static final String TITLE_NEXT_TITLE = "title-next-title";

  /// The second word of a pair in the table that counts titles alone.
  private static final String MEMBERS = "members";

  private final SortedMap<String, CountTable> tables;
  private final CountTable titles;
  private final CountTable skills;
  private final CountTable next;

  private CareerStatistics(CountTable titles, CountTable skills, CountTable next) {
    this.titles = titles;
    this.skills = skills;
    this.next = next;
    tables = new TreeMap<>();
    tables.put(TITLES, titles);
    tables.put(TITLE_SKILL, skills);
    tables.put(TITLE_NEXT_TITLE, next);
  }

  /// Statistics over nobody.
  public static CareerStatistics empty() {
    return new CareerStatistics(new CountTable(), new CountTable(), new CountTable());
  }

  /// Statistics over these members.
  public static CareerStatistics over(Iterable<Contribution> contributions) {
    CareerStatistics statistics = empty();
    contributions.forEach(statistics::add);
    return statistics;
  }

  /// Counts one member more.
  public void add(Contribution contribution) {
    contribution.titles().forEach(title -> titles.add(title, MEMBERS));
    contribution.skillsByTitle().forEach((title, own) -> own.forEach(s -> skills.add(title, s)));
    contribution.nextByTitle().forEach((title, own) -> own.forEach(n -> next.add(title, n)));
  }

  /// Counts one member less, who was added with the same contribution.
  ///
  /// @throws IllegalStateException when that cannot be; the counts are then useless
  public void subtract(Contribution contribution) {
    contribution.titles().forEach(title -> titles.subtract(title, MEMBERS));
    contribution
        .skillsByTitle()
        .forEach((title, own) -> own.forEach(skill -> skills.subtract(title, skill)));
    contribution
        .nextByTitle()
        .forEach((title, own) -> own.forEach(after -> next.subtract(title, after)));
  }

  /// How many members held the job, or 0 when fewer than `k` did.
  public long members(String title, int k) {
    long members = titles.count(Contribution.normal(title), MEMBERS);
    return members >= k ? members : 0;
  }

  /// Skills that at least `k` members who held the job have, most frequent first.
  public List<Supported> skillsOf(String title, int k) {
    return skills.supported(Contribution.normal(title), k);
  }

  /// Jobs that at least `k` members took up after this one, most frequent first.
  public List<Supported> nextAfter(String title, int k) {
    return next.supported(Contribution.normal(title), k);
  }

  /// The digest of each table by its name: equal for equal members.
  public SortedMap<String, String> digests() {
    SortedMap<String, String> digests = new TreeMap<>();
    tables.forEach((name, table) -> digests.put(name, Sha256.of(table.json())));
    return digests;
  }

  /// Writes all tables as one file, atomically.
  ///
  /// @param inputs what the counts were made from, e.g. the content root of the corpus
  public void write(Path file, String inputs) throws IOException {
    StringBuilder text = new StringBuilder("{\"format\":\"" + FORMAT + "\",\"inputs\":");
    text.append(JsonMapper.shared().writeValueAsString(inputs));
    tables.forEach(
        (name, table) -> text.append(",\n\"").append(name).append("\":").append(table.json()));
    AtomicFile.writeString(file, text.append("}\n").toString());
  }

  /// Statistics from a file, and what they were made from.
  public record Stored(String inputs, CareerStatistics statistics) {}

  /// Reads what [#write] wrote.
  public static Stored read(Path file) throws IOException {
    try {
      JsonNode root = JsonMapper.shared().readTree(Files.readString(file));
      String format = root.path("format").asString("none");
      if (!format.equals(FORMAT)) {
        throw new IOException("format must be %s, got %s".formatted(FORMAT, format));
      }
      CareerStatistics statistics =
          new CareerStatistics(
              CountTable.parse(root.path(TITLES)),
              CountTable.parse(root.path(TITLE_SKILL)),
              CountTable.parse(root.path(TITLE_NEXT_TITLE)));
      return new Stored(root.path("inputs").asString(""), statistics);
    } catch (JacksonException | IOException e) {
      throw new IOException(file + ": " + e.getMessage() + "; rebuild the statistics", e);
    }
  }
}
