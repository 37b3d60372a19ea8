package dev.demur.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Moment;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;

/// Import results as text, to be compared with files that people have read.
///
/// A difference is written to `target/golden/`; after reading it, copy it over the file.
public final class Golden {
  private static final Comparator<MemberRecord> AS_IN_ARCHIVE =
      Comparator.<MemberRecord, String>comparing(r -> r.source().entry())
          .thenComparing(r -> r.source().line())
          .thenComparing(MemberRecord::category)
          .thenComparing(r -> r.fields().toString());

  private Golden() {}

  /// A folder or file beside a test class among the resources.
  public static Path resource(Class<?> test, String name) {
    try {
      return Path.of(Objects.requireNonNull(test.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  public static void assertMatches(Class<?> test, String goldenFile, ImportResult result)
      throws IOException {
    String actual = text(result);
    Path written = Files.createDirectories(Path.of("target", "golden")).resolve(goldenFile);
    Files.writeString(written, actual);
    assertThat(actual).isEqualTo(Files.readString(resource(test, goldenFile)));
  }

  /// One record a paragraph, in the order of the archive; then what was left out.
  public static String text(ImportResult result) {
    var text = new StringJoiner("\n", "", "\n");
    text.add("holder " + result.holder());
    result.records().stream().sorted(AS_IN_ARCHIVE).forEach(record -> text.add(text(record)));
    lines(text, "skipped", result.skipped());
    lines(text, "refused", result.refused());
    lines(text, "notes", result.notes());
    return text.toString();
  }

  private static String text(MemberRecord record) {
    var text = new StringJoiner("\n");
    text.add("");
    text.add(
        "%s:%d %s".formatted(record.source().entry(), record.source().line(), record.category()));
    boolean own = record.author().equals(java.util.Optional.of(record.holder()));
    if (!own) {
      text.add("  author: " + record.author().map(MemberId::value).orElse("unknown"));
    }
    people(text, "about", record.about());
    people(text, "mentions", record.mentions());
    record.createdAt().ifPresent(moment -> text.add("  created: " + text(moment)));
    record
        .fields()
        .forEach((name, value) -> text.add("  " + name + " = " + value.replace("\n", "⏎")));
    return text.toString();
  }

  private static String text(Moment moment) {
    return "%s to the %s, %s, from «%s»"
        .formatted(moment.instant(), moment.precision(), moment.zone(), moment.raw());
  }

  private static void people(StringJoiner text, String label, List<MemberId> people) {
    if (!people.isEmpty()) {
      text.add(
          "  " + label + ": " + String.join(" | ", people.stream().map(MemberId::value).toList()));
    }
  }

  private static void lines(StringJoiner text, String label, List<?> items) {
    text.add("");
    text.add(label + ":");
    items.forEach(item -> text.add("  " + item));
  }
}
