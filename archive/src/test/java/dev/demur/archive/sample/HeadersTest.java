package dev.demur.archive.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The tables look as the platform writes them.
class HeadersTest {
  private static final Map<String, String> FILES = files();

  /// One of each file, by its name without the account's number.
  private static Map<String, String> files() {
    Catalogue catalogue = Catalogue.load();
    var network = new Network(catalogue, 5);
    var texts = new Texts(catalogue, network);
    var posts = new Posts(catalogue, network, texts);
    var files = new TreeMap<String, String>();
    IntStream.range(0, 100)
        .mapToObj(network::member)
        .map(person -> new Scene(person, catalogue, network, texts, posts, true))
        .flatMap(scene -> LinkedInArchive.files(scene).stream())
        .forEach(file -> files.putIfAbsent(plain(file.entry()), file.content()));
    return files;
  }

  private static String plain(String entry) {
    return entry.replaceFirst("_\\d+\\.csv$", ".csv");
  }

  @Test
  void aCompleteArchiveHasItsFiles() {
    assertThat(FILES.keySet())
        .hasSizeGreaterThan(50)
        .contains(
            "Profile.csv",
            "Positions.csv",
            "Education.csv",
            "Skills.csv",
            "Shares.csv",
            "Comments.csv",
            "Reactions.csv",
            "Connections.csv",
            "Invitations.csv",
            "messages.csv",
            "guide_messages.csv",
            "Recommendations_Given.csv",
            "Recommendations_Received.csv",
            "Private_identity_asset.csv",
            "Jobs/Job Applications.csv",
            "Registration.csv",
            "Receipts_v2.csv",
            "Logins.csv",
            "Ad_Targeting.csv");
  }

  @Test
  void connectionsBeginWithANoteAndEndWithoutANewline() {
    List<String> lines = connections().lines().toList();
    assertThat(lines.get(0)).isEqualTo("Notes:");
    assertThat(lines.get(1)).startsWith("\"").endsWith("\"");
    assertThat(lines.get(2)).isEmpty();
    assertThat(lines.get(3))
        .isEqualTo("First Name,Last Name,URL,Email Address,Company,Position,Connected On");
    assertThat(connections()).doesNotEndWith("\n");
  }

  private static String connections() {
    return FILES.getOrDefault("Connections.csv", "");
  }

  @Test
  void everyCellOfMessagesIsQuoted() {
    assertThat(FILES.getOrDefault("messages.csv", ""))
        .startsWith(
            "\"CONVERSATION ID\",\"CONVERSATION TITLE\",\"FROM\",\"SENDER PROFILE URL\",\"TO\","
                + "\"RECIPIENT PROFILE URLS\",\"DATE\",\"SUBJECT\",\"CONTENT\",\"FOLDER\","
                + "\"ATTACHMENTS\",\"IS MESSAGE DRAFT\",\"IS CONVERSATION DRAFT\"\n\"2-");
  }

  @Test
  void linesOfAPostAreQuotedOneByOne() {
    var quoted =
        LineQuoted.of(Passage.of("Month end is not a date.\n\nIt is a \"state\", she said."));
    assertThat(quoted.toString())
        .isEqualTo("Month end is not a date.\"\n\"\"\n\"It is a \"\"state\"\", she said.");
  }

  @Test
  void headersAreThoseOfTheSharedSample() throws IOException {
    Path sample = sample();
    assumeTrue(Files.isDirectory(sample), "no folder shared/archives beside the repository");
    var compared = new ArrayList<String>();
    try (Stream<Path> tables = Files.walk(sample)) {
      for (Path table : tables.filter(file -> file.toString().endsWith(".csv")).toList()) {
        String name = plain(sample.relativize(table).toString());
        String ours = FILES.get(name);
        if (ours != null && !name.equals("Connections.csv")) {
          assertThat(first(ours)).as(name).isEqualTo(first(Files.readString(table)));
          compared.add(name);
        }
      }
    }
    assertThat(compared).hasSizeGreaterThan(45);
  }

  private static String first(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static Path sample() {
    String given = System.getenv("DEMUR_SHARED");
    if (given != null) {
      return Path.of(given, "archives/linkedin/own-complete-2026");
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path found = at.resolveSibling("shared").resolve("archives/linkedin/own-complete-2026");
      if (Files.isDirectory(found)) {
        return found;
      }
    }
    return Path.of("shared");
  }
}
