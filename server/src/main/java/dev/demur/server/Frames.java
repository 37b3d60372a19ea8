package dev.demur.server;

import dev.demur.home.Role;
import dev.demur.server.PageFrame.Link;
import dev.demur.server.access.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Makes the frame of a page from its request.
final class Frames {
  static final String FLASH = "flash";

  private Frames() {}

  /// A page in the language of whoever asks.
  static PageFrame of(HttpServletRequest request, String title) {
    return of(request, title, words(request));
  }

  /// A page that is in English only.
  static PageFrame english(HttpServletRequest request, String title) {
    return of(request, title, Words.in(Language.EN));
  }

  static Words words(HttpServletRequest request) {
    return Words.in(Language.of(request));
  }

  private static PageFrame of(HttpServletRequest request, String title, Words words) {
    Principal user = request.getUserPrincipal();
    return new PageFrame(
        title,
        user != null,
        user == null ? "" : user.getName(),
        csrf(request),
        links(request, words),
        flash(request),
        words,
        request.getRequestURI());
  }

  private static String csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? token.getToken()
        : "";
  }

  private static List<Link> links(HttpServletRequest request, Words words) {
    if (request.isUserInRole(Role.MEMBER.name())) {
      return List.of(
          link(request, "/settings", words.of("nav.settings")),
          link(request, "/choices", words.of("nav.choices")),
          link(request, "/data", words.of("nav.data")),
          link(request, "/write", words.of("nav.write")),
          link(request, "/jobs", words.of("nav.jobs")),
          link(request, "/trace", words.of("nav.trace")));
    }
    List<Link> links = new ArrayList<>();
    for (Route route :
        List.of(
            Route.OPERATOR,
            Route.CASES,
            Route.REVIEWS,
            Route.PROGRAM,
            Route.NOTICES,
            Route.LINEAGE,
            Route.REMOVALS,
            Route.LOG,
            Route.TRACE_FORM,
            Route.RECRUIT_FORM)) {
      if (route.roles().stream().anyMatch(role -> request.isUserInRole(role.name()))) {
        links.add(link(request, route.pattern(), label(route)));
      }
    }
    return List.copyOf(links);
  }

  private static String label(Route route) {
    return switch (route) {
      case OPERATOR -> "Funnel";
      case CASES -> "Objections";
      case REVIEWS -> "Reviews";
      case PROGRAM -> "Program";
      case NOTICES -> "Notices";
      case LINEAGE -> "Lineage";
      case REMOVALS -> "Removals";
      case LOG -> "Log";
      case TRACE_FORM -> "Whose words";
      case RECRUIT_FORM -> "Search";
      default -> throw new IllegalArgumentException(route + " is in no menu");
    };
  }

  private static Link link(HttpServletRequest request, String href, String label) {
    return new Link(href, label, request.getRequestURI().equals(href));
  }

  private static @Nullable String flash(HttpServletRequest request) {
    var passed = RequestContextUtils.getInputFlashMap(request);
    return passed == null ? null : (String) passed.get(FLASH);
  }
}
