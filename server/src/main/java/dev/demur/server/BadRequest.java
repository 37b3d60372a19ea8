package dev.demur.server;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// A request that no page of ours sends.
@ResponseStatus(HttpStatus.BAD_REQUEST)
final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
