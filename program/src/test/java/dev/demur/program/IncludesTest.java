package dev.demur.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncludesTest {
  @TempDir Path folder = Path.of("");
  private String whole = "";

  @BeforeEach
  void readTheWholeProgram() throws IOException {
    try (var stream = Program.class.getResourceAsStream("/programs/linkedin-2025.yaml")) {
      whole =
          new String(
              java.util.Objects.requireNonNull(stream).readAllBytes(),
              java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path split() throws IOException {
    int wording = whole.indexOf("\nwording:\n") + 1;
    int german = whole.indexOf("  de:\n", wording);
    write("wording/en.yaml", whole.substring(wording, german));
    write("wording/de.yaml", "wording:\n" + whole.substring(german));
    return write(
        "main.yaml", "include: [wording/en.yaml, wording/de.yaml]\n" + whole.substring(0, wording));
  }

  @Test
  void aProgramInSeveralFilesSaysWhatItSaysInOne() throws IOException {
    Program program = Program.load(split());
    assertThat(program.definition()).isEqualTo(Program.parse("linkedin-2025", whole).definition());
    assertThat(program.placeOf("wording.de").orElseThrow().file())
        .isEqualTo(folder.resolve("wording/de.yaml").toString());
  }

  @Test
  void theKeptTextIsTheWholeProgramAndKeepsItsDigest() throws IOException {
    Program program = Program.load(split());
    Program again = Program.parse("kept copy", program.source());
    assertThat(again.definition()).isEqualTo(program.definition());
    assertThat(again.sha256()).isEqualTo(program.sha256());
    Program plain = Program.parse("linkedin-2025", whole);
    assertThat(plain.source()).isEqualTo(whole);
  }

  @Test
  void aFileThatIncludesItselfIsRefusedWithTheWayRound() throws IOException {
    write("b.yaml", "include: [c.yaml]\n");
    write("c.yaml", "\ninclude:\n  - b.yaml\n");
    Path main = write("a.yaml", "include: b.yaml\n");
    assertThatThrownBy(() -> Program.load(main))
        .isInstanceOf(ProgramException.class)
        .hasMessage(
            "%s:3:5: found an include that comes back to itself: %s → %s → %s, expected a list of"
                    .formatted(
                        folder.resolve("c.yaml"),
                        folder.resolve("b.yaml"),
                        folder.resolve("c.yaml"),
                        folder.resolve("b.yaml"))
                + " files in the same folder or below, e.g. [wording/fr.yaml]");
  }

  @Test
  void aFileThatIncludesTheProgramItselfIsRefused() throws IOException {
    Path main = write("a.yaml", "include: [a.yaml]\n");
    assertThatThrownBy(() -> Program.load(main))
        .isInstanceOf(ProgramException.class)
        .hasMessageContaining("an include that comes back to itself");
  }

  @Test
  void aFileThatIsNotThereOrOutsideTheFolderIsRefused() throws IOException {
    Path absent = write("a.yaml", "program: a\ninclude: [b.yaml]\n");
    assertThatThrownBy(() -> Program.load(absent))
        .hasMessageContaining("a.yaml:2:11: found no file \"b.yaml\", expected a list of files");
    Path climbing = write("c.yaml", "include: [../secret.yaml]\n");
    assertThatThrownBy(() -> Program.load(climbing))
        .hasMessageContaining("c.yaml:1:11: include: found \"../secret.yaml\", expected a list");
  }

  @Test
  void whatStandsInTwoFilesIsRefusedWithBothPlaces() throws IOException {
    write("more.yaml", "title: Another\n");
    Path main = write("a.yaml", "include: [more.yaml]\ntitle: One\n");
    assertThatThrownBy(() -> Program.load(main))
        .hasMessageContaining(
            "more.yaml:1:1: title: found the key \"title\" a second time, expected each key once"
                + " (first in %s:2)".formatted(main));
  }

  @Test
  void aChainWithoutEndIsRefused() throws IOException {
    for (int i = 0; i < 30; i++) {
      write("f" + i + ".yaml", "include: [f" + (i + 1) + ".yaml]\n");
    }
    assertThatThrownBy(() -> Program.load(folder.resolve("f0.yaml")))
        .hasMessageContaining("found more than 16 files, expected fewer includes");
  }

  @Test
  void textWithoutAFolderCanIncludeNothing() {
    assertThatThrownBy(() -> Program.parse("p", "include: [x.yaml]\n"))
        .hasMessageContaining("p:1:11: found no file \"x.yaml\"");
  }
}
