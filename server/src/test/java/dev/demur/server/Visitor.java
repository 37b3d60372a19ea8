package dev.demur.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// One browser without a screen: cookies, forms, and nothing followed by itself.
final class Visitor {
  private final String base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

  Visitor(DemoHome demo) {
    this.base = demo.url("");
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, BodyPublishers.noBody(), Map.of());
  }

  HttpResponse<String> send(
      String method, String path, BodyPublisher body, Map<String, String> headers)
      throws IOException, InterruptedException {
    String url = path.startsWith("http") ? path : base + path;
    var request = HttpRequest.newBuilder(URI.create(url)).method(method, body);
    headers.forEach(request::header);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    return send("POST", path, BodyPublishers.ofString(encoded(form)), FORM);
  }

  static final Map<String, String> FORM =
      Map.of("Content-Type", "application/x-www-form-urlencoded");

  static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /// The token that forms of this browser's session must send back.
  String csrf() throws IOException, InterruptedException {
    return csrf(get("/login").body());
  }

  static String csrf(String page) {
    Element field = Jsoup.parse(page).select("input[name=_csrf]").first();
    return field == null ? "" : field.attr("value");
  }

  Visitor signIn(String name) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        post("/login", Map.of("username", name, "password", DemoHome.PASSWORD, "_csrf", csrf()));
    assertThat(answer.statusCode()).isEqualTo(302);
    return this;
  }

  /// Goes the whole way over the issuer and back.
  Visitor signInElsewhere(String person) throws IOException, InterruptedException {
    String toIssuer = location(get("/oauth2/authorization/openid"));
    assertThat(toIssuer).contains("code_challenge_method=S256", "response_type=code", "nonce=");
    String back = location(post(toIssuer, Map.of("person", person)));
    assertThat(location(get(back))).endsWith("/");
    return this;
  }

  static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("demur"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  void withSession(String id) {
    HttpCookie cookie = new HttpCookie("demur", id);
    cookie.setPath("/");
    cookie.setDomain("127.0.0.1");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(base), cookie);
  }
}
