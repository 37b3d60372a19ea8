package dev.demur.server;

import org.springframework.http.HttpStatus;

/// A request to the API that is refused, with the reason that its answer gives.
final class RefusedRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;

  RefusedRequest(HttpStatus status, String reason) {
    super(reason);
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }
}
