package dev.demur.server.access;

import static dev.demur.home.Role.AUDITOR;
import static dev.demur.home.Role.DPO;
import static dev.demur.home.Role.ENGINEER;
import static dev.demur.home.Role.MEMBER;
import static dev.demur.home.Role.RECRUITER;

import dev.demur.home.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/// Every route of the server and who may take it; what is not here is closed to everybody.
///
/// Security is configured from this table alone. A route whose pattern has `{member}` shows or
/// changes what is held about that member: members get their own only, and a look by anybody else
/// is entered in that member's history.
@SuppressWarnings("ImmutableEnumChecker") // Spring's methods and copied sets are, and do not say so
public enum Route {
  START(HttpMethod.GET, "/", signedIn()),
  LOGIN(HttpMethod.GET, "/login", Rule.ANYBODY),
  LANGUAGE(HttpMethod.POST, "/language", Rule.ANYBODY),
  ERROR(null, "/error", Rule.ANYBODY),
  STYLE(HttpMethod.GET, "/demur.css", Rule.ANYBODY),
  ICON(HttpMethod.GET, "/icon.svg", Rule.ANYBODY),
  VISITOR_FORM(HttpMethod.GET, "/object", Rule.ANYBODY),
  VISITOR_OBJECTION(HttpMethod.POST, "/object", Rule.ANYBODY),
  VISITOR_CASE(HttpMethod.GET, "/object/{id}", Rule.ANYBODY),
  VISITOR_RECEIPT(HttpMethod.GET, "/object/{id}/receipt", Rule.ANYBODY),
  SCRIPT(HttpMethod.GET, "/write.js", Rule.ANYBODY),

  SETTINGS(HttpMethod.GET, "/settings", only(MEMBER)),
  BANNER_READ(HttpMethod.POST, "/notice", only(MEMBER)),
  TOGGLE(HttpMethod.POST, "/settings/toggle", only(MEMBER)),
  CHOICES(HttpMethod.GET, "/choices", only(MEMBER)),
  OBJECTION_FORM(HttpMethod.GET, "/objection", only(MEMBER)),
  OBJECTION(HttpMethod.POST, "/objection", only(MEMBER)),
  DELETION(HttpMethod.POST, "/data/delete", only(MEMBER)),
  CLOSURE(HttpMethod.POST, "/closure", only(MEMBER)),
  RECEIPT(HttpMethod.GET, "/receipts/{position}", only(MEMBER)),
  HELD(HttpMethod.GET, "/data", only(MEMBER)),
  HELD_JSON(HttpMethod.GET, "/data.json", only(MEMBER)),
  WRITE(HttpMethod.GET, "/write", only(MEMBER)),
  SUGGEST(HttpMethod.POST, "/write/suggest", only(MEMBER)),
  SUGGEST_LIVE(HttpMethod.POST, "/write/live", only(MEMBER)),
  DECIDE_SUGGESTION(HttpMethod.POST, "/write/decide", only(MEMBER)),
  JOBS(HttpMethod.GET, "/jobs", only(MEMBER)),

  RECRUIT_FORM(HttpMethod.GET, "/recruit", only(RECRUITER)),
  RECRUIT(HttpMethod.POST, "/recruit", only(RECRUITER)),

  TRACE_FORM(HttpMethod.GET, "/trace", only(MEMBER, DPO, ENGINEER, AUDITOR)),
  TRACE_TEXT(HttpMethod.POST, "/trace", only(MEMBER, DPO, ENGINEER, AUDITOR)),

  OPERATOR(HttpMethod.GET, "/operator", only(DPO, ENGINEER, AUDITOR)),

  PROGRAM(HttpMethod.GET, "/operator/program", only(DPO, ENGINEER, AUDITOR)),
  NOTICES(HttpMethod.GET, "/operator/notices", only(DPO, ENGINEER, AUDITOR)),
  LINEAGE(HttpMethod.GET, "/operator/lineage", only(DPO, ENGINEER, AUDITOR)),
  REMOVALS(HttpMethod.GET, "/operator/removals", only(DPO, ENGINEER, AUDITOR)),
  LOG(HttpMethod.GET, "/operator/log", only(DPO, ENGINEER, AUDITOR)),
  CASES(HttpMethod.GET, "/operator/cases", only(DPO, AUDITOR)),
  CASE(HttpMethod.GET, "/operator/cases/{id}", only(DPO, AUDITOR)),
  CASE_STEP(HttpMethod.POST, "/operator/cases/{id}", only(DPO)),
  CASE_RECIPIENT(HttpMethod.POST, "/operator/cases/{id}/recipients", only(DPO)),
  REMOVAL_RECEIPT(HttpMethod.GET, "/operator/removals/{position}", only(DPO, ENGINEER, AUDITOR)),
  REVIEWS(HttpMethod.GET, "/operator/reviews", only(DPO, AUDITOR)),
  REVIEW(HttpMethod.GET, "/operator/reviews/{record}", only(DPO)),
  REVIEW_DECISION(HttpMethod.POST, "/operator/reviews/{record}", only(DPO)),

