package dev.demur.archive.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleNetworkTest {
  @TempDir Path folder;

  @Test
  void equalSeedsGiveEqualBytes() throws Exception {
    SampleNetwork.write(new SampleSettings(40, 7), folder.resolve("a"));
    SampleNetwork.write(new SampleSettings(40, 7), folder.resolve("b"));

    assertThat(digests(folder.resolve("a"))).isEqualTo(digests(folder.resolve("b"))).hasSize(45);
  }

  @Test
  void otherSeedsGiveOtherPeople() throws Exception {
    SampleNetwork.write(new SampleSettings(40, 7), folder.resolve("a"));
    SampleNetwork.write(new SampleSettings(40, 8), folder.resolve("b"));

    assertThat(names(folder.resolve("a/archives")))
        .doesNotContainAnyElementsOf(names(folder.resolve("b/archives")));
  }

  @Test
  void anArchiveDoesNotDependOnTheNumberOfMembers() throws Exception {
    SampleNetwork.write(new SampleSettings(10, 7), folder.resolve("few"));
    SampleNetwork.write(new SampleSettings(130, 7), folder.resolve("many"));

    assertThat(digests(folder.resolve("many/archives")))
        .containsAllEntriesOf(digests(folder.resolve("few/archives")));
  }

  @Test
  void tooFewMembersAreRefused() {
    assertThatThrownBy(() -> new SampleSettings(9, 1))
        .hasMessage("members must be 10 to 1000000, got 9");
  }

  private static java.util.List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static SortedMap<String, String> digests(Path folder)
      throws IOException, NoSuchAlgorithmException {
    var digests = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        digests.put(folder.relativize(file).toString(), HexFormat.of().formatHex(digest));
      }
    }
    return digests;
  }
}
