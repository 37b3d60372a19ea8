package dev.demur.learn.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicTextTest {
  @TempDir Path folder;

  @Test
  void everyLineOfJsonLinesIsADocument() throws IOException {
    Path file =
        file(
            "a.jsonl",
            """
            {"id":"1","text":" One. "}
            {"id":"2","text":"  "}
            {"id":"3","text":"Three.","more":true}
            """);
    assertThat(PublicText.read(List.of(file)))
        .containsExactly(new PublicDocument("1", "One."), new PublicDocument("3", "Three."));
  }

  @Test
  void plainTextIsOneDocument() throws IOException {
    assertThat(PublicText.read(List.of(file("notes.txt", "Some\ntext\n"))))
        .containsExactly(new PublicDocument("notes.txt", "Some\ntext"));
  }

  @Test
  void theTablesOfOnetAreJoinedByCode() throws IOException {
    Path titles =
        file(
            "Alternate Titles.txt", "O*NET-SOC Code\tAlternate Title\tShort Title\n1\tCook\tn/a\n");
    Path occupations =
        file(
            "Occupation Data.txt",
            "O*NET-SOC Code\tTitle\tDescription\n2\tWaiters\tServe.\n1\tChefs\tCook food.\n");
    Path tasks =
        file(
            "Task Statements.txt",
            "O*NET-SOC Code\tTask ID\tTask\n1\t7\tBoil water.\n1\t8\tCut bread.\n3\t9\tOrphan.\n");
    assertThat(PublicText.read(List.of(titles, occupations, tasks)))
        .containsExactly(
            new PublicDocument(
                "onet/1",
                "Chefs\n\nCook food.\n\nTasks:\n- Boil water.\n- Cut bread.\n\nOther titles: Cook."),
            new PublicDocument("onet/2", "Waiters\n\nServe."));
  }

  @Test
  void aLineThatIsNoDocumentIsNamed() throws IOException {
    Path broken = file("a.jsonl", "{\"id\":\"1\",\"text\":\"One\"}\n{\"id\":1}\n");
    assertThatThrownBy(() -> PublicText.read(List.of(broken)))
        .isInstanceOf(PublicTextException.class)
        .hasMessage(broken + ", line 2: must be an object with the strings 'id' and 'text'");
    Path cut = file("b.jsonl", "{\"id\":\"1\",");
    assertThatThrownBy(() -> PublicText.read(List.of(cut)))
        .isInstanceOf(PublicTextException.class)
        .hasMessageStartingWith(cut + ", line 1: not JSON: ");
    Path short1 = file("c.txt", "O*NET-SOC Code\tTask\n1\tBoil\n2\n");
    assertThatThrownBy(() -> PublicText.read(List.of(short1)))
        .hasMessage(short1 + ", line 3: must have 2 cells, got 1");
    Path other = file("d.txt", "O*NET-SOC Code\tTier\n1\tBoil\n");
    assertThatThrownBy(() -> PublicText.read(List.of(other)))
        .hasMessage(
            other
                + ": a table of O*NET must have one of the columns Description, Task and Alternate"
                + " Title, got [O*NET-SOC Code, Tier]");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() throws IOException {
    Path file = folder.resolve("latin.txt");
    Files.write(file, new byte[] {'a', (byte) 0xE9, 'b'});
    assertThatThrownBy(() -> PublicText.read(List.of(file))).hasMessage(file + ": not UTF-8");
  }

  @Test
  void equalTextsAreOneDocument() throws IOException {
    Path file =
        file("a.jsonl", "{\"id\":\"1\",\"text\":\"One\"}\n{\"id\":\"2\",\"text\":\"One\"}\n");
    assertThat(PublicText.read(List.of(file))).containsExactly(new PublicDocument("1", "One"));
  }

  @Test
  void aboutTheAskedShareIsHeldOut() {
    long heldOut =
        java.util.stream.IntStream.range(0, 10_000)
            .filter(i -> new PublicDocument("d" + i, "").isHeldOut(20))
            .count();
    assertThat(heldOut).isBetween(160L, 240L);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
