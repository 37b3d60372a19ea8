package dev.demur.server;

import dev.demur.home.InputRefused;
import dev.demur.home.NotPermitted;
import dev.demur.ledger.IdempotencyConflict;
import dev.demur.ledger.LedgerException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// What the API answers when it cannot do what was asked: a status and one sentence.
@RestControllerAdvice(
    assignableTypes = {MembersApi.class, MatchApi.class, TraceApi.class, LogApi.class})
class ApiProblems {
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
    return JsonAnswers.problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "nothing was recorded: %s. Send it again with the same Idempotency-Key"
            .formatted(problem.getMessage()));
  }
}
