package dev.demur.archive.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.demur.archive.ArchiveReader;
import dev.demur.archive.ArchiveRefused;
import dev.demur.archive.container.Container;
import dev.demur.archive.container.Entry;
import dev.demur.archive.container.Limits;
import dev.demur.archive.csv.CsvReader;
import dev.demur.archive.json.JsonEntry;
import dev.demur.archive.text.Epoch;
import dev.demur.archive.text.Mojibake;
import dev.demur.model.MemberId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Every parser reads any bytes at all, or refuses them in its own words, and soon.
final class ParsersFuzzTest {
  private static final long MAX_SECONDS = 10;
  private static final Limits SMALL =
      Limits.DEFAULT.withMaxBytes(4 << 20, 8 << 20, 4 << 20).withMaxTable(2000, 20_000);
  private static final Optional<MemberId> HOLDER = Optional.of(new MemberId("holder"));

  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("demur-fuzz");
  }

  @AfterEach
  void removeFolder() throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @FuzzTest(maxDuration = "60m")
  void csvRows(byte[] data) throws IOException {
    String text = new String(data, StandardCharsets.UTF_8);
    for (char delimiter : new char[] {',', ';', '\t'}) {
      try (var reader = new CsvReader(new StringReader(text), delimiter, 500)) {
        int least = data.length == 0 ? 0 : data[0] & 3;
        while (reader.next(least, least + 2).isPresent()) {
          continue;
        }
      }
    }
  }

  @FuzzTest(maxDuration = "60m")
  void zipDirectory(byte[] data) throws IOException {
    Path zip = Files.write(folder.resolve("a.zip"), data);
    soon(() -> {
      try (Container container = Container.open(zip, SMALL)) {
        for (Entry entry : container.entries()) {
          try (InputStream bytes = container.open(entry)) {
            bytes.transferTo(java.io.OutputStream.nullOutputStream());
          }
        }
      }
    });
  }

  @FuzzTest(maxDuration = "60m")
  void json(byte[] data) throws IOException {
    Path file = Files.write(folder.resolve("a.json"), data);
    soon(() -> {
      try (Container container = Container.open(file, SMALL)) {
        JsonEntry entry = JsonEntry.probe(container, container.entries().getFirst());
        if (entry.fault().isEmpty() && !entry.isEmpty()) {
          entry.read((place, isList) -> place.length() < 9, Mojibake::repaired, i -> {}, f -> {});
        }
      }
    });
  }

  @FuzzTest(maxDuration = "60m")
  void times(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    var unused = Epoch.parse(text);
    dev.demur.archive.linkedin.TimesUnderFuzz.parse(text);
    dev.demur.archive.x.TimesUnderFuzz.parse(text);
  }

  @FuzzTest(maxDuration = "60m")
  void linkedIn(byte[] data) throws IOException {
    read("messages.csv", data);
    read("Shares.csv", data);
    read("unnamed.csv", data);
  }

  @FuzzTest(maxDuration = "60m")
  void x(byte[] data) throws IOException {
    read("tweets.js", joined("window.YTD.tweets.part0 = ", data));
    read("profile.js", joined("window.YTD.", data));
  }

  @FuzzTest(maxDuration = "60m")
  void mastodon(byte[] data) throws IOException {
    read("outbox.json", joined("{\"type\":\"OrderedCollection\",\"orderedItems\":[", data));
    read("outbox.json", data);
  }

  @FuzzTest(maxDuration = "60m")
  void whatsApp(byte[] data) throws IOException {
    read("_chat.txt", data);
  }

  @FuzzTest(maxDuration = "60m")
  void facebook(byte[] data) throws IOException {
    read("posts.json", joined("[{\"timestamp\":1700000000,\"data\":[", data));
    read("anything.json", data);
  }

  @FuzzTest(maxDuration = "60m")
  void instagram(byte[] data) throws IOException {
    read("posts.json", joined("[{\"string_map_data\":{", data));
    read("x.json", joined("{\"relationships_following\":[", data));
  }

  private static byte[] joined(String start, byte[] data) {
    byte[] first = start.getBytes(StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(first, first.length + data.length);
    System.arraycopy(data, 0, all, first.length, data.length);
    return all;
  }

  private void read(String name, byte[] data) throws IOException {
    Path file = folder.resolve(name);
    Files.copy(
        new ByteArrayInputStream(data), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    soon(() -> new ArchiveReader(SMALL).read(file, HOLDER));
  }

  private interface Reading {
    void run() throws IOException;
  }

  private static void soon(Reading reading) throws IOException {
    long start = System.nanoTime();
    try {
      reading.run();
    } catch (ArchiveRefused refused) {
      if (refused.reason().isBlank()) {
        throw new IllegalStateException("refused without a reason");
      }
    } catch (UncheckedIOException e) {
      throw new IllegalStateException("an input error reached the caller", e);
    }
    if (System.nanoTime() - start > MAX_SECONDS * 1_000_000_000L) {
      throw new IllegalStateException("took more than %d s".formatted(MAX_SECONDS));
    }
  }
}
