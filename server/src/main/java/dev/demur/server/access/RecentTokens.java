package dev.demur.server.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/// Remembers for a minute whose signature was found good, since checking it costs more than
/// anything else about a small request. Times and audience are checked each time. Thread-safe.
///
/// So a key that the issuer withdraws opens the API for a minute more.
final class RecentTokens implements JwtDecoder {
  private static final int MAX_TOKENS = 10_000;
  private static final long LIFETIME = Duration.ofMinutes(1).toNanos();

  private final JwtDecoder checking;
  private final OAuth2TokenValidator<Jwt> validator;
  private final LongSupplier nanoseconds;
  private final Map<String, Checked> recent =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Checked> eldest) {
          return size() > MAX_TOKENS;
        }
      };

  private record Checked(Jwt token, long at) {}

  /// @param nanoseconds a clock that only goes forward
  RecentTokens(JwtDecoder checking, OAuth2TokenValidator<Jwt> validator, LongSupplier nanoseconds) {
    this.checking = checking;
    this.validator = validator;
    this.nanoseconds = nanoseconds;
  }

  @Override
  public Jwt decode(String token) {
    long now = nanoseconds.getAsLong();
    Checked known = known(token);
    if (known != null
        && now - known.at() < LIFETIME
        && !validator.validate(known.token()).hasErrors()) {
      return known.token();
    }
    Jwt checked = checking.decode(token);
    remember(token, new Checked(checked, now));
    return checked;
  }

  private @Nullable Checked known(String token) {
    synchronized (recent) {
      return recent.get(token);
    }
  }

  private void remember(String token, Checked checked) {
    synchronized (recent) {
      recent.put(token, checked);
    }
  }
}
