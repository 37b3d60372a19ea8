package dev.demur.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns away who asks for too much, with the time after which to ask again.
final class RateLimitFilter extends OncePerRequestFilter {
  private static final String RETRY_SECONDS = "2";

  private final String name;
  private final RateLimits limits;
  private final Function<HttpServletRequest, Optional<String>> caller;

  /// @param name of this limit; a chain has several
  /// @param caller who is counted; empty for requests that are not
  RateLimitFilter(
      String name, RateLimits limits, Function<HttpServletRequest, Optional<String>> caller) {
    this.name = name;
    this.limits = limits;
    this.caller = caller;
  }

  /// Otherwise the second limit of a chain would take the request for one it has seen.
  @Override
  protected String getAlreadyFilteredAttributeName() {
    return RateLimitFilter.class.getName() + "." + name;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    Optional<String> who = caller.apply(request);
    if (who.isPresent() && !limits.admits(who.get())) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
      return;
    }
    next.doFilter(request, response);
  }
}
