package dev.demur.server;

import dev.demur.home.Role;
import dev.demur.server.PageFrame.Link;
import dev.demur.server.access.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Makes the frame of a page from its request.
final class Frames {
  static final String FLASH = "flash";

  private Frames() {}

  static PageFrame of(HttpServletRequest request, String title) {
    Principal user = request.getUserPrincipal();
    return new PageFrame(
        title,
        user != null,
        user == null ? "" : user.getName(),
        csrf(request),
        links(request),
        flash(request));
  }

  private static String csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? token.getToken()
        : "";
  }

  private static List<Link> links(HttpServletRequest request) {
    if (request.isUserInRole(Role.MEMBER.name())) {
      return List.of(
          link(request, "/settings", "Settings"),
          link(request, "/data", "Your data"),
          link(request, "/write", "Write"));
    }
    return Route.OPERATOR.roles().stream().anyMatch(role -> request.isUserInRole(role.name()))
        ? List.of(link(request, "/operator", "Funnel"))
        : List.of();
  }

  private static Link link(HttpServletRequest request, String href, String label) {
    return new Link(href, label, request.getRequestURI().equals(href));
  }

  private static @Nullable String flash(HttpServletRequest request) {
    var passed = RequestContextUtils.getInputFlashMap(request);
    return passed == null ? null : (String) passed.get(FLASH);
  }
}
