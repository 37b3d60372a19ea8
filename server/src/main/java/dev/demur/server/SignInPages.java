package dev.demur.server;

import dev.demur.home.Role;
import dev.demur.server.access.AccessSettings;
import dev.demur.server.access.Route;
import dev.demur.server.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// The way in.
@Controller
class SignInPages {
  private static final Duration YEAR = Duration.ofDays(365);

  /// A page of ours, and nobody else's: one slash, and no second one behind it.
  private static final Pattern PAGE = Pattern.compile("/([a-z0-9-]+(/[a-z0-9-]+)*)?");

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

  /// Switches the language of the pages, by a cookie that says nothing else.
  @PostMapping("/language")
  String language(
      @RequestParam String to,
      @RequestParam(defaultValue = "/") String back,
      HttpServletResponse response) {
    Language chosen = Language.of(to).orElseThrow(BadRequest::new);
    ResponseCookie cookie =
        ResponseCookie.from(Language.COOKIE, chosen.code())
            .path("/")
            .httpOnly(true)
            .secure(access.isHttps())
            .sameSite("Lax")
            .maxAge(YEAR)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    return "redirect:" + (PAGE.matcher(back).matches() ? back : "/");
  }

  /// Each to where they have something to do.
  @GetMapping("/")
  String start(HttpServletRequest request) {
    if (request.isUserInRole(Role.MEMBER.name())) {
      return "redirect:/settings";
    }
    if (request.isUserInRole(Role.RECRUITER.name())) {
      return "redirect:/recruit";
    }
    boolean operator =
        Route.OPERATOR.roles().stream().anyMatch(role -> request.isUserInRole(role.name()));
    return operator ? "redirect:/operator" : "redirect:/v1/openapi.json";
  }
}
