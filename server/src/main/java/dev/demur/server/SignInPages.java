package dev.demur.server;

import dev.demur.home.Accounts;
import dev.demur.server.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// The way in.
@Controller
class SignInPages {
  private final Templates pages;

  SignInPages(Templates pages) {
    this.pages = pages;
  }

  @GetMapping(value = "/login", produces = Html.TYPE)
  @ResponseBody
  String login(HttpServletRequest request) {
    boolean failed = request.getParameter("error") != null;
    return pages.login(Frames.of(request, "Sign in"), failed).render();
  }

  /// Each to where they have something to do.
  @GetMapping("/")
  String start(HttpServletRequest request) {
    return request.isUserInRole(Accounts.Role.OPERATOR.name())
        ? "redirect:/operator"
        : "redirect:/settings";
  }
}
