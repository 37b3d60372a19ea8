package dev.demur.learn.file;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void makesTheFolderAndReplacesTheOldFile() throws IOException {
    Path file = folder.resolve("a/b/file.txt");
    AtomicFile.writeString(file, "old");
    AtomicFile.writeString(file, "new");
    assertThat(file).hasContent("new");
    assertThat(names(requireNonNull(file.getParent()))).containsExactly("file.txt");
  }

  @Test
  void keepsTheOldFileWhenTheBodyFailsHalfWay() throws IOException {
    Path file = folder.resolve("file.txt");
    AtomicFile.writeString(file, "old");
    assertThatThrownBy(() ->
            AtomicFile.write(
                file,
                channel -> {
                  AtomicFile.writeFully(channel, new byte[100]);
                  throw new IOException("disk full");
                }))
        .hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(names(folder)).containsExactly("file.txt");
  }

  @Test
  void overwritesATemporaryFileThatAKillLeftBehind() throws IOException {
    Path file = folder.resolve("file.txt");
    Files.writeString(folder.resolve("file.txt" + AtomicFile.TEMPORARY), "half of something long");
    AtomicFile.writeString(file, "new");
    assertThat(file).hasContent("new");
    assertThat(names(folder)).containsExactly("file.txt");
  }

  @Test
  void deletesWhatIsThereAndNothingElse() throws IOException {
    Path file = folder.resolve("file.txt");
    AtomicFile.writeString(file, "text");
    AtomicFile.delete(file);
    AtomicFile.delete(file);
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void aDigestIsThatOfTheBytes() throws IOException {
    Path file = folder.resolve("file.txt");
    AtomicFile.writeString(file, "abc");
    assertThat(Sha256.of(file))
        .isEqualTo(Sha256.of("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  private static Stream<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }
}
