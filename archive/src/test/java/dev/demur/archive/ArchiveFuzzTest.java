package dev.demur.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.demur.archive.container.Limits;
import dev.demur.testsupport.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Damaged archives: refused or read, and nothing else, and soon.
final class ArchiveFuzzTest {
  private static final Limits SMALL =
      Limits.DEFAULT.withMaxBytes(10 << 20, 10 << 20, 5 << 20).withMaxTable(1000, 5000);
  private static final int ROUNDS = 20;

  @TempDir Path folder;

  private final Map<String, byte[]> entries = new TreeMap<>();

  static LongStream seeds() {
    return Seeds.upTo(8);
  }

  @BeforeEach
  void readTheSyntheticArchive() throws IOException {
    Path archive = Golden.resource(dev.demur.archive.container.RawZip.class, "../linkedin/new");
    try (Stream<Path> files = Files.walk(archive)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        entries.put(archive.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aDamagedZipIsReadOrRefused(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    byte[] whole = Files.readAllBytes(Archives.zip(folder.resolve("a.zip"), entries));
    for (int round = 0; round < ROUNDS; round++) {
      assertReadOrRefused(Files.write(folder.resolve("a.zip"), damaged(whole, random)));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void damagedTablesAreReadOrRefused(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    for (int round = 0; round < ROUNDS / 4; round++) {
      var damaged = new TreeMap<String, byte[]>();
      entries.forEach((name, bytes) -> damaged.put(name, damaged(bytes, random)));
      assertReadOrRefused(Archives.zip(folder.resolve("a.zip"), damaged));
    }
  }

  private static void assertReadOrRefused(Path archive) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          try {
            var result = new ArchiveReader(SMALL).read(archive, Optional.empty());
            assertThat(result.records()).doesNotHaveDuplicates();
          } catch (ArchiveRefused refused) {
            assertThat(refused.reason()).isNotBlank();
          }
        });
  }

  /// Some bytes changed, taken out, doubled or cut off.
  private static byte[] damaged(byte[] whole, SplittableRandom random) {
    byte[] bytes = whole.clone();
    for (int i = random.nextInt(6); i >= 0 && bytes.length > 4; i--) {
      int at = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, at + 1 + random.nextInt(40));
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "\"\n,\\\0".charAt(random.nextInt(5));
        case 2 ->
            bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
        case 3 ->
            bytes = joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
        default -> bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
      }
    }
    return bytes;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
