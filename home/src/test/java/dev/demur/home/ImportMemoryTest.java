package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportMemoryTest {
  private static final int POSTS = 150_000;
  private static final String HEAP = "-Xmx160m";

  @TempDir private Path folder;

  /// The records of the archive, all at once, would take more than this heap.
  @Test
  void anArchiveLargerThanTheHeapIsImported() throws IOException, InterruptedException {
    Path archive = folder.resolve("archive.zip");
    write(archive);
    Path out = folder.resolve("out.txt");
    Process job =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                HEAP,
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                ImportJob.class.getName(),
                folder.resolve("home").toString(),
                archive.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(job.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(out)).endsWith("%d new\n".formatted(POSTS + 3));
    assertThat(job.exitValue()).isZero();
  }

  private static void write(Path archive) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.setLevel(Deflater.BEST_SPEED);
      var text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("Profile.csv"));
      text.write("First Name,Last Name,Headline,Geo Location\nBig,Archive,Welder,Leiden\n");
      text.flush();
      zip.putNextEntry(new ZipEntry("Shares.csv"));
      text.write("Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n");
      for (int i = 0; i < POSTS; i++) {
        text.write("2025-01-01 10:00:00,https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A");
        text.write("%d,\"%s\",,,PUBLIC\n".formatted(1_000_000_000L + i, words(i)));
      }
      text.flush();
    }
  }

  private static String words(int number) {
    var words = new StringBuilder("Post number ").append(number);
    for (int i = 0; i < 30; i++) {
      words.append(" w").append(Integer.toString((number * 31 + i * 7919) & 0xFFFFF, 36));
    }
    return words.toString();
  }

  /// The import, in a process of its own.
  static final class ImportJob {
    private ImportJob() {}

    public static void main(String[] arguments) {
      try (Home home =
          Home.open(Path.of(arguments[0]), java.time.InstantSource.system(), Optional.empty())) {
        ImportReport report =
            Importing.run(
                home,
                java.util.List.of(Path.of(arguments[1])),
                Optional.empty(),
                Optional.empty(),
                Progress.NONE);
        System.out.println(report.changes().fresh() + " new");
      }
    }
  }
}
