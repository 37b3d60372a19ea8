package dev.demur.program;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every way of being wrong is told with file, line, path, what was found and what is expected.
class BadProgramTest {
  @TempDir Path folder = Path.of("");

  private static String unusual() {
    try (var stream = BadProgramTest.class.getResourceAsStream("/scenarios/unusual.yaml")) {
      return new String(requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String messageOf(String yaml) {
    try {
      Program.parse("p.yaml", yaml);
    } catch (ProgramException e) {
      return String.valueOf(e.getMessage());
    }
    return "";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          title: Unusual|titel: Unusual|p.yaml:4:1: titel: found unknown key "titel", expected "title" perhaps; one of program, title, controller
          title: Unusual|title:|p.yaml:4:7: title: found nothing, expected a title for people
          program: unusual|program: Un usual|p.yaml:3:10: program: found "Un usual", expected a name of small letters, digits and dashes
          zone: Europe/Brussels|zone: Europe/Bruxelles|p.yaml:6:7: zone: found "Europe/Bruxelles", expected a time zone, e.g. UTC or Europe/Brussels
          zone: America/Los_Angeles|zone: LA|regions.california.zone: found "LA", expected a time zone
          purposes: [content-generation, other-ml]|purposes: [content-creation]|p.yaml:7:12: purposes[0]: found "content-creation", expected "content-generation" perhaps
          moved: current|moved: latest|facts.moved: found "latest", expected one of strictest, current
          age-unknown: deny|age-unknown: allow|facts.age-unknown: found "allow", expected one of deny
          minimum: 16|minimum: sixteen|age.minimum: found "sixteen", expected a whole number from 1 to 120
          minimum: 16|minimum: 0|age.minimum: found "0", expected a whole number from 1 to 120
          minimum: 16|minimum: 121|age.minimum: found "121", expected a whole number from 1 to 120
          lead-days: 14|lead-days: 3651|notice.lead-days: found "3651", expected a whole number from 0 to 3650
          countries: [BE, LU, NL]|countries: [BE, LU, XX]|p.yaml:15:25: regions.benelux.countries[2]: found "XX", expected an assigned code of ISO 3166-1
          countries: [US]|countries: [UK]|regions.california.countries[0]: found "UK", expected "GB"; an assigned code
          countries: [US]|countries: [US, BE]|regions.california.countries[1]: found BE, which is in regions.benelux too, expected each country once
          countries: [US]|countries: others|regions.california.countries: found "others", expected a list of country codes (ISO 3166-1), or rest
          countries: [US]|countries: []|regions.california.countries: found an empty list, expected a list of country codes
          starts: 2025-11-03T09:00|starts: 2025-03-09T02:30|regions.california.starts: found "2025-03-09T02:30", a time that does not exist in America/Los_Angeles because clocks change, expected an instant with its offset, e.g. 2025-03-09T02:30Z
          starts: 2025-11-03T09:00|starts: 2025-11-02T01:30|regions.california.starts: found "2025-11-02T01:30", a time that exists twice in America/Los_Angeles because clocks change
          starts: 2025-11-03T09:00|starts: 3 November|regions.california.starts: found "3 November", expected a day (2025-11-03)
          starts: 2025-11-03T09:00|starts: 1850-11-03|regions.california.starts: found "1850-11-03", expected a day
          ends: 2026-03-01T12:00|ends: 2025-11-03|regions.benelux.ends: found 2025-11-02T23:00:00Z, expected an end after starts
          vendor: 2026-01-01|vendor: sometimes|regions.benelux.recipients.vendor: found "sometimes", expected allowed, refused, or the day from which it is allowed
          third-party: refused}|thirdparty: refused}|regions.benelux.recipients.thirdparty: found unknown key "thirdparty", expected "third-party" perhaps
          basis: none-required|basis: interest|regions.california.basis: found "interest", expected one of consent, contract, legitimate-interest, none-required
          profile.photo: never|profile.foto: never|p.yaml:28:44: categories: found unknown category "profile.foto", expected "profile.photo" perhaps
          profile.photo: never|profile.photo: nevermore|categories.profile.photo: found "nevermore", expected "never" perhaps; one of in, out, never
          default: on|default: yes|controls.toggle.default: found "yes", expected one of on, off
          clock: data-time|clock: creation|controls.toggle.clock: found "creation", expected one of training-time, data-time
          categories: [content.*]}|categories: [contents.*]}|controls.toggle.covers.categories[0]: found "contents.*", expected "content.*" perhaps
          content-generation: {}|writing: {}|controls.objection.reaches: found unknown kind of objection "writing", expected one of content-generation, other-ml, feedback
          mentioned: keep|mentioned: hide|subjects.mentioned: found "hide", expected one of redact, keep
          max-age-days: 1000|max-age-days: 0|window.max-age-days: found "0", expected a whole number from 1 to 36500
          from: 2020-01-01|from: whenever|window.from: found "whenever", expected any, or a day
            en:|  english:|wording: found "english", expected a language of two small letters (ISO 639-1), e.g. de
          toggle: {title: Switch, text: Switch}|toggle: {title: Switch}|wording.en.toggle.text: found nothing, expected a text of one or more sentences
          title: Unusual|title: *a|p.yaml:4:8: found a YAML alias (*), expected the value itself
          program: unusual|program: [unusual|p.yaml:4:6: found YAML that cannot be read
          """)
  void everyProblemSaysWhereAndWhatWouldBeRight(String from, String to, String message) {
    String changed = unusual().replaceFirst(java.util.regex.Pattern.quote(from), to);
    assertThat(changed).isNotEqualTo(unusual());
    assertThat(messageOf(changed)).contains(message == null ? "" : message);
  }

  @Test
  void aRegionTwiceIsRefusedWithBothLines() {
    String twice = unusual().replace("  california:\n", "  benelux:\n");
    assertThat(messageOf(twice))
        .isEqualTo(
            "p.yaml:20:3: regions.benelux: found the key \"benelux\" a second time, expected each key"
                + " once (first on line 13)");
  }

  @Test
  void aSecondRestIsRefused() {
    String two =
        unusual().replace("countries: [US]", "countries: rest").replace("[BE, LU, NL]", "rest");
    assertThat(messageOf(two))
        .contains(
            "regions.california.countries: found a second rest, expected one; regions.benelux");
  }

  @Test
  void severalProblemsAreToldAtOnceInTheOrderOfTheFile() {
    String several =
        unusual().replace("title: Unusual", "titel: x").replace("default: on", "default: maybe");
    assertThatThrownBy(() -> Program.parse("p.yaml", several))
        .isInstanceOfSatisfying(
            ProgramException.class, e -> assertThat(e.problems()).hasSizeGreaterThan(2));
  }

  @Test
  void aliasesAreRefusedSoThatABombHasNothingToGrowFrom() {
    var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (char c = 'b'; c < 'z'; c++) {
      String earlier = "*" + (char) (c - 1);
      bomb.append(
          "%c: &%c [%s]\n"
              .formatted(c, c, String.join(", ", java.util.Collections.nCopies(9, earlier))));
    }
    assertThat(messageOf(bomb.toString()))
        .isEqualTo(
            "p.yaml:2:8: found a YAML alias (*), expected the value itself; aliases are not read");
  }

  @Test
  void tenMegabytesAreRefusedBeforeTheyAreRead() throws IOException {
    Path bomb = folder.resolve("bomb.yaml");
    Files.writeString(bomb, "a: &a [x]\n".repeat(1 << 20));
    assertThatThrownBy(() -> Program.load(bomb))
        .isInstanceOf(ProgramException.class)
        .hasMessage(bomb + ": found 10485760 bytes, expected a program of at most 1048576 bytes");
    assertThat(messageOf("a".repeat(2_000_000)))
        .isEqualTo("p.yaml: found 2000000 bytes, expected a program of at most 1048576 bytes");
  }

  @Test
  void deepAndWideFilesAreRefusedWithTheLineWhereTheyGoTooFar() {
    assertThat(messageOf("a:\n  " + "[".repeat(10_000)))
        .isEqualTo("p.yaml:2:18: found values nested deeper than 16, expected at most 16 levels");
    assertThat(messageOf("a:\n" + "  - x\n".repeat(60_000)))
        .startsWith("p.yaml:49999:")
        .endsWith("found more than 50000 values, expected at most 50000 values");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          none | p.yaml: found nothing, expected a training program in YAML
          'just words' | p.yaml:1:1: found "just words", expected a mapping of keys to values
          '[a, b]' | p.yaml:1:1: found a list, expected a mapping of keys to values
          '? [a]: b' | found YAML that cannot be read (Non scalar key
          """)
  void whatIsNoMappingIsRefused(String yaml, String message) {
    assertThat(messageOf(yaml == null ? "" : yaml)).contains(message);
  }

  @Test
  void aSecondDocumentAndBytesThatAreNoTextAreRefused() throws IOException {
    assertThat(messageOf(unusual() + "\n---\nprogram: b\n"))
        .contains("found a second document, expected one program a file");
    Path binary = Files.write(folder.resolve("b.yaml"), new byte[] {(byte) 0xC3, 0x28});
    assertThatThrownBy(() -> Program.load(binary))
        .hasMessage(binary + ": found bytes that are not UTF-8, expected YAML in UTF-8");
  }

  @Test
  void moreThanSixtyRegionsAreRefused() {
    var regions = new StringBuilder();
    for (int i = 0; i < 61; i++) {
      regions.append("  r%d: {}\n".formatted(i));
    }
    String many =
        unusual()
            .replaceFirst("(?s)regions:.*?\ncategories", "regions:\n" + regions + "categories");
    assertThatThrownBy(() -> Program.parse("p.yaml", many))
        .isInstanceOfSatisfying(ProgramException.class, e -> assertThat(e.problems()).hasSize(50));
  }
}
