package dev.demur.server;

import dev.demur.home.Role;
import dev.demur.home.TraceDesk;
import dev.demur.server.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// "Is that my sentence?" as a page. A text is posted and not linked to, so that it stands in no
/// address bar and no access log.
@Controller
class TracePages {
  private static final String TITLE = "Whose words";

  private final TraceDesk desk;
  private final Templates pages;

  TracePages(TraceDesk desk, Templates pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @GetMapping(value = "/trace", produces = Html.TYPE)
  @ResponseBody
  String form(HttpServletRequest request) {
    return pages.trace(frame(request), TracePage.empty(isMember(request))).render();
  }

  @PostMapping(value = "/trace", produces = Html.TYPE)
  @ResponseBody
  String trace(@RequestParam String text, HttpServletRequest request, Principal user) {
    if (text.isBlank() || text.length() > TraceAnswer.MAX_TEXT) {
      throw new BadRequest();
    }
    TraceAnswer answer = TraceAnswer.of(desk, text, request, user);
    PageFrame frame = frame(request);
    TracePage page = TracePage.of(text, isMember(request), answer, frame.words());
    return pages.trace(frame, page).render();
  }

  /// Members read it in their language, operators as all their pages in English.
  private static PageFrame frame(HttpServletRequest request) {
    return isMember(request)
        ? Frames.of(request, Frames.words(request).of("nav.trace"))
        : Frames.english(request, TITLE);
  }

  private static boolean isMember(HttpServletRequest request) {
    return request.isUserInRole(Role.MEMBER.name());
  }
}
