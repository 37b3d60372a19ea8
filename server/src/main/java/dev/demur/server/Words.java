package dev.demur.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/// What the pages say, in one language. Immutable.
public final class Words {
  private static final Map<Language, Words> ALL = load();

  private final Language language;
  private final Map<String, String> texts;

  private Words(Language language, Map<String, String> texts) {
    this.language = language;
    this.texts = texts;
  }

  public static Words in(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  private static Map<Language, Words> load() {
    Map<Language, Words> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, new Words(language, read("words_" + language.code() + ".properties")));
    }
    return all;
  }

  private static Map<String, String> read(String file) {
    Properties read = new Properties();
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      read.load(
          new InputStreamReader(
              Objects.requireNonNull(in, () -> file + " is in the jar"), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return Map.copyOf(
        read.stringPropertyNames().stream()
            .collect(java.util.stream.Collectors.toMap(key -> key, read::getProperty)));
  }

  public Language language() {
    return language;
  }

  Set<String> keys() {
    return texts.keySet();
  }

  /// The text of a key, with values for `{0}`, `{1}` …
  ///
  /// @throws IllegalArgumentException if there is no such key
  public String of(String key, Object... values) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no words for %s in %s".formatted(key, language));
    }
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", shown(values[i]));
    }
    return text;
  }

  private String shown(Object value) {
    return value instanceof Number number
        ? String.format(language.locale(), "%,d", number.longValue())
        : String.valueOf(value);
  }

  /// The words for a code, or the code itself where there are none: a reason of a newer build.
  public String orCode(String prefix, String code) {
    return texts.getOrDefault(prefix + code, code);
  }

  public String minute(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(language.locale())
            .withZone(ZoneOffset.UTC)
            .format(instant)
        + " UTC";
  }

  public String day(Instant instant) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.locale())
        .withZone(ZoneOffset.UTC)
        .format(instant);
  }
}
