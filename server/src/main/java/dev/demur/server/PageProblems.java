package dev.demur.server;

import dev.demur.home.InputRefused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/// What a page was sent and cannot take, such as somebody else's record, is a bad request.
@ControllerAdvice(
    assignableTypes = {SettingsPages.class, HeldPages.class, ChoicesPages.class, WritePages.class})
class PageProblems {
  @ExceptionHandler(InputRefused.class)
  @ResponseStatus(value = HttpStatus.BAD_REQUEST, reason = "refused")
  void refused() {
    // The status says it; Problems shows the page.
  }
}
