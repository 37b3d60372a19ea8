package dev.demur.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/// `demur program`, and what bad programs are told.
@Isolated("redirects the process's streams")
class ProgramCommandTest {
  @TempDir Path folder = Path.of("");

  private static Ran run(String... arguments) {
    return Ran.of(arguments);
  }

  private String shipped() throws IOException {
    return Files.readString(Path.of("..", "programs", "linkedin-2025.yaml"));
  }

  private Ran check(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("p.yaml"), yaml);
    return run("program", "check", file.toString());
  }

  @Test
  void aRegionTwiceIsRefused() throws IOException {
    Ran ran = check(shipped().replace("\n  uk:\n", "\n  eu:\n"));
    assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains(
            "p.yaml:", "regions.eu: found the key \"eu\" a second time, expected each key once");
  }

  @Test
  void aStartThatClocksSkipIsRefused() throws IOException {
    Ran ran =
        check(
            shipped()
                .replace("zone: UTC", "zone: Europe/Brussels")
                .replaceFirst("starts: 2025-11-03", "starts: 2026-03-29T02:30"));
    assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(ran.err())
        .contains(
            "regions.eu.starts: found \"2026-03-29T02:30\", a time that does not exist in"
                + " Europe/Brussels because clocks change, expected an instant with its offset");
  }

  @Test
  void anUnknownCategoryIsRefusedWithTheNearestKnownOne() throws IOException {
    Ran ran = check(shipped().replace("  profile.*: in", "  profil.*: in"));
    assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(ran.err())
        .contains(
            "categories: found unknown category \"profil.*\", expected \"profile.*\" perhaps");
  }

  @Test
  void aCyclicIncludeIsRefusedWithTheWayRound() throws IOException {
    Files.writeString(folder.resolve("b.yaml"), "include: [p.yaml]\n");
    Ran ran = check("include: [b.yaml]\n" + shipped());
    assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(ran.err()).contains("b.yaml", "an include that comes back to itself");
  }

  @Test
  void tenMegabytesOfYamlAreRefusedAtOnce() throws IOException {
    Ran ran = check("a: &a [x, x, x, x, x, x]\n".repeat(400_000));
    assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(ran.err()).contains("p.yaml: found 10000000 bytes, expected a program of at most");
    Ran small = check("a: &a [x]\nb: [*a, *a]\n");
    assertThat(small.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(small.err()).contains("p.yaml:2:5: found a YAML alias (*)");
  }

  @Test
  void aProgramIsCheckedAndShown() {
    Ran check = run("program", "check", "meta-2025", "--json");
    assertThat(check.code()).isZero();
    assertThat(check.json().path("program").asString()).isEqualTo("meta-2025");
    assertThat(check.json().path("warnings").isArray()).isTrue();
    Ran show = run("program", "show", "meta-2025");
    assertThat(show.out()).contains("from 2025-05-27", "controller vendor", "Who may train");
    JsonNode tables = run("program", "show", "meta-2025", "--json").json();
    assertThat(tables.path("categories").path("content.post").asString()).isEqualTo("in");
    assertThat(tables.path("calendar").size()).isEqualTo(12);
  }

  @Test
  void provingPrintsTheCountAndTheSmallestCaseThatBreaksARule() throws IOException {
    Ran holds = run("program", "prove", "x-2024", "--json");
    assertThat(holds.code()).isZero();
    assertThat(holds.json().path("holds").asBoolean()).isTrue();
    assertThat(holds.json().path("decisions").asLong()).isGreaterThan(10_000_000);

    Path own = folder.resolve("own.yaml");
    Files.writeString(
        own,
        "invariants:\n  no-posts:\n    says: No posts\n    deny: [{category: [content.post]}]\n");
    Ran broken = run("program", "prove", "x-2024", "--invariants", own.toString());
    assertThat(broken.code()).isEqualTo(ExitCode.FAILED);
    assertThat(broken.out()).contains("VIOLATED  no-posts", "the smallest: content.post");
  }

  @Test
  void whatChangesBetweenTwoProgramsIsListed() {
    Ran same = run("program", "diff", "x-2024", "x-2024");
    assertThat(same.code()).isZero();
    assertThat(same.out()).contains("no case is answered differently");
    JsonNode changes = run("program", "diff", "linkedin-2024", "linkedin-2025", "--json").json();
    assertThat(changes.path("changes").path(0).path("from").asString())
        .isEqualTo("region-not-covered");
    assertThat(changes.path("touched").size()).isZero();
    assertThat(run("program", "diff", "x-2024", "meta-2025", "--home", "/nowhere/at/all").code())
        .isEqualTo(ExitCode.REFUSED);
  }
}
