package dev.demur.server.access;

import dev.demur.home.Role;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// Holds one request to the rule of its route.
final class RouteRule implements AuthorizationManager<RequestAuthorizationContext> {
  private final Route route;

  RouteRule(Route route) {
    this.route = route;
  }

  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext request) {
    if (route.open()) {
      return new AuthorizationDecision(true);
    }
    Authentication user = who.get();
    if (user == null || !user.isAuthenticated()) {
      return new AuthorizationDecision(false);
    }
    String named = request.getVariables().get(LookTrail.MEMBER);
    boolean own = named == null || named.equals(user.getName());
    return new AuthorizationDecision(route.allows(roles(user), own));
  }

  static Set<Role> roles(Authentication user) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(Claims.roles(user.getAuthorities()));
    return roles;
  }
}
