package dev.demur.server;

import dev.demur.home.Accounts;
import dev.demur.home.Passwords;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/// Who may open what. A route that is not named here is closed to everybody.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfig {
  /// No script, style or frame from elsewhere, and none inside a page.
  private static final String CONTENT_POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  static final String[] OPEN = {
    "/login", "/demur.css", "/icon.svg", "/htmx.min.js", "/error", "/v1/health", "/v1/openapi.json"
  };
  static final String[] MEMBER = {
    "/settings",
    "/settings/toggle",
    "/objection",
    "/data",
    "/data.json",
    "/receipts/*",
    "/write",
    "/write/suggest",
    "/write/decide"
  };
  static final String[] OPERATOR = {"/operator", "/v1/decisions", "/v1/trace"};

  @Bean
  SecurityFilterChain access(HttpSecurity http) {
    http.authorizeHttpRequests(routes ->
            routes
                .requestMatchers(OPEN)
                .permitAll()
                .requestMatchers(MEMBER)
                .hasRole(Accounts.Role.MEMBER.name())
                .requestMatchers(OPERATOR)
                .hasRole(Accounts.Role.OPERATOR.name())
                .requestMatchers("/", "/logout")
                .authenticated()
                .anyRequest()
                .denyAll())
        // A script has no cookie that another page could use, and a decision changes nothing.
        .csrf(csrf -> csrf.ignoringRequestMatchers(DecisionsApi.PATH))
        .httpBasic(basic ->
            basic.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
        .formLogin(login -> login.loginPage("/login").defaultSuccessUrl("/", true))
        .logout(logout -> logout.logoutSuccessUrl("/login"))
        .exceptionHandling(problems ->
            problems
                .defaultAuthenticationEntryPointFor(
                    new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                    PathPatternRequestMatcher.withDefaults().matcher("/v1/**"))
                .defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint("/login"),
                    PathPatternRequestMatcher.withDefaults().matcher("/**")))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
    return http.build();
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
                    .roles(account.role().name())
                    .build())
            .orElseThrow(() -> new UsernameNotFoundException("no such account"));
  }
}
