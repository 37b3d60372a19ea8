package dev.demur.server;

import dev.demur.server.pages.Templates;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What is shown when something cannot be shown; says what to do, never why in detail.
@Controller
class Problems implements ErrorController {
  private final Templates pages;

  Problems(Templates pages) {
    this.pages = pages;
  }

  @RequestMapping("/error")
  ResponseEntity<String> problem(HttpServletRequest request) {
    HttpStatus status = statusOf(request);
    String heading =
        switch (status) {
          case FORBIDDEN -> "error.forbidden";
          case NOT_FOUND -> "error.missing";
          case BAD_REQUEST -> "error.bad";
          default -> "error.wrong";
        };
    String text =
        switch (status) {
          case SERVICE_UNAVAILABLE -> "error.unavailable";
          default -> status.is5xxServerError() ? "error.nothing-lost" : "error.check";
        };
    Words words = Frames.words(request);
    return ResponseEntity.status(status)
        .contentType(MediaType.parseMediaType(Html.TYPE))
        .body(
            pages
                .problem(Frames.of(request, words.of(heading)), words.of(heading), words.of(text))
                .render());
  }

  private static HttpStatus statusOf(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
        ? HttpStatus.valueOf(code)
        : HttpStatus.NOT_FOUND;
  }
}
