package dev.demur.archive.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/// An entry that holds text.
///
/// Malformed text is never replaced: bytes that are neither marked UTF-16 nor UTF-8 nor
/// windows-1252 have no encoding and cannot be opened.
public final class TextEntry {
  private final Container container;
  private final Entry entry;
  private final TextProbe.Finding finding;

  private TextEntry(Container container, Entry entry, TextProbe.Finding finding) {
    this.container = container;
    this.entry = entry;
    this.finding = finding;
  }

  /// Reads the entry once, to its end, to find its encoding and to check its bytes.
  ///
  /// @throws dev.demur.archive.ArchiveRefused when the bytes are not those announced
  public static TextEntry probe(Container container, Entry entry) {
    try {
      return new TextEntry(
          container, entry, TextProbe.probe(() -> container.open(entry), entry.size()));
    } catch (IOException e) {
      throw unreadable(entry, e);
    }
  }

  /// The first characters of an entry, to tell what it is; what is no UTF-8 stands as `\uFFFD`.
  public static String head(Container container, Entry entry, int length) {
    try (InputStream bytes = container.open(entry)) {
      byte[] start = bytes.readNBytes(2 * length);
      Encoding encoding = Encoding.marked(start).orElse(Encoding.UTF_8);
      int mark = encoding.markLength();
      String text = new String(start, mark, start.length - mark, encoding.charset());
      return text.substring(0, Math.min(length, text.length()));
    } catch (IOException e) {
      throw unreadable(entry, e);
    }
  }

  public Entry entry() {
    return entry;
  }

  /// Empty when the bytes are no text.
  public Optional<Encoding> encoding() {
    return finding.encoding();
  }

  /// Why the bytes are no text; meaningless when they are.
  public String fault() {
    return finding.fault();
  }

  /// The first line that is not UTF-8; 0 when every one is.
  public int firstForeignLine() {
    return finding.firstForeignLine();
  }

  /// Whether there is nothing but a byte order mark.
  public boolean isEmpty() {
    return finding.isEmpty();
  }

  /// The text, without its byte order mark.
  ///
  /// @throws IllegalStateException when there is no encoding
  public Reader open() {
    Encoding encoding =
        finding.encoding().orElseThrow(() -> new IllegalStateException(finding.fault()));
    InputStream bytes = container.open(entry);
    try {
      bytes.skipNBytes(encoding.markLength());
      var decoder =
          encoding
              .charset()
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      return new InputStreamReader(bytes, decoder);
    } catch (IOException e) {
      throw unreadable(entry, e);
    }
  }

  /// The first characters, at most `length`.
  public String prefix(int length) {
    try (Reader text = open()) {
      char[] characters = new char[(int) Math.min(length, entry.size() + 1)];
      int count = 0;
      int read;
      while (count < characters.length
          && (read = text.read(characters, count, characters.length - count)) > 0) {
        count += read;
      }
      return new String(characters, 0, count);
    } catch (IOException e) {
      throw unreadable(entry, e);
    }
  }

  static UncheckedIOException unreadable(Entry entry, IOException cause) {
    return new UncheckedIOException("cannot read entry " + entry.name(), cause);
  }
}
