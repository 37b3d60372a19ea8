package dev.demur.program;

import java.util.SplittableRandom;

/// Writes programs that nobody would run, so that every word of the language meets every other.
final class RandomPrograms {
  private RandomPrograms() {}

  static String write(SplittableRandom random) {
    boolean hasToggle = random.nextInt(4) > 0;
    String toggle =
        """
          toggle:
            name: Switch
            default: %s
            clock: %s
            covers: {purposes: %s, except-categories: %s}
        """
            .formatted(
                pick(random, "on", "on", "off"),
                pick(random, "training-time", "data-time"),
                pick(random, "[content-generation]", "[content-generation, other-ml]"),
                pick(random, "[feedback.*]", "[content.article, group.*]"));
    boolean hasPartnerToggle = random.nextInt(3) == 0;
    String partnerToggle =
        """
          partner-toggle:
            name: Switch of partners
            default: %s
            clock: %s
            covers: {recipients: %s}
        """
            .formatted(
                pick(random, "on", "on", "off"),
                pick(random, "training-time", "data-time"),
                pick(random, "[third-party]", "[affiliate, third-party]"));
    return """
    program: random
    title: Random
    controller: Nobody
    zone: %s
    purposes: %s
    facts: {record-deleted: deny, account-closed: deny, author-unknown: deny,
      age-unknown: deny, region-unknown: deny, moved: %s}
    age: {minimum: %s, created-as-minor: %s}
    notice: {required: %s, lead-days: %s}
    regions:
      first: {title: A, countries: [DE, FR, GR], zone: %s, starts: %s, basis: consent,
        recipients: {controller: %s, affiliate: %s, vendor: allowed, third-party: refused}}
      second: {title: B, countries: [CH, GB, "NO"], starts: %s, ends: %s, basis: contract,
        recipients: {controller: allowed, affiliate: refused, vendor: %s, third-party: %s},
        notice: {required: %s, lead-days: %s}}
      third: {title: C, countries: %s, starts: %s, basis: none-required,
        recipients: {controller: allowed, affiliate: allowed, vendor: allowed, third-party: %s}}
    not-covered: [%s]
    categories: {content.*: in, content.article: %s, profile.*: %s, profile.name: in,
      private-message.*: never, feedback.*: in, group.*: out, salary.*: %s}
    controls:
    %s  objection:
        name: Form
        pending: %s
        reaches:
          content-generation: {purposes: [content-generation], except-categories: [feedback.*]}
    %s      feedback: {categories: [feedback.*, %s]}
    subjects: {about: %s, mentioned: %s}
    window: {from: %s, until: %s%s}
    wording:
      en: {%s objection: {title: t, text: t}, notice: {title: t, text: t}}
    """
        .formatted(
            zone(random),
            pick(random, "[content-generation, other-ml]", "[content-generation]"),
            pick(random, "strictest", "strictest", "current"),
            pick(random, "13", "16", "18"),
            pick(random, "deny", "deny", "allow"),
            pick(random, "true", "true", "false"),
            pick(random, "0", "1", "30"),
            zone(random),
            day(random),
            pick(random, "allowed", "allowed", "2025-03-03"),
            pick(random, "allowed", "refused", "2024-12-24T12:00", "2025-06-01T00:00:00+02:00"),
            pick(random, "2024-10-10", "2024-11-20"),
            pick(random, "2025-12-01", "2026-06-15T08:30"),
            pick(random, "allowed", "refused"),
            pick(random, "refused", "2025-08-08"),
            pick(random, "true", "false"),
            pick(random, "0", "14", "60"),
            pick(random, "rest", "rest", "[US, CA]"),
            day(random),
            pick(random, "allowed", "refused"),
            pick(random, "HK, IN", "BR"),
            pick(random, "in", "out", "never"),
            pick(random, "in", "out"),
            pick(random, "never", "out"),
            (hasToggle ? toggle : "") + (hasPartnerToggle ? partnerToggle : ""),
            pick(random, "restricts", "restricts", "ignored"),
            pick(
                random,
                "",
                "      other-ml: {purposes: [other-ml], except-categories: [content.*]}\n"),
            pick(random, "content.post", "profile.*"),
            pick(random, "must-permit", "must-permit", "ignored"),
            pick(random, "redact", "redact", "keep"),
            pick(random, "any", "any", "2023-10-10"),
            pick(random, "any", "any", "2025-10-10T10:10"),
            pick(random, "", "", ", max-age-days: 400"),
            (hasToggle ? "toggle: {title: t, text: t}," : "")
                + (hasPartnerToggle ? "partner-toggle: {title: t, text: t}," : ""));
  }

  private static String zone(SplittableRandom random) {
    return pick(
        random, "UTC", "Europe/Brussels", "Asia/Hong_Kong", "America/Los_Angeles", "+05:30");
  }

  private static String day(SplittableRandom random) {
    return pick(random, "2024-09-09", "2025-03-30", "2025-11-03", "2025-11-03T12:00:00Z");
  }

  private static String pick(SplittableRandom random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
