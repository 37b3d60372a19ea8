package dev.demur.ledger.notice;

/// A channel that can tell nobody now. What was told is recorded; run the campaign again later.
public final class NoticeChannelDown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoticeChannelDown(String message, Throwable cause) {
    super(message, cause);
  }
}
