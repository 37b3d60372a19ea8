package dev.demur.server.access;

import dev.demur.home.Role;
import dev.demur.server.access.AccessSettings.Issuer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// What a token says of somebody's roles.
final class Claims {
  private static final String PREFIX = "ROLE_";

  private Claims() {}

  /// The roles under the issuer's claim: a list of names, or names with spaces between them.
  static Set<GrantedAuthority> authorities(Issuer issuer, Map<String, Object> claims) {
    Set<String> values = Set.copyOf(values(at(issuer.rolesClaim(), claims)));
    return AccessSettings.roles(issuer, values).stream()
        .map(Claims::authority)
        .collect(Collectors.toSet());
  }

  static GrantedAuthority authority(Role role) {
    return new SimpleGrantedAuthority(PREFIX + role.name());
  }

  /// What an authority stands for; nothing for those that are no roles.
  static List<Role> roles(Collection<? extends GrantedAuthority> authorities) {
    return Arrays.stream(Role.values())
        .filter(role -> authorities.contains(authority(role)))
        .toList();
  }

  private static @Nullable Object at(String path, Map<String, Object> claims) {
    Object found = claims.get(path);
    if (found != null) {
      return found;
    }
    Object current = claims;
    for (String step : path.split("\\.", -1)) {
      current = current instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return current;
  }

  private static List<String> values(@Nullable Object claim) {
    return switch (claim) {
      case String text -> List.of(text.split(" ", -1)).stream().distinct().toList();
      case Collection<?> many -> many.stream().map(String::valueOf).distinct().toList();
      case null, default -> List.of();
    };
  }
}
