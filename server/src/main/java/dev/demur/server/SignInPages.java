package dev.demur.server;

import dev.demur.home.Role;
import dev.demur.server.access.AccessSettings;
import dev.demur.server.access.Route;
import dev.demur.server.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// The way in.
@Controller
class SignInPages {
  private final AccessSettings access;
  private final Templates pages;

  SignInPages(AccessSettings access, Templates pages) {
    this.access = access;
    this.pages = pages;
  }

  @GetMapping(value = "/login", produces = Html.TYPE)
  @ResponseBody
  String login(HttpServletRequest request) {
    boolean failed = request.getParameter("error") != null;
    return pages.login(Frames.of(request, "Sign in"), failed, access.issuer().isPresent()).render();
  }

  /// Each to where they have something to do.
  @GetMapping("/")
  String start(HttpServletRequest request) {
    if (request.isUserInRole(Role.MEMBER.name())) {
      return "redirect:/settings";
    }
    boolean operator =
        Route.OPERATOR.roles().stream().anyMatch(role -> request.isUserInRole(role.name()));
    return operator ? "redirect:/operator" : "redirect:/v1/openapi.json";
  }
}
