package dev.demur.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.program.Proof.Finding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProverTest {
  private static final int THREADS = 2;
  private static final List<String> SHIPPED_INVARIANTS =
      List.of(
          "no-minor",
          "no-private-message",
          "no-credential",
          "no-payment-or-salary",
          "no-affiliate-in-eea-and-switzerland",
          "nothing-before-the-start",
          "nothing-without-notice",
          "restricted-while-pending",
          "objection-is-never-weaker-than-the-toggle");

  /// A program small enough to break a hundred times.
  private static final String SMALL =
      """
      program: small
      title: Small
      controller: Nobody
      zone: Europe/Brussels
      purposes: [content-generation]
      facts: {record-deleted: deny, account-closed: deny, author-unknown: deny,
        age-unknown: deny, region-unknown: deny, moved: strictest}
      age: {minimum: 18, created-as-minor: deny}
      notice: {required: true, lead-days: 30}
      regions:
        ch: {title: Switzerland, countries: [CH], starts: 2025-11-03, basis: legitimate-interest,
          recipients: {controller: allowed, affiliate: refused, vendor: allowed, third-party: refused}}
      categories: {content.*: in, private-message.*: never, credential.*: never, payment.*: never,
        salary.*: never, job.application: never, feedback.*: in}
      controls:
        toggle: {name: Switch, default: on, clock: training-time,
          covers: {purposes: [content-generation], except-categories: [feedback.*]}}
        objection:
          name: Form
          pending: restricts
          reaches:
            content-generation: {purposes: [content-generation], except-categories: [feedback.*]}
            feedback: {categories: [feedback.*]}
      subjects: {about: must-permit, mentioned: redact}
      window: {from: any, until: any}
      wording:
        en: {toggle: {title: t, text: t}, objection: {title: t, text: t}, notice: {title: t, text: t}}
      """;

  private static Proof prove(String yaml) {
    return Prover.prove(Program.parse("small", yaml), Invariants.shipped(), THREADS);
  }

  private static List<String> broken(Proof proof) {
    return proof.findings().stream()
        .filter(finding -> !finding.holds())
        .map(finding -> finding.invariant().name())
        .toList();
  }

  /// The largest shipped program is proven by `demur program prove`; see `docs/quality.md`.
  @ParameterizedTest
  @ValueSource(strings = {"x-2024"})
  void aShippedProgramKeepsEveryInvariant(String name) {
    Proof proof = Prover.prove(Program.shipped(name).orElseThrow(), Invariants.shipped(), THREADS);
    assertThat(broken(proof)).isEmpty();
    assertThat(proof.findings())
        .extracting(finding -> finding.invariant().name())
        .containsAll(SHIPPED_INVARIANTS);
    assertThat(proof.decisions()).isGreaterThan(10_000_000);
    assertThat(proof.text()).contains("decisions for").doesNotContain("VIOLATED");
  }

  @Test
  void theProofDoesNotDependOnTheNumberOfThreads() {
    Program small = Program.parse("small", SMALL.replace("pending: restricts", "pending: ignored"));
    List<Invariant> some =
        Invariants.shipped().stream().filter(i -> i.name().contains("pending")).toList();
    assertThat(Prover.prove(small, some, 1)).isEqualTo(Prover.prove(small, some, 3));
  }

  @Test
  void theSmallProgramKeepsEveryInvariant() {
    assertThat(broken(prove(SMALL))).isEmpty();
  }

  @ParameterizedTest(name = "{0} to {1} breaks {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          minimum: 18 | minimum: 16 | no-minor | on the day
          created-as-minor: deny | created-as-minor: allow | no-minor | on the day of turning 18
          private-message.*: never | private-message.*: in | no-private-message | private-message.
          credential.*: never | credential.*: in | no-credential | credential.
          payment.*: never | payment.*: in | no-payment-or-salary | payment.
          salary.*: never | salary.*: in | no-payment-or-salary | salary.
          job.application: never | job.application: in | no-application | job.application
          affiliate: refused | affiliate: allowed | no-affiliate-in-eea-and-switzerland | by affiliate
          required: true | required: false | nothing-without-notice | told 30 days less a millisecond before
          pending: restricts | pending: ignored | restricted-while-pending | pending
          about: must-permit | about: ignored | gone-is-gone | about stranger
          """)
  void aBrokenRuleIsFoundWithASmallestCase(String from, String to, String invariant, String words) {
    List<Invariant> one =
        Invariants.shipped().stream().filter(i -> i.name().equals(invariant)).toList();
    assertThat(Prover.prove(Program.parse("small", SMALL), one, THREADS).holds()).isTrue();
    Proof proof = Prover.prove(Program.parse("small", SMALL.replace(from, to)), one, THREADS);
    Finding finding = proof.findings().getFirst();
    assertThat(finding.holds()).isFalse();
    assertThat(finding.violations()).isPositive();
    assertThat(finding.smallest().orElseThrow().words()).contains(words);
    assertThat(proof.text()).contains("VIOLATED  " + invariant).contains("the smallest: ");
  }

  @Test
  void theSmallestCaseIsDecidedAsAPermitByTheBatch() throws IOException {
    String yaml = SMALL.replace("created-as-minor: deny", "created-as-minor: allow");
    Finding finding =
        Prover.prove(
                Program.parse("small", yaml), List.of(Invariants.shipped().getFirst()), THREADS)
            .findings()
            .getFirst();
    String line = finding.smallest().orElseThrow().json();
    var out = new ByteArrayOutputStream();
    new DecideBatch(Program.parse("small", yaml), 1)
        .run(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), out);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"outcome\":\"permit\"");
    assertThat(finding.smallest().orElseThrow().words())
        .isEqualTo(
            "content.post, created a year before, for content-generation by controller, at"
                + " 2025-11-02T23:00:00Z, in CH, on the day of turning 18, toggle never touched, no"
                + " objection, told long before");
  }

  @Test
  void anObjectionThatReachesLessThanTheToggleIsWeaker() {
    String weak =
        SMALL.replace(
            "content-generation: {purposes: [content-generation], except-categories: [feedback.*]}",
            "content-generation: {categories: [content.post]}");
    assertThat(broken(prove(weak)))
        .contains("objection-is-never-weaker-than-the-toggle", "granted-means-never");
  }

  @Test
  void ownInvariantsAreProvenToo() {
    List<Invariant> own =
        Invariants.parse(
            "mine.yaml",
            """
            invariants:
              nobody-under-21:
                says: Nobody under 21
                deny: [{younger-than: 21}]
              nothing-in-geneva-before-2026:
                says: Nothing before 2026
                programs: [small]
                deny: [{before: 2026-01-01, lives-in: [CH], category: [content.*]}]
              not-about-this-program:
                says: Something
                programs: [other]
                deny: [{category: [content.*]}]
            """);
    Proof proof = Prover.prove(Program.parse("small", SMALL), own, THREADS);
    assertThat(broken(proof)).containsExactly("nobody-under-21", "nothing-in-geneva-before-2026");
    assertThat(proof.findings().getFirst().smallest().orElseThrow().words())
        .contains("on the day before turning 21");
    assertThat(proof.findings().getLast().smallest().orElseThrow().words())
        .contains("at 2025-12-31T23:59:59.999Z");
  }

  @Test
  void badInvariantsAreRefusedWithTheirPlace() {
    assertThatThrownBy(() ->
            Invariants.parse(
                "mine.yaml",
                """
                invariants:
                  one:
                    says: One
                    deny: [{categories: [content.*]}]
                  two:
                    says: Two
                """))
        .isInstanceOf(ProgramException.class)
        .hasMessageContaining(
            "mine.yaml:4:13: invariants.one.deny[0].categories: found unknown key \"categories\","
                + " expected \"category\" perhaps")
        .hasMessageContaining("mine.yaml:6:5: invariants.two.deny: found nothing");
  }
}
