package dev.demur.archive.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.archive.ArchiveRefused;
import dev.demur.archive.RefusedEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderContainerTest {
  @TempDir Path folder;

  @Test
  void aFolderGivesItsFilesInTheOrderOfTheirNames() throws IOException {
    Path root = Files.createDirectories(folder.resolve("export/Jobs")).getParent();
    Files.writeString(root.resolve("Skills.csv"), "Name\n");
    Files.writeString(root.resolve("Jobs/Saved Jobs.csv"), "x");

    try (Container container = Container.open(root, Limits.DEFAULT)) {
      assertThat(container.entries())
          .containsExactly(new Entry("Jobs/Saved Jobs.csv", 1), new Entry("Skills.csv", 5));
      assertThat(container.open(container.entries().getLast()).readAllBytes())
          .isEqualTo("Name\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  @Test
  void linksAreReportedAndNeverFollowed() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.csv"), "Name\n");
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("Profile.csv"), "Name\n");
    Path root = Files.createDirectories(folder.resolve("export"));
    Files.createSymbolicLink(root.resolve("Skills.csv"), secret);
    Files.createSymbolicLink(root.resolve("Jobs"), outside);

    try (Container container = Container.open(root, Limits.DEFAULT)) {
      assertThat(container.entries()).isEmpty();
      assertThat(container.refused())
          .containsExactly(
              new RefusedEntry("Jobs", 0, "is a link or a device, which is not followed"),
              new RefusedEntry("Skills.csv", 0, "is a link or a device, which is not followed"));
    }
  }

  @Test
  void anEntryThatTurnsIntoALinkIsRefusedWhenOpened() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.csv"), "Name\n");
    Path root = Files.createDirectories(folder.resolve("export"));
    Files.writeString(root.resolve("Skills.csv"), "Name\n");
    try (Container container = Container.open(root, Limits.DEFAULT)) {
      Files.delete(root.resolve("Skills.csv"));
      Files.createSymbolicLink(root.resolve("Skills.csv"), secret);
      assertThatThrownBy(() -> container.open(container.entries().getFirst()))
          .isInstanceOf(ArchiveRefused.class)
          .hasMessage(root + ", entry Skills.csv: leads out of the folder");
    }
  }

  @Test
  void anEmptyFolderIsRefused() throws IOException {
    Path root = Files.createDirectories(folder.resolve("export"));
    assertThatThrownBy(() -> Container.open(root, Limits.DEFAULT))
        .isInstanceOf(ArchiveRefused.class)
        .hasMessage(root + ": the folder is empty");
  }

  @Test
  void tooManyOrTooLargeFilesAreRefused() throws IOException {
    Path root = Files.createDirectories(folder.resolve("export"));
    Files.writeString(root.resolve("a"), "x".repeat(60));
    Files.writeString(root.resolve("b"), "x".repeat(60));
    assertThatThrownBy(() -> Container.open(root, Limits.DEFAULT.withMaxEntries(1)))
        .hasMessage(root + ": holds more than 1 entries");
    assertThatThrownBy(() -> Container.open(root, Limits.DEFAULT.withMaxBytes(9, 100, 90)))
        .hasMessage(root + ": unpacks to more than 100 bytes in all");
    assertThatThrownBy(() -> Container.open(root, Limits.DEFAULT.withMaxBytes(9, 1000, 50)))
        .hasMessageEndingWith(": unpacks to 60 bytes; at most 50 are accepted");
  }

  @Test
  void aLoneTableIsAnArchiveOfOneEntry() throws IOException {
    Path file = Files.writeString(folder.resolve("Skills.csv"), "Name\n");
    try (Container container = Container.open(file, Limits.DEFAULT)) {
      assertThat(container.entries()).containsExactly(new Entry("Skills.csv", 5));
    }
  }
}
