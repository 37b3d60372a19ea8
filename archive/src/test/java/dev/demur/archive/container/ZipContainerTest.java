package dev.demur.archive.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.archive.ArchiveRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ZipContainerTest {
  private static final String PROFILE = "First Name,Last Name,Headline\nIlse,Example,x\n";

  @TempDir Path folder;

  @Test
  void anOrdinaryZipGivesItsEntriesInTheOrderOfTheirNames() throws IOException {
    var zip = new RawZip();
    zip.add("b/Skills.csv", "Name\n").stored();
    zip.add("b/", "");
    zip.add("Profile.csv", PROFILE);

    try (Container container = open(zip)) {
      assertThat(container.entries())
          .containsExactly(
              new Entry("Profile.csv", PROFILE.length()), new Entry("b/Skills.csv", 5));
      assertThat(read(container, 0)).isEqualTo(PROFILE);
      assertThat(read(container, 1)).isEqualTo("Name\n");
    }
  }

  @Test
  void aZipOfTheJdkIsRead() throws IOException {
    Path file = folder.resolve("jdk.zip");
    try (OutputStream out = Files.newOutputStream(file);
        var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("Jobs/"));
      zip.putNextEntry(new ZipEntry("Jobs/hálve.csv"));
      zip.write(PROFILE.getBytes(StandardCharsets.UTF_8));
      zip.setComment("with a comment PK\5\6 that looks like an end");
    }

    try (Container container = Container.open(file, Limits.DEFAULT)) {
      assertThat(container.entries())
          .containsExactly(new Entry("Jobs/hálve.csv", PROFILE.length()));
      assertThat(read(container, 0)).isEqualTo(PROFILE);
    }
  }

  @Test
  void aMissingFileIsRefused() {
    assertRefused(folder.resolve("none.zip"), "none.zip: no such file or folder");
  }

  @Test
  void aFileOfZeroBytesIsRefused() throws IOException {
    assertRefused(write(new byte[0]), "a.zip: is empty (0 bytes)");
  }

  @Test
  void anEmptyZipIsRefused() throws IOException {
    assertRefused(new RawZip(), "a.zip: is an empty zip");
  }

  @Test
  void aZipOfFoldersOnlyIsRefused() throws IOException {
    var zip = new RawZip();
    zip.add("Jobs/", "");
    assertRefused(zip, "a.zip: holds folders only");
  }

  @Test
  void anHtmlPageNamedZipIsRefused() throws IOException {
    Path file = write("\n<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8));
    assertRefused(file, "a.zip: is an HTML page, not a zip");
    assertThatThrownBy(() -> Container.open(file, Limits.DEFAULT))
        .isInstanceOfSatisfying(
            ArchiveRefused.class,
            refused ->
                assertThat(refused.hint()).contains("sign in and download the archive again"));
  }

  @Test
  void anythingElseNamedZipIsRefused() throws IOException {
    assertRefused(write("PK".getBytes(StandardCharsets.UTF_8)), "a.zip: is not a zip");
    assertRefused(
        write("%PDF-1.7 and so on".getBytes(StandardCharsets.UTF_8)), "a.zip: is not a zip");
  }

  @Test
  void aTruncatedZipIsRefusedWhereverItEnds() throws IOException {
    var zip = new RawZip();
    zip.add("Profile.csv", PROFILE);
    zip.add("Skills.csv", "Name\nRowing\n");
    byte[] whole = zip.bytes();

    for (int length = 4; length < whole.length; length++) {
      assertRefused(
          write(Arrays.copyOf(whole, length)), "a.zip: is truncated: it has no end record");
    }
  }

  @Test
  void anEncryptedEntryIsRefused() throws IOException {
    var zip = new RawZip();
    zip.add("Profile.csv", PROFILE).flag(1);
    assertRefused(zip, "a.zip, entry Profile.csv: is encrypted");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "../Profile.csv|its name leaves the archive or is not in plain form (.., . or //)",
        "a/../../Profile.csv|its name leaves the archive or is not in plain form (.., . or //)",
        "a/./Profile.csv|its name leaves the archive or is not in plain form (.., . or //)",
        "a//Profile.csv|its name leaves the archive or is not in plain form (.., . or //)",
        "/etc/passwd|its name is an absolute path",
        "a\\..\\Profile.csv|its name holds a backslash or a colon",
        "C:/Profile.csv|its name holds a backslash or a colon",
      })
  void aNameThatLeavesTheArchiveIsRefused(String name, String reason) throws IOException {
    var zip = new RawZip();
    zip.add("Skills.csv", "Name\nRowing\n");
    zip.add(name, PROFILE);
    assertRefused(zip, "a.zip, entry " + name + ": " + reason);
  }

  @Test
  void aNameWithControlCharactersIsRefusedAndShownWithoutThem() throws IOException {
    var zip = new RawZip();
    zip.add("Profile\0.csv", PROFILE);
    assertRefused(zip, "a.zip, entry Profile?.csv: its name holds a control character");
  }

  @Test
  void anEmptyNameIsRefused() throws IOException {
    var zip = new RawZip();
    zip.add("", PROFILE);
    assertRefused(zip, "a.zip: has an empty name");
  }

  @Test
  void aNameThatIsTooLongOrTooDeepIsRefused() throws IOException {
    var zip = new RawZip();
    zip.add("a".repeat(600), PROFILE);
    assertRefused(
        zip,
        "a.zip, entry "
            + "a".repeat(117)
            + "...: its name has 600 characters; at most 512 are accepted");
    var deep = new RawZip();
    deep.add("a/".repeat(32) + "b", PROFILE);
    assertRefused(
        deep,
        "a.zip, entry " + "a/".repeat(32) + "b: its name has 32 folders; at most 31 are accepted");
  }

  @Test
  void twoEntriesOfOneNameAreRefused() throws IOException {
    var zip = new RawZip();
    zip.add("Profile.csv", PROFILE);
    zip.add("Profile.csv", PROFILE);
    assertRefused(zip, "a.zip, entry Profile.csv: stands in the zip twice");
  }

  @Test
  void twoNamesEqualButForCaseAreRefused() throws IOException {
    var zip = new RawZip();
    zip.add("Profile.csv", PROFILE);
    zip.add("PROFILE.csv", PROFILE);
    assertRefused(zip, "a.zip, entry PROFILE.csv: differs from entry Profile.csv in case only");
  }

  @Test
  void aSymbolicLinkIsRefused() throws IOException {
    var zip = new RawZip();
    zip.add("Profile.csv", "/etc/passwd").unixMode(0120777);
    assertRefused(zip, "a.zip, entry Profile.csv: is a symbolic link or a device");
  }

  @Test
  void anUnknownPackingMethodIsRefused() throws IOException {
    var zip = new RawZip();
    zip.add("Profile.csv", PROFILE).method(14);
    assertRefused(
        zip,
        "a.zip, entry Profile.csv: is packed with method 14; stored (0) and deflated (8) are read");
  }

  @Test
  void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
    var zip = new RawZip();
    zip.add("messages.csv", new byte[20 << 20]);
    assertRefused(
        zip, "a.zip, entry messages.csv: unpacks to 1028 times its size; at most 100 are accepted");
  }

  @Test
  void aBombThatLiesAboutItsSizeIsRefusedWhenItHasGivenWhatItAnnounced() throws IOException {
    var zip = new RawZip();
    zip.add("messages.csv", new byte[20 << 20]).lyingSize(30000);
    assertUnreadable(
        zip, "a.zip, entry messages.csv: the directory announces 30000 bytes; there are more");
  }

  @Test
  void anEntryShorterThanAnnouncedIsRefused() throws IOException {
    var zip = new RawZip();
    zip.add("Profile.csv", PROFILE).lyingSize(100);
    assertUnreadable(
        zip, "a.zip, entry Profile.csv: the directory announces 100 bytes; there are 45");
  }

  @Test
  void aWrongChecksumIsRefused() throws IOException {
    var zip = new RawZip();
    zip.add("Profile.csv", PROFILE).lyingChecksum();
    assertUnreadable(zip, "a.zip, entry Profile.csv: its checksum is wrong");
  }

  @Test
  void damagedPackedDataAreRefused() throws IOException {
    var zip = new RawZip();
    zip.add("Profile.csv", PROFILE);
    byte[] bytes = zip.bytes();
    bytes[30 + "Profile.csv".length()] = (byte) 0xFF;
    try (Container container = Container.open(write(bytes), Limits.DEFAULT)) {
      assertThatThrownBy(() -> read(container, 0))
          .isInstanceOf(ArchiveRefused.class)
          .hasMessageEndingWith("a.zip, entry Profile.csv: its packed data are damaged");
    }
  }

  @Test
  void twoDirectoryEntriesOfOneLocalHeaderAreRefused() throws IOException {
    var zip = new RawZip();
    zip.add("Profile.csv", PROFILE);
    zip.add("Skills.csv", PROFILE).atLocalHeaderOf(0);
    assertRefused(zip, "a.zip, entry Skills.csv: shares its bytes with entry Profile.csv");
  }

  @Test
  void aLocalHeaderThatSaysSomethingElseIsRefused() throws IOException {
    var name = new RawZip();
    name.add("Profile.csv", PROFILE).localName("Skills2.csv");
    assertRefused(name, "a.zip, entry Profile.csv: its local header and the directory disagree");
    var size = new RawZip();
    size.add("Profile.csv", PROFILE).lyingLocalSize(7);
    assertRefused(size, "a.zip, entry Profile.csv: its local header and the directory disagree");
  }

  @Test
  void aDirectoryThatAnnouncesAnotherNumberOfEntriesIsRefused() throws IOException {
    var zip = new RawZip().announcing(1);
    zip.add("Profile.csv", PROFILE);
    zip.add("Skills.csv", PROFILE);
    assertRefused(zip, "a.zip: its directory lists 2 entries and announces 1");
  }

  @Test
  void tooManyEntriesAreRefused() throws IOException {
    var zip = new RawZip();
    for (int i = 0; i < 5; i++) {
      zip.add("a" + i, "x");
    }
    assertThatThrownBy(() ->
            Container.open(zip.writeTo(folder.resolve("a.zip")), Limits.DEFAULT.withMaxEntries(4)))
        .isInstanceOf(ArchiveRefused.class)
        .hasMessageEndingWith("a.zip: holds more than 4 entries");
  }

  @Test
  void tooManyBytesAreRefused() throws IOException {
    var zip = new RawZip();
    zip.add("a", "x".repeat(60));
    zip.add("b", "x".repeat(60));
    Path file = zip.writeTo(folder.resolve("a.zip"));
    assertThatThrownBy(() -> Container.open(file, Limits.DEFAULT.withMaxBytes(1000, 1000, 50)))
        .hasMessageEndingWith("a.zip, entry a: unpacks to 60 bytes; at most 50 are accepted");
    assertThatThrownBy(() -> Container.open(file, Limits.DEFAULT.withMaxBytes(1000, 100, 80)))
        .hasMessageEndingWith("a.zip: unpacks to more than 100 bytes in all");
    assertThatThrownBy(() -> Container.open(file, Limits.DEFAULT.withMaxBytes(100, 1000, 80)))
        .hasMessageContaining("a.zip: has ")
        .hasMessageEndingWith(" bytes; at most 100 are accepted");
  }

  @Test
  void aNameInCodePage437IsRead() throws IOException {
    var zip = new RawZip();
    zip.add("", PROFILE).name(new byte[] {'P', (byte) 0x81, '.', 'c', 's', 'v'}, 0);
    try (Container container = open(zip)) {
      assertThat(container.entries()).extracting(Entry::name).containsExactly("Pü.csv");
    }
  }

  @Test
  void aNameThatIsNotTheUtf8ItAnnouncesIsRefused() throws IOException {
    var zip = new RawZip();
    zip.add("", PROFILE).name(new byte[] {'P', (byte) 0x81, '.', 'c', 's', 'v'}, 0x0800);
    assertRefused(zip, "a.zip: an entry's name is not the UTF-8 it announces");
  }

  @Test
  void theOperatingSystemsFilesAreKnown() {
    assertThat(
            List.of("__MACOSX/._Profile.csv", "a/.DS_Store", "Thumbs.db", "a/._x", "desktop.ini"))
        .allMatch(name -> new Entry(name, 1).isSystemFile());
    assertThat(new Entry("Profile.csv", 1).isSystemFile()).isFalse();
  }

  private Container open(RawZip zip) throws IOException {
    return Container.open(zip.writeTo(folder.resolve("a.zip")), Limits.DEFAULT);
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("a.zip"), bytes);
  }

  private static String read(Container container, int entry) throws IOException {
    try (InputStream bytes = container.open(container.entries().get(entry))) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void assertRefused(RawZip zip, String message) throws IOException {
    assertRefused(zip.writeTo(folder.resolve("a.zip")), message);
  }

  private static void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> Container.open(file, Limits.DEFAULT))
        .isInstanceOf(ArchiveRefused.class)
        .hasMessage(file.getParent() + "/" + message);
  }

  private void assertUnreadable(RawZip zip, String message) throws IOException {
    try (Container container = open(zip)) {
      assertThatThrownBy(() -> read(container, 0))
          .isInstanceOf(ArchiveRefused.class)
          .hasMessage(folder + "/" + message);
    }
  }
}
