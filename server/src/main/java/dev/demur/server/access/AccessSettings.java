package dev.demur.server.access;

import dev.demur.home.InputRefused;
import dev.demur.home.Role;
import dev.demur.ledger.log.NoteRefused;
import dev.demur.ledger.log.WitnessKey;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// How people sign in and what they may ask for at most. Format: `docs/reference/server.md`.
///
/// @param issuer who signs tokens; empty means that the home's own accounts sign in
/// @param publicUrl under which the server is reached from outside, without a slash at its end
/// @param behindProxy whether a proxy before the server says in its headers who asks
/// @param witness by whom the log's heads are cosigned; empty means nobody is asked
public record AccessSettings(
    Optional<Issuer> issuer,
    Limits limits,
    Optional<String> publicUrl,
    boolean behindProxy,
    Optional<Witness> witness) {
  private static final int VISITOR_OBJECTIONS = 10;
  private static final int WITNESS_MINUTES = 60;

  private static final Set<String> KEYS =
      new TreeSet<>(
          Stream.concat(
                  Stream.of(
                      "access.issuer",
                      "access.client-id",
                      "access.client-secret",
                      "access.audience",
                      "access.roles-claim",
                      "access.member-claim",
                      "server.public-url",
                      "server.behind-proxy",
                      "log.witness",
                      "log.witness-key",
                      "log.witness-minutes",
                      "limits.sign-ins-per-minute",
                      "limits.requests-per-second",
                      "limits.visitor-objections-per-hour"),
                  Arrays.stream(Role.values()).map(AccessSettings::roleKey))
              .toList());

  /// Without a witness.
  public AccessSettings(
      Optional<Issuer> issuer, Limits limits, Optional<String> publicUrl, boolean behindProxy) {
    this(issuer, limits, publicUrl, behindProxy, Optional.empty());
  }

  /// Who cosigns the log's heads (C2SP tlog-witness).
  ///
  /// @param prefix its submission prefix
  /// @param every how long after one head the next is presented
  public record Witness(URI prefix, WitnessKey key, Duration every) {}

  /// An OpenID provider.
  ///
  /// @param url as in its tokens' `iss`
  /// @param clientId by which this server is known to it, for the pages
  /// @param clientSecret empty for a public client
  /// @param audience that a token for the API must have; never the client id, or an ID token would
  ///   pass
  /// @param rolesClaim where tokens say what somebody is; dots lead into objects
  /// @param memberClaim where tokens say who somebody is; a member's is the member id
  /// @param roleNames what the provider calls each role
  public record Issuer(
      String url,
      String clientId,
      Optional<String> clientSecret,
      String audience,
      String rolesClaim,
      String memberClaim,
      Map<Role, String> roleNames) {
    public Issuer {
      if (audience.equals(clientId)) {
        throw new InputRefused(
            "access.audience must differ from access.client-id (%s), or a token made for signing in"
                    .formatted(clientId)
                + " would open the API");
      }
      roleNames = Map.copyOf(roleNames);
    }

    /// With the provider's roles named as Demur's are.
    public Issuer(String url, String clientId, String audience) {
      this(url, clientId, Optional.empty(), audience, "roles", "sub", names(new Properties()));
    }
  }

  /// What one caller may ask for.
  ///
  /// @param signInsPerMinute tries with a password, from one address
  /// @param requestsPerSecond by one person, or from one address without signing in
  /// @param visitorObjectionsPerHour by people without an account, from one address
  public record Limits(int signInsPerMinute, int requestsPerSecond, int visitorObjectionsPerHour) {
    /// With the usual number of visitors' objections.
    public Limits(int signInsPerMinute, int requestsPerSecond) {
      this(signInsPerMinute, requestsPerSecond, VISITOR_OBJECTIONS);
    }

    public Limits {
      atLeastOne("limits.sign-ins-per-minute", signInsPerMinute);
      atLeastOne("limits.requests-per-second", requestsPerSecond);
      atLeastOne("limits.visitor-objections-per-hour", visitorObjectionsPerHour);
    }

    private static void atLeastOne(String key, int value) {
      if (value < 1) {
        throw new InputRefused("%s must be at least 1, got %d".formatted(key, value));
      }
    }
  }

  /// Whether people reach the server encrypted, so that its cookie may insist on that.
  public boolean isHttps() {
    return publicUrl.filter(url -> url.startsWith("https://")).isPresent();
  }

  /// Own accounts, on this machine.
  public static AccessSettings local() {
    return of(new Properties());
  }

  /// From a file of `key=value` lines, with what else was given on top.
  public static AccessSettings read(Optional<Path> file, Map<String, String> given) {
    Properties properties = new Properties();
    file.ifPresent(path -> load(path, properties));
    given.forEach(properties::setProperty);
    return of(properties);
  }

  private static void load(Path file, Properties properties) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new InputRefused(file + ": the settings cannot be read: " + e.getMessage(), e);
    }
    for (String key : properties.stringPropertyNames()) {
      if (!KEYS.contains(key)) {
        throw new InputRefused(
            "%s: there is no setting %s; there are %s"
                .formatted(file, key, String.join(", ", KEYS)));
      }
    }
  }

  private static AccessSettings of(Properties properties) {
    return new AccessSettings(
        value(properties, "access.issuer").map(url -> issuer(url, properties)),
        new Limits(
            number(properties, "limits.sign-ins-per-minute", 30),
            number(properties, "limits.requests-per-second", 50),
            number(properties, "limits.visitor-objections-per-hour", VISITOR_OBJECTIONS)),
        value(properties, "server.public-url").map(url -> url.replaceFirst("/+$", "")),
        properties.getProperty("server.behind-proxy", "false").equals("true"),
        value(properties, "log.witness").map(url -> witness(url, properties)));
  }

  private static Witness witness(String url, Properties properties) {
    String key =
        value(properties, "log.witness-key")
            .orElseThrow(() ->
                new InputRefused("log.witness needs log.witness-key, the witness's public key"));
    int minutes = number(properties, "log.witness-minutes", WITNESS_MINUTES);
    if (minutes < 1) {
      throw new InputRefused("log.witness-minutes must be at least 1, got " + minutes);
    }
    try {
      return new Witness(URI.create(url), WitnessKey.parse(key), Duration.ofMinutes(minutes));
    } catch (NoteRefused | IllegalArgumentException e) {
      throw new InputRefused("log.witness: " + e.getMessage(), e);
    }
  }

  private static Issuer issuer(String url, Properties properties) {
    return new Issuer(
        url,
        value(properties, "access.client-id").orElse("demur"),
        value(properties, "access.client-secret"),
        value(properties, "access.audience").orElse("demur-api"),
        value(properties, "access.roles-claim").orElse("roles"),
        value(properties, "access.member-claim").orElse("sub"),
        names(properties));
  }

  private static Map<Role, String> names(Properties properties) {
    Map<Role, String> names = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      names.put(role, value(properties, roleKey(role)).orElse(role.code()));
    }
    return names;
  }

  private static String roleKey(Role role) {
    return "access.role." + role.code();
  }

  private static Optional<String> value(Properties properties, String key) {
    return Optional.ofNullable(properties.getProperty(key))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static int number(Properties properties, String key, int otherwise) {
    try {
      return value(properties, key).map(Integer::valueOf).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new InputRefused(
          "%s must be a whole number, got %s".formatted(key, properties.getProperty(key)), e);
    }
  }

  /// The roles that values of the provider's claim stand for.
  static List<Role> roles(Issuer issuer, Set<String> values) {
    return Arrays.stream(Role.values())
        .filter(role -> values.contains(issuer.roleNames().get(role)))
        .toList();
  }

  /// The issuer's secrets are not for logs.
  @Override
  public String toString() {
    return "AccessSettings[" + issuer.map(Issuer::url).orElse("local accounts") + "]";
  }
}
