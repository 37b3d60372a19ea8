package dev.demur.server.access;

import dev.demur.server.access.AccessSettings.Issuer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

/// Sign-in with an OpenID provider (authorisation code with PKCE), and its tokens for the API.
///
/// The provider is asked for its addresses and keys when the first person comes, so that the server
/// starts without it.
final class OpenId {
  static final String REGISTRATION = "openid";
  private static final String RETURN = "/login/oauth2/code/" + REGISTRATION;

  private OpenId() {}

  /// The API takes bearer tokens of this issuer, for this audience, not expired.
  static void tokens(HttpSecurity http, Issuer issuer) {
    JwtAuthenticationConverter person = new JwtAuthenticationConverter();
    person.setPrincipalClaimName(issuer.memberClaim());
    person.setJwtGrantedAuthoritiesConverter(
        token -> Set.copyOf(Claims.authorities(issuer, token.getClaims())));
    http.oauth2ResourceServer(server ->
        server
            .bearerTokenResolver(new BearerTokens())
            .jwt(jwt -> jwt.decoder(decoder(issuer)).jwtAuthenticationConverter(person)));
  }

  private static JwtDecoder decoder(Issuer issuer) {
    OAuth2TokenValidator<Jwt> validator = validator(issuer);
    JwtDecoder checking =
        new SupplierJwtDecoder(() -> {
          NimbusJwtDecoder decoder = JwtDecoders.fromIssuerLocation(issuer.url());
          decoder.setJwtValidator(validator);
          return decoder;
        });
    return new RecentTokens(checking, validator, System::nanoTime);
  }

  private static OAuth2TokenValidator<Jwt> validator(Issuer issuer) {
    return new DelegatingOAuth2TokenValidator<>(
        new JwtTimestampValidator(),
        new JwtIssuerValidator(issuer.url()),
        new JwtClaimValidator<Object>(
            issuer.memberClaim(), name -> name instanceof String text && !text.isBlank()),
        new JwtClaimValidator<Collection<String>>(
            JwtClaimNames.AUD,
            audience -> audience != null && audience.contains(issuer.audience())));
  }

  /// The pages send people to the issuer and take them back with a code.
  static void signIn(HttpSecurity http, Issuer issuer, Optional<String> publicUrl) {
    http.oauth2Login(login ->
        login
            .loginPage("/login")
            .defaultSuccessUrl("/", true)
            .clientRegistrationRepository(registrations(issuer, publicUrl))
            .userInfoEndpoint(
                info -> info.userAuthoritiesMapper(authorities -> mapped(issuer, authorities))));
  }

  private static ClientRegistrationRepository registrations(
      Issuer issuer, Optional<String> publicUrl) {
    return new SupplierClientRegistrationRepository(
        () -> new InMemoryClientRegistrationRepository(registration(issuer, publicUrl)));
  }

  private static ClientRegistration registration(Issuer issuer, Optional<String> publicUrl) {
    ClientRegistration.Builder registration =
        ClientRegistrations.fromIssuerLocation(issuer.url())
            .registrationId(REGISTRATION)
            .clientId(issuer.clientId())
            .scope("openid", "profile")
            .userNameAttributeName(issuer.memberClaim())
            .redirectUri(publicUrl.orElse("{baseUrl}") + RETURN)
            .clientSettings(
                ClientRegistration.ClientSettings.builder().requireProofKey(true).build());
    return issuer
        .clientSecret()
        .map(secret ->
            registration
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC))
        .orElseGet(() -> registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE))
        .build();
  }

  private static Set<GrantedAuthority> mapped(
      Issuer issuer, Collection<? extends GrantedAuthority> authorities) {
    Map<String, Object> claims = new HashMap<>();
    for (GrantedAuthority authority : authorities) {
      if (authority instanceof OidcUserAuthority person) {
        claims.putAll(person.getAttributes());
      }
    }
    return new HashSet<>(List.copyOf(Claims.authorities(issuer, claims)));
  }
}
