package dev.demur.server;

import dev.demur.home.Role;
import dev.demur.home.TraceDesk;
import dev.demur.home.Tracing.TracedSpan;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;

/// What the corpus says of a text, as much of it as whoever asks may know.
///
/// @param corpus spans that members wrote: all of them for those who run the platform, for a member
///   what at least ten wrote
/// @param own spans that the asking member wrote
record TraceAnswer(List<TracedSpan> corpus, List<TracedSpan> own) {
  /// UTF-16 units of a text; more is not traced in one request.
  static final int MAX_TEXT = 10_000;

  /// @throws RefusedRequest if the text is too long
  static TraceAnswer of(TraceDesk desk, String text, HttpServletRequest request, Principal user) {
    if (text.length() > MAX_TEXT) {
      throw new RefusedRequest(
          HttpStatus.CONTENT_TOO_LARGE,
          "the text has %,d characters; at most %,d are traced at a time"
              .formatted(text.length(), MAX_TEXT));
    }
    return request.isUserInRole(Role.MEMBER.name())
        ? new TraceAnswer(desk.shared(text), desk.own(text, Members.of(user)))
        : new TraceAnswer(desk.all(text), List.of());
  }
}
