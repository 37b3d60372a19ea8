package dev.demur.server;

import dev.demur.home.InputRefused;
import dev.demur.home.NotPermitted;
import dev.demur.ledger.IdempotencyConflict;
import dev.demur.ledger.LedgerException;
import org.jdbi.v3.core.JdbiException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// What the API answers when it cannot do what was asked: a status and one sentence.
@RestControllerAdvice(
    assignableTypes = {
      MembersApi.class,
      VisitorsApi.class,
      NoticeApi.class,
      MatchApi.class,
      TraceApi.class,
      LogApi.class,
      SuggestApi.class,
      CareerApi.class
    })
class ApiProblems {
  private static final String RETRY_SECONDS = "5";

  @ExceptionHandler
  ResponseEntity<byte[]> refused(RefusedRequest problem) {
    return JsonAnswers.problem(problem.status(), String.valueOf(problem.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> refused(InputRefused problem) {
    return JsonAnswers.problem(HttpStatus.BAD_REQUEST, String.valueOf(problem.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> refused(NotPermitted problem) {
    return JsonAnswers.problem(HttpStatus.FORBIDDEN, String.valueOf(problem.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> refused(IdempotencyConflict problem) {
    return JsonAnswers.problem(
        HttpStatus.CONFLICT, "this Idempotency-Key came before with another choice");
  }

  /// Nothing was acknowledged, so that the caller must ask again with the same key.
  @ExceptionHandler
  ResponseEntity<byte[]> failed(LedgerException problem) {
    return unavailable(
        "nothing was acknowledged: %s. Send it again with the same Idempotency-Key: it is applied once"
            .formatted(problem.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> failed(JdbiException problem) {
    return unavailable(String.valueOf(LedgerException.of(problem).getMessage()));
  }

  private static ResponseEntity<byte[]> unavailable(String message) {
    ResponseEntity<byte[]> answer = JsonAnswers.problem(HttpStatus.SERVICE_UNAVAILABLE, message);
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        .body(answer.getBody());
  }
}
