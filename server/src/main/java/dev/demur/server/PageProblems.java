package dev.demur.server;

import dev.demur.home.InputRefused;
import dev.demur.ledger.LedgerException;
import org.jdbi.v3.core.JdbiException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/// What a page was sent and cannot take, such as somebody else's record, is a bad request.
@ControllerAdvice(
    assignableTypes = {
      SettingsPages.class,
      VisitorPages.class,
      HeldPages.class,
      ChoicesPages.class,
      WritePages.class,
      JobPages.class,
      RecruitPages.class,
      TracePages.class,
      OperatorPages.class,
      ConsolePages.class,
      CasePages.class,
      ReviewPages.class
    })
class PageProblems {
  @ExceptionHandler(InputRefused.class)
  @ResponseStatus(value = HttpStatus.BAD_REQUEST, reason = "refused")
  void refused() {
    // The status says it; Problems shows the page.
  }

  /// The database is away or full; whatever was chosen is to be chosen again.
  @ExceptionHandler({LedgerException.class, JdbiException.class})
  @ResponseStatus(value = HttpStatus.SERVICE_UNAVAILABLE, reason = "unavailable")
  void unavailable() {
    // As above.
  }
}
