package dev.demur.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where the text of a program comes from, and that of the files it includes.
///
/// Remembers what it read, so that what is kept is the very text that was understood. Not safe for
/// use by several threads.
final class ProgramSource {
  private final String file;
  private final Library library;
  private final Map<String, String> read = new HashMap<>();

  /// Finds files by their name relative to the program.
  private interface Library {
    /// The text of a file; empty where there is none.
    Optional<String> text(String name) throws IOException;
  }

  private ProgramSource(String file, Library library) {
    this.file = file;
    this.library = library;
  }

  static ProgramSource file(Path file) {
    Path name = file.getFileName();
    return new ProgramSource(
        file.toString(),
        wanted ->
            wanted.isEmpty() || name == null
                ? Optional.of(limited(file))
                : optional(file.resolveSibling(wanted)));
  }

  static ProgramSource text(String file, String yaml) {
    return new ProgramSource(
        file, wanted -> wanted.isEmpty() ? Optional.of(yaml) : Optional.empty());
  }

  static ProgramSource resource(String folder, String file) {
    return new ProgramSource(
        "programs/" + file, wanted -> resourceText(folder + (wanted.isEmpty() ? file : wanted)));
  }

  private static Optional<String> resourceText(String path) throws IOException {
    try (InputStream stream = ProgramSource.class.getResourceAsStream(path)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static Optional<String> optional(Path file) throws IOException {
    try {
      return Optional.of(limited(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static String limited(Path file) throws IOException {
    long size = Files.size(file);
    if (size > YamlText.MAX_BYTES) {
      throw YamlText.tooLarge(file.toString(), size);
    }
    return Files.readString(file);
  }

  /// The name of the program's own file, as errors give it.
  String file() {
    return file;
  }

  /// The name of an included file, as errors give it.
  String fileOf(String name) {
    int slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
    return name.isEmpty() ? file : file.substring(0, slash + 1) + name;
  }

  /// The text of the program itself (empty name) or of a file beside it.
  Optional<String> text(String name) {
    try {
      Optional<String> known = Optional.ofNullable(read.get(name));
      Optional<String> text = known.isPresent() ? known : library.text(name);
      text.ifPresent(found -> read.put(name, found));
      return text;
    } catch (CharacterCodingException e) {
      throw new Problems(fileOf(name))
          .fatal(Optional.empty(), "bytes that are not UTF-8", "YAML in UTF-8");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program " + fileOf(name), e);
    }
  }
}