  HEALTH(HttpMethod.GET, "/v1/health", Rule.ANYBODY),
  DESCRIPTION(HttpMethod.GET, "/v1/openapi.json", Rule.ANYBODY),
  CHECKPOINT(HttpMethod.GET, "/v1/log/checkpoint", Rule.ANYBODY),
  LOG_KEY(HttpMethod.GET, "/v1/log/key", Rule.ANYBODY),
  CONSISTENCY(HttpMethod.GET, "/v1/log/consistency", Rule.ANYBODY),
  OBJECTION_OF_VISITOR(HttpMethod.POST, "/v1/objections", Rule.ANYBODY),
  DECISIONS(HttpMethod.POST, "/v1/decisions", only(DPO, ENGINEER, AUDITOR)),
  TRACE(HttpMethod.POST, "/v1/trace", only(MEMBER, DPO, ENGINEER, AUDITOR)),
  MATCH(HttpMethod.POST, "/v1/match/members", only(RECRUITER)),
  MEMBER_SUGGESTIONS(HttpMethod.POST, "/v1/members/{member}/suggestions", only(MEMBER)),
  MEMBER_FEEDBACK(HttpMethod.PUT, "/v1/members/{member}/suggestions/{id}", only(MEMBER)),
  MEMBER_JOBS(HttpMethod.GET, "/v1/members/{member}/jobs", only(MEMBER)),
  MEMBER_PATHS(HttpMethod.GET, "/v1/members/{member}/paths", only(MEMBER)),
  MEMBER_STATE(HttpMethod.GET, "/v1/members/{member}", only(MEMBER, DPO, AUDITOR)),
  MEMBER_HISTORY(HttpMethod.GET, "/v1/members/{member}/history", only(MEMBER, DPO, AUDITOR)),
  MEMBER_DATA(HttpMethod.GET, "/v1/members/{member}/data", only(MEMBER, DPO, AUDITOR)),
  MEMBER_DECISION(HttpMethod.GET, "/v1/members/{member}/decision", only(MEMBER, DPO, AUDITOR)),
  MEMBER_NOTICE(HttpMethod.GET, "/v1/members/{member}/notice", only(MEMBER)),
  MEMBER_NOTICE_SHOWN(HttpMethod.POST, "/v1/members/{member}/notice", only(MEMBER)),
  MEMBER_TOGGLE(HttpMethod.PUT, "/v1/members/{member}/toggle", only(MEMBER)),
  MEMBER_SIGNAL(HttpMethod.POST, "/v1/members/{member}/signals", only(MEMBER)),
  MEMBER_OBJECTION(HttpMethod.POST, "/v1/members/{member}/objections", only(MEMBER, DPO)),
  MEMBER_DELETION(HttpMethod.POST, "/v1/members/{member}/deletions", only(MEMBER)),
  MEMBER_CLOSURE(HttpMethod.POST, "/v1/members/{member}/closure", only(MEMBER));

  /// Whom a route is for.
  private record Rule(boolean open, Set<Role> roles) {
    static final Rule ANYBODY = new Rule(true, Set.of());
  }

  private static final String MEMBER_VARIABLE = "{member}";

  private final @Nullable HttpMethod method;
  private final String pattern;
  private final Rule rule;

  Route(@Nullable HttpMethod method, String pattern, Rule rule) {
    this.method = method;
    this.pattern = pattern;
    this.rule = rule;
  }

  private static Rule only(Role first, Role... others) {
    return new Rule(false, Set.copyOf(EnumSet.of(first, others)));
  }

  private static Rule signedIn() {
    return new Rule(false, Set.of(Role.values()));
  }

  /// Empty for a route that takes every method.
  public Optional<HttpMethod> method() {
    return Optional.ofNullable(method);
  }

  /// In the form of Spring's path patterns.
  public String pattern() {
    return pattern;
  }

  /// Whether it is open to those who have not signed in.
  public boolean open() {
    return rule.open();
  }

  /// Who may take it; of members, for a route that names one, only that one.
  public Set<Role> roles() {
    return rule.roles();
  }

  /// Whether the path names the member whose data it is about.
  public boolean namesMember() {
    return pattern.contains(MEMBER_VARIABLE);
  }

  /// Whether one who is these things may take the route.
  ///
  /// @param own whether the path names whoever asks, or nobody
  public boolean allows(Set<Role> held, boolean own) {
    return rule.open()
        || held.stream()
            .filter(rule.roles()::contains)
            .anyMatch(role -> role != MEMBER || own || !namesMember());
  }
}
