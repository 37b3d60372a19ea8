package dev.demur.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.archive.sample.SampleNetwork;
import dev.demur.archive.sample.SampleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample network and the readers, written apart, agree on the format.
final class SampleNetworkReadTest {
  private static final Pattern ROWS =
      Pattern.compile(
          "\"member\":\"([^\"]*)\",\"file\":\"([^\"]*)\",\"category\":\"([^\"]*)\",\"rows\":(\\d+)");

  /// Categories of which one row of the truth gives several records.
  private static final Set<String> PARTS =
      Set.of("profile.headline", "profile.summary", "profile.location", "contact.detail");

  @TempDir Path folder;

  @Test
  void aConnectionNamesTheMemberWhoseArchiveItIs() throws IOException {
    SampleNetwork.write(new SampleSettings(30, 7), folder);
    var holders = new HashSet<String>();
    var named = new HashSet<String>();
    for (Path archive : archives()) {
      var result = new ArchiveReader().read(archive, Optional.empty());
      holders.add(result.holder().value());
      result.records().forEach(r -> r.field("person").ifPresent(named::add));
    }
    named.retainAll(holders);
    assertThat(named).hasSizeGreaterThan(holders.size() / 2);
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("archives"))) {
      return files.sorted().toList();
    }
  }
}
