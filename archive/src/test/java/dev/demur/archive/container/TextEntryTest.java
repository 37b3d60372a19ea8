package dev.demur.archive.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TextEntryTest {
  private static final String TEXT = "Name\nGeschäftsführer, 雯 👍\n";

  @TempDir Path folder;

  @Test
  void utf8IsReadWithAndWithoutAByteOrderMark() throws IOException {
    assertText(TEXT.getBytes(UTF_8), Encoding.UTF_8, TEXT);
    assertText(("\uFEFF" + TEXT).getBytes(UTF_8), Encoding.UTF_8_MARKED, TEXT);
  }

  @Test
  void utf16IsReadByItsByteOrderMark() throws IOException {
    assertText(("\uFEFF" + TEXT).getBytes(UTF_16LE), Encoding.UTF_16LE, TEXT);
    assertText(("\uFEFF" + TEXT).getBytes(UTF_16BE), Encoding.UTF_16BE, TEXT);
  }

  @Test
  void utf16WithoutAMarkIsNoText() throws IOException {
    TextEntry text = probe(TEXT.getBytes(UTF_16LE));
    assertThat(text.encoding()).isEmpty();
    assertThat(text.fault()).isEqualTo("is neither UTF-8 nor windows-1252 text");
    TextEntry plain = probe("Name,Url\nA,B\n".getBytes(UTF_16LE));
    assertThat(plain.encoding()).isEmpty();
    assertThat(plain.fault()).isEqualTo("is UTF-16 without a byte order mark");
  }

  @Test
  void otherBytesAreWindows1252AndTheFirstSuchLineIsKnown() throws IOException {
    String text = "Name\nplain\nGeschäftsführer\n";
    assertText(text.getBytes(ISO_8859_1), Encoding.WINDOWS_1252, text);
    assertThat(probe(text.getBytes(ISO_8859_1)).firstForeignLine()).isEqualTo(3);
  }

  @Test
  void theForeignLineIsFoundBehindMuchText() throws IOException {
    String text = "a line of a hundred bytes or so\n".repeat(5000) + "é";
    assertText(text.getBytes(ISO_8859_1), Encoding.WINDOWS_1252, text);
    assertThat(probe(text.getBytes(ISO_8859_1)).firstForeignLine()).isEqualTo(5001);
  }

  @Test
  void bytesThatAreNoTextHaveNoEncoding() throws IOException {
    byte[] bytes = {'N', 'a', (byte) 0x81, (byte) 0xFF, '\n'};
    TextEntry text = probe(bytes);
    assertThat(text.encoding()).isEmpty();
    assertThat(text.fault()).isEqualTo("is neither UTF-8 nor windows-1252 text");
  }

  @Test
  void aBrokenMarkedTextHasNoEncoding() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write("\uFEFFNa".getBytes(UTF_16LE));
    bytes.write('m');
    TextEntry text = probe(bytes.toByteArray());
    assertThat(text.encoding()).isEmpty();
    assertThat(text.fault()).isEqualTo("is not the UTF-16LE its first bytes announce");
  }

  @Test
  void charactersAcrossChunksAreWhole() throws IOException {
    for (int shift = 0; shift < 4; shift++) {
      String text = "x".repeat(shift) + "👍é雯".repeat(9000);
      assertText(text.getBytes(UTF_8), Encoding.UTF_8, text);
    }
  }

  @Test
  void aTextCutInMidCharacterIsNotUtf8() throws IOException {
    byte[] bytes = "Name\n雯".getBytes(UTF_8);
    assertThat(probe(java.util.Arrays.copyOf(bytes, bytes.length - 1)).encoding())
        .contains(Encoding.WINDOWS_1252);
  }

  @Test
  void aMarkAloneIsEmpty() throws IOException {
    assertThat(probe(new byte[0]).isEmpty()).isTrue();
    assertThat(probe("\uFEFF".getBytes(UTF_8)).isEmpty()).isTrue();
    assertThat(probe("x".getBytes(UTF_8)).isEmpty()).isFalse();
  }

  @Test
  void aPrefixStopsAtTheEnd() throws IOException {
    assertThat(probe("abc".getBytes(UTF_8)).prefix(2)).isEqualTo("ab");
    assertThat(probe("abc".getBytes(UTF_8)).prefix(9)).isEqualTo("abc");
  }

  private TextEntry probe(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("a.csv"), bytes);
    Container container = Container.open(file, Limits.DEFAULT);
    return TextEntry.probe(container, container.entries().getFirst());
  }

  private void assertText(byte[] bytes, Encoding encoding, String expected) throws IOException {
    TextEntry text = probe(bytes);
    assertThat(text.encoding()).contains(encoding);
    try (Reader reader = text.open()) {
      assertThat(reader.readAllAsString()).isEqualTo(expected);
    }
  }
}
