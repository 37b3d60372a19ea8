package dev.demur.server;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/// The languages of the members' pages.
public enum Language {
  EN("English"),
  DE("Deutsch"),
  FR("Français"),
  ES("Español"),
  IT("Italiano");

  static final String COOKIE = "language";

  private final String ownName;

  Language(String ownName) {
    this.ownName = ownName;
  }

  /// As its speakers call it.
  public String ownName() {
    return ownName;
  }

  /// ISO 639-1.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  Locale locale() {
    return Locale.of(code());
  }

  static Optional<Language> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  /// What was switched to, else what the browser prefers, else English.
  static Language of(HttpServletRequest request) {
    Cookie[] cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
    return Arrays.stream(cookies)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .flatMap(cookie -> of(cookie.getValue()).stream())
        .findFirst()
        .or(() ->
            Collections.list(request.getLocales()).stream()
                .flatMap(locale -> of(locale.getLanguage()).stream())
                .findFirst())
        .orElse(EN);
  }
}
