package dev.demur.testsupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// An OpenID provider for tests, on a free port of this machine: discovery, keys, authorisation
/// code with PKCE, user information. Signs RS256. Everybody may sign in as anybody known to it.
///
/// Written from OpenID Connect Core 1.0, Discovery 1.0 and RFC 7636, with the JDK alone.
public final class TestIssuer implements AutoCloseable {
  /// A client that this issuer knows.
  public static final String CLIENT = "demur";

  /// What tokens for the API are for.
  public static final String AUDIENCE = "demur-api";

  private static final String KEY_ID = "key-1";
  private static final Duration LIFETIME = Duration.ofHours(1);
  private static final int KEY_BITS = 2048;

  private final HttpServer server;
  private final KeyPair keys;
  private final InstantSource clock;
  private final Map<String, List<String>> people = new ConcurrentHashMap<>();
  private final Map<String, Grant> codes = new ConcurrentHashMap<>();

  private record Grant(
      String person, String nonce, String challenge, String redirect, String client) {}

  private TestIssuer(HttpServer server, KeyPair keys, InstantSource clock) {
    this.server = server;
    this.keys = keys;
    this.clock = clock;
  }

  public static TestIssuer start(InstantSource clock) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    TestIssuer issuer = new TestIssuer(server, newKeys(), clock);
    server.createContext("/", issuer::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return issuer;
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no RSA", e);
    }
  }

  /// As it stands in `iss`.
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Somebody who can sign in, with these roles.
  public void knows(String person, String... roles) {
    people.put(person, List.of(roles));
  }

  /// A token for the API.
  public String token(String person, String... roles) {
    return sign(claims(person, AUDIENCE, roles));
  }

  /// The claims of a token as issued now; change them to get a token that must be refused.
  public Map<String, Object> claims(String person, String audience, String... roles) {
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", url());
    claims.put("sub", person);
    claims.put("aud", List.of(audience));
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    claims.put("roles", List.of(roles));
    return claims;
  }

  /// Signs claims with the issuer's key.
  public String sign(Map<String, Object> claims) {
    return sign(claims, keys);
  }

  /// Signs claims with a key that is not the issuer's.
  public String forge(Map<String, Object> claims) {
    return sign(claims, newKeys());
  }

  private static String sign(Map<String, Object> claims, KeyPair keys) {
    String header = json(Map.of("alg", "RS256", "typ", "JWT", "kid", KEY_ID));
    String signed = base64(header.getBytes(StandardCharsets.UTF_8)) + "." + base64(bytes(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  private static byte[] bytes(Map<String, Object> claims) {
    return json(claims).getBytes(StandardCharsets.UTF_8);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case "/.well-known/openid-configuration" -> send(exchange, 200, json(discovery()));
        case "/jwks" -> send(exchange, 200, json(keySet()));
        case "/authorize" -> authorize(exchange);
        case "/token" -> token(exchange);
        case "/userinfo" -> userInfo(exchange);
        default -> send(exchange, 404, "{}");
      }
    }
  }

  private Map<String, Object> discovery() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("issuer", url());
    json.put("authorization_endpoint", url() + "/authorize");
    json.put("token_endpoint", url() + "/token");
    json.put("userinfo_endpoint", url() + "/userinfo");
    json.put("jwks_uri", url() + "/jwks");
    json.put("response_types_supported", List.of("code"));
    json.put("subject_types_supported", List.of("public"));
    json.put("id_token_signing_alg_values_supported", List.of("RS256"));
    json.put("code_challenge_methods_supported", List.of("S256"));
    return json;
  }

  private Map<String, Object> keySet() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kty", "RSA");
    json.put("use", "sig");
    json.put("alg", "RS256");
    json.put("kid", KEY_ID);
    json.put("n", base64(unsigned(key.getModulus())));
    json.put("e", base64(unsigned(key.getPublicExponent())));
    return Map.of("keys", List.of(json));
  }

  private static byte[] unsigned(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  /// Asks who it is, then sends them back with a code. Only a client that sends a challenge (PKCE)
  /// gets one.
  private void authorize(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    Map<String, String> asked = parameters(query);
    if (!asked.getOrDefault("code_challenge_method", "").equals("S256")
        || !asked.getOrDefault("client_id", "").equals(CLIENT)) {
      send(exchange, 400, "{\"error\":\"invalid_request\"}");
      return;
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Content-Type", "text/html");
      send(exchange, 200, signIn(query));
      return;
    }
    String person = parameters(body(exchange)).getOrDefault("person", "");
    String code = UUID.randomUUID().toString();
    codes.put(
        code,
        new Grant(
            person,
            asked.getOrDefault("nonce", ""),
            asked.getOrDefault("code_challenge", ""),
            asked.getOrDefault("redirect_uri", ""),
            CLIENT));
    String back =
        "%s?code=%s&state=%s"
            .formatted(
                asked.get("redirect_uri"),
                code,
                java.net.URLEncoder.encode(
                    asked.getOrDefault("state", ""), StandardCharsets.UTF_8));
    exchange.getResponseHeaders().set("Location", URI.create(back).toString());
    send(exchange, 302, "");
  }

  private static String signIn(String query) {
    return """
    <!doctype html><html lang="en"><title>Issuer</title><h1>Issuer</h1>
    <form method="post" action="/authorize?%s"><label>Person <input name="person"></label>
    <button>Go on</button></form></html>
    """
        .formatted(query.replace("&", "&amp;"));
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> asked = parameters(body(exchange));
    Grant grant = codes.remove(asked.getOrDefault("code", ""));
    if (grant == null
        || !grant.challenge().equals(challenge(asked.getOrDefault("code_verifier", "")))
        || !grant.redirect().equals(asked.get("redirect_uri"))) {
      send(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    String[] roles = people.getOrDefault(grant.person(), List.of()).toArray(String[]::new);
    Map<String, Object> id = claims(grant.person(), grant.client(), roles);
    id.put("nonce", grant.nonce());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("access_token", token(grant.person(), roles));
    json.put("id_token", sign(id));
    json.put("token_type", "Bearer");
    json.put("expires_in", LIFETIME.toSeconds());
    json.put("scope", "openid profile");
    send(exchange, 200, json(json));
  }

  private static String challenge(String verifier) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return base64(digest.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private static void userInfo(HttpExchange exchange) throws IOException {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    String payload = header.substring("Bearer ".length()).split("\\.", -1)[1];
    String claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    send(exchange, 200, claims);
  }

  private static Map<String, String> parameters(String query) {
    return Arrays.stream(query.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String json(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case List<?> list ->
          list.stream().map(TestIssuer::json).collect(Collectors.joining(",", "[", "]"));
      case Number number -> number.toString();
      default -> "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    };
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
