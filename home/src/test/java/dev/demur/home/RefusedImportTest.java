package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An archive that is refused leaves the home as it was, to the byte, but for the log of imports.
class RefusedImportTest {
  private static final String GOOD =
      "[{\"timestamp\":1700000000,\"data\":[{\"post\":\"Bread needs time\"}]}]";

  @TempDir Path folder = Path.of("");

  @Test
  void aRefusedArchiveChangesNothing() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "a key for tests that nobody must use");
    Path root = folder.resolve("home");
    try (Home home = Home.open(root, TestNetwork.CLOCK, Optional.of(key))) {
      Importing.run(
          home,
          List.of(file("good.json", GOOD)),
          Optional.empty(),
          Optional.empty(),
          Progress.NONE);
    }
    for (Path hostile : hostile()) {
      Map<String, String> before = digests(root);
      try (Home home = Home.open(root, TestNetwork.CLOCK, Optional.of(key))) {
        ImportReport report =
            Importing.run(
                home, List.of(hostile), Optional.empty(), Optional.empty(), Progress.NONE);
        assertThat(report.refused()).as(hostile.getFileName().toString()).hasSize(1);
        assertThat(report.refused().getFirst().reason()).isNotBlank();
        assertThat(report.members()).isZero();
      }
      assertThat(digests(root)).as(hostile.getFileName().toString()).isEqualTo(before);
    }
  }

  private List<Path> hostile() throws IOException {
    return List.of(
        file("deep.json", "[".repeat(5000)),
        file("cut.json", "[{\"timestamp\":1700000000,\"data\":[{\"post\":\"cut"),
        file("code.js", "window.YTD.tweets.part0 = [{\"id_str\":\"1\"}]; alert(1)"),
        file("empty.zip", ""),
        file("page.zip", "<html>log in</html>"),
        zip("outside.zip", "../Profile.csv"),
        zip("nothing.zip", "readme.md"),
        zip("page-inside.zip", "your_facebook_activity/posts/your_posts_1.html"));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path zip(String name, String entry) throws IOException {
    Path file = folder.resolve(name);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write("First Name,Last Name\nA,B\n".getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static Map<String, String> digests(Path root) throws IOException {
    var digests = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = root.relativize(file).toString();
        if (!name.equals("import-log.jsonl")) {
          digests.put(name, sha256(Files.readAllBytes(file)));
        }
      }
    }
    return digests;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
