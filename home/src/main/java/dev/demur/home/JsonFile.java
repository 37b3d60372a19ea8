package dev.demur.home;

import dev.demur.learn.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One small JSON document on disk, replaced whole or not at all.
final class JsonFile<T> {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static final JsonMapper LINE = JsonMapper.builder().build();

  private final Path path;
  private final Class<T> type;

  JsonFile(Path path, Class<T> type) {
    this.path = path;
    this.type = type;
  }

  /// Empty when it is not there; another process may delete it at any time.
  Optional<T> read() {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(path), type));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  void write(T value) {
    byte[] bytes = JSON.writeValueAsBytes(value);
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      AtomicFile.writeString(path, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }

  void delete() {
    try {
      AtomicFile.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + path, e);
    }
  }
}
