package dev.demur.server.access;

import dev.demur.home.Choices;
import dev.demur.home.Home;
import dev.demur.home.Role;
import dev.demur.ledger.Event;
import dev.demur.model.MemberId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Enters every look at a member's data by anybody else, before anything is shown.
///
/// Routes that name a member are seen to here; handlers that show members found otherwise call
/// [#entered].
public final class LookTrail implements HandlerInterceptor {
  static final String MEMBER = "member";

  private final Home home;

  public LookTrail(Home home) {
    this.home = home;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object to) {
    if (variables(request).get(MEMBER) instanceof String named
        && request.getUserPrincipal() instanceof Authentication user) {
      entered(request, user, List.of(new MemberId(named)));
    }
    return true;
  }

  private static Map<?, ?> variables(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> map
        ? map
        : Map.of();
  }

  /// Enters that somebody is about to be shown what is held about these members.
  public void entered(
      HttpServletRequest request, Authentication user, Collection<MemberId> members) {
    List<MemberId> others =
        members.stream().filter(member -> !isOwn(user, member)).distinct().toList();
    if (others.isEmpty()) {
      return;
    }
    String roles = RouteRule.roles(user).stream().map(Role::code).collect(Collectors.joining(" "));
    Choices.lookedAt(home, others, new Event.DataLookedAt(user.getName(), roles, what(request)));
  }

  /// What somebody who has signed in is.
  public static Set<Role> roles(Authentication user) {
    return RouteRule.roles(user);
  }

  private static boolean isOwn(Authentication user, MemberId member) {
    return RouteRule.roles(user).contains(Role.MEMBER) && user.getName().equals(member.value());
  }

  /// The route, not the path: the path may hold more than anybody wants kept.
  private static String what(HttpServletRequest request) {
    @Nullable Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return request.getMethod() + " " + (pattern == null ? "?" : pattern);
  }
}
