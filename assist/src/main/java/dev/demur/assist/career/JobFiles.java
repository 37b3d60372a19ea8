package dev.demur.assist.career;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads jobs from files: YAML, JSON (which is YAML), or plain text with the title in its first
/// line. Format: `docs/reference/job-file.md`.
public final class JobFiles {
  private static final int MAX_BYTES = 1 << 20;
  private static final int MAX_ALIASES = 0;
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json", ".txt", ".md");

  private JobFiles() {}

  /// The jobs of a file, or of all files of a folder by name.
  ///
  /// @throws JobRefused if there is none, or one that cannot be read
  public static List<Job> read(Path path) {
    try {
      List<Path> files = Files.isDirectory(path) ? listed(path) : List.of(path);
      List<Job> jobs = files.stream().flatMap(file -> readOne(file).stream()).toList();
      if (jobs.isEmpty()) {
        throw new JobRefused(path + ": holds no job; see docs/reference/job-file.md");
      }
      return jobs;
    } catch (IOException e) {
      throw new JobRefused(path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<Path> listed(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> ENDINGS.stream().anyMatch(file.getFileName().toString()::endsWith))
          .sorted()
          .toList();
    }
  }

  private static List<Job> readOne(Path file) {
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw new JobRefused(
            "%s: has %d bytes, at most %d are read".formatted(file, size, MAX_BYTES));
      }
      String text = Files.readString(file);
      String name = file.getFileName().toString();
      String base = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
      String ending = name.substring(base.length()).toLowerCase(Locale.ROOT);
      return ending.equals(".txt") || ending.equals(".md")
          ? List.of(plain(file, base, text))
          : structured(file, base, text);
    } catch (CharacterCodingException e) {
      throw new JobRefused(file + ": is not UTF-8", e);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new JobRefused(file + ": there is no such file", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static Job plain(Path file, String id, String text) {
    List<String> lines = text.strip().lines().toList();
    if (lines.isEmpty()) {
      throw new JobRefused(file + ": is empty; the first line must be the title");
    }
    String title = lines.getFirst().replaceFirst("^#+", "").strip();
    return new Job(id, title, String.join("\n", lines.subList(1, lines.size())));
  }

  private static List<Job> structured(Path file, String id, String text) {
    Object value = load(file, text);
    if (!(value instanceof List<?> list)) {
      return List.of(job(new Entry(file, "", value), id));
    }
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      jobs.add(job(new Entry(file, "[" + i + "]", list.get(i)), id + "-" + (i + 1)));
    }
    return jobs;
  }

  private static Object load(Path file, String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file.toString())
            .setCodePointLimit(MAX_BYTES)
            .setMaxAliasesForCollections(MAX_ALIASES)
            .build();
    try {
      return Optional.ofNullable(new Load(settings).loadFromString(text)).orElse("");
    } catch (MarkedYamlEngineException e) {
      String line = e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
      throw new JobRefused(file + line + ": is neither YAML nor JSON: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new JobRefused(file + ": is neither YAML nor JSON: " + e.getMessage(), e);
    }
  }

  private static Job job(Entry entry, String id) {
    return new Job(
        entry.text("id").orElse(id),
        entry.text("title").orElseThrow(() -> entry.problem("title", "nothing", "the job's title")),
        entry.text("company"),
        entry.country(),
        entry.text("location"),
        entry.list("skills"),
        entry.list("requirements"),
        entry.text("description").or(() -> entry.text("text")).orElse(""));
  }

  /// One job as its file has it; fields that are not ours are passed over.
  private record Entry(Path file, String place, Object value) {
    Optional<String> text(String field) {
      return switch (field(field)) {
        case String text when text.isBlank() -> Optional.empty();
        case String text -> Optional.of(text.strip());
        case Number number -> Optional.of(number.toString());
        case Object other -> throw problem(field, other.toString(), "text");
      };
    }

    Optional<String> country() {
      Optional<String> country = text("country");
      country
          .filter(code -> !code.matches("[A-Z]{2}"))
          .ifPresent(code -> {
            throw problem("country", code, "two capital letters (ISO 3166-1), e.g. DE");
          });
      return country;
    }

    List<String> list(String field) {
      return switch (field(field)) {
        case List<?> items -> items.stream().map(Object::toString).map(String::strip).toList();
        case String text -> text.lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
        case Object other -> throw problem(field, other.toString(), "a list of texts");
      };
    }

    private Object field(String field) {
      if (!(value instanceof Map<?, ?> map)) {
        throw new JobRefused(
            file + place + ": must be a job with fields such as title, got: " + value);
      }
      return Optional.<Object>ofNullable(map.get(field)).orElse("");
    }

    JobRefused problem(String field, String found, String expected) {
      String path = place.isEmpty() ? field : place + "." + field;
      return new JobRefused("%s: %s must be %s, got: %s".formatted(file, path, expected, found));
    }
  }
}
