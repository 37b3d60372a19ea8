package dev.demur.server.access;

import dev.demur.home.Accounts;
import dev.demur.home.Passwords;
import dev.demur.server.access.AccessSettings.Issuer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/// Two chains of filters, both by the table of [Route]: the API, which knows no sessions, and the
/// pages, which have a session and forms with tokens.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityConfig {
  /// No script at all; no style, picture or frame from elsewhere, and none inside a page.
  private static final String CONTENT_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self';"
          + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  /// The page to write on may have one script of ours, which suggests while somebody types.
  private static final String WRITING_POLICY =
      CONTENT_POLICY + "; script-src 'self'; connect-src 'self'";

  private static final Set<String> WRITING = Set.of(Route.WRITE.pattern(), Route.SUGGEST.pattern());

  private static final String FEATURES =
      "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";
  private static final String API = "/v1/**";
  private static final int MINUTE = 60;
  private static final int HOUR = 3_600;

  /// A burst of so many seconds' worth.
  private static final int BURST_SECONDS = 4;

  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, AccessSettings settings) {
    common(http.securityMatcher(API), settings);
    // A script has no cookie that another page could use.
    http.csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    Optional<Issuer> issuer = settings.issuer();
    if (issuer.isPresent()) {
      OpenId.tokens(http, issuer.get());
    } else {
      http.httpBasic(basic -> basic.authenticationEntryPoint(SecurityConfig::notSignedIn));
      http.exceptionHandling(problems ->
          problems.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)));
    }
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http, AccessSettings settings) {
    common(http, settings);
    http.logout(logout -> logout.logoutSuccessUrl("/login"))
        .sessionManagement(sessions -> sessions.sessionFixation(fixed -> fixed.changeSessionId()))
        .exceptionHandling(problems ->
            problems.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")));
    Optional<Issuer> issuer = settings.issuer();
    if (issuer.isPresent()) {
      OpenId.signIn(http, issuer.get(), settings.publicUrl());
    } else {
      http.formLogin(login ->
          login
              .loginPage("/login")
              .defaultSuccessUrl("/", true)
              .failureHandler(SecurityConfig::notSignedInOnPage));
    }
    return http.build();
  }

  /// Accounts that cannot be read are no wrong password.
  private static HttpStatus statusOf(AuthenticationException why) {
    return why instanceof AuthenticationServiceException
        ? HttpStatus.SERVICE_UNAVAILABLE
        : HttpStatus.UNAUTHORIZED;
  }

  private static void notSignedIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
    response.setStatus(statusOf(why).value());
  }

  private static void notSignedInOnPage(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (statusOf(why) == HttpStatus.SERVICE_UNAVAILABLE) {
      response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    } else {
      response.sendRedirect("/login?error");
    }
  }

  private static void common(HttpSecurity http, AccessSettings settings) {
    http.authorizeHttpRequests(SecurityConfig::rules)
        .headers(SecurityConfig::headers)
        .addFilterBefore(signInLimit(settings), SecurityContextHolderFilter.class)
        .addFilterBefore(requestLimit(settings), AuthorizationFilter.class)
        .addFilterBefore(visitorLimit(settings), AuthorizationFilter.class);
  }

  private static void rules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          routes) {
    PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
    for (Route route : Route.values()) {
      RouteRule rule = new RouteRule(route);
      if (route.method().isEmpty()) {
        routes.requestMatchers(paths.matcher(route.pattern())).access(rule);
        continue;
      }
      HttpMethod method = route.method().get();
      routes.requestMatchers(paths.matcher(method, route.pattern())).access(rule);
      if (method.equals(HttpMethod.GET)) {
        routes.requestMatchers(paths.matcher(HttpMethod.HEAD, route.pattern())).access(rule);
      }
    }
    routes.anyRequest().denyAll();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .addHeaderWriter(SecurityConfig::contentPolicy)
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .frameOptions(frames -> frames.deny())
        .permissionsPolicyHeader(features -> features.policy(FEATURES))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(from -> from.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
        .contentTypeOptions(Customizer.withDefaults());
  }

  private static void contentPolicy(HttpServletRequest request, HttpServletResponse response) {
    boolean writing = WRITING.contains(request.getRequestURI());
    response.setHeader("Content-Security-Policy", writing ? WRITING_POLICY : CONTENT_POLICY);
  }

  /// Passwords are slow to check on purpose, so tries with them are counted before.
  private static RateLimitFilter signInLimit(AccessSettings settings) {
    int each = settings.limits().signInsPerMinute();
    return new RateLimitFilter(
        "sign-ins",
        new RateLimits((double) each / MINUTE, each, System::nanoTime),
        request ->
            triesPassword(request) ? Optional.of(request.getRemoteAddr()) : Optional.empty());
  }

  /// Anybody may object, and nobody may flood those who must answer.
  private static RateLimitFilter visitorLimit(AccessSettings settings) {
    int each = settings.limits().visitorObjectionsPerHour();
    return new RateLimitFilter(
        "visitors",
        new RateLimits((double) each / HOUR, each, System::nanoTime),
        request ->
            objectsAsVisitor(request) ? Optional.of(request.getRemoteAddr()) : Optional.empty());
  }

  private static boolean objectsAsVisitor(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && (request.getRequestURI().equals("/object")
            || request.getRequestURI().equals("/v1/objections"));
  }

  private static boolean triesPassword(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    boolean basic = header != null && header.regionMatches(true, 0, "Basic ", 0, 6);
    return basic
        || (request.getMethod().equals("POST") && request.getRequestURI().equals("/login"));
  }

  private static RateLimitFilter requestLimit(AccessSettings settings) {
    int each = settings.limits().requestsPerSecond();
    return new RateLimitFilter(
        "requests",
        new RateLimits(each, (double) each * BURST_SECONDS, System::nanoTime),
        request -> {
          Principal user = request.getUserPrincipal();
          return Optional.of(
              user == null ? "address " + request.getRemoteAddr() : "user " + user.getName());
        });
  }

  /// Spring's own firewall, which looks at every header by regular expressions; this asks the same
  /// of each by character.
  @Bean
  HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedHeaderNames(SecurityConfig::isPlain);
    firewall.setAllowedHeaderValues(value -> isPlain(value.replace('\t', ' ')));
    return firewall;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if ((c < ' ' || c > '~') && (!Character.isDefined(c) || Character.isISOControl(c))) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new PasswordEncoder() {
      @Override
      public String encode(@Nullable CharSequence password) {
        return Passwords.hash(Objects.requireNonNull(password));
      }

      @Override
      public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return password != null && hash != null && Passwords.matches(password, hash);
      }
    };
  }

  /// Sign-in names are those of the home's accounts; a member's name is the member id.
  @Bean
  UserDetailsService users(Accounts accounts) {
    return name ->
        accounts
            .find(name)
            .map(account ->
                User.withUsername(account.name())
                    .password(account.passwordHash())
                    .authorities(Claims.authority(account.role()))
                    .build())
            .orElseThrow(() -> new UsernameNotFoundException("no such account"));
  }
}
