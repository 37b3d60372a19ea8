package dev.demur.assist.vendor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where a vendor's model is. Format: `docs/reference/vendor.md`.
///
/// @param name whom an operator knows it by
/// @param url of an OpenAI-compatible API, up to and without `/chat/completions`
/// @param model as the vendor calls it
/// @param keyFile whose first line is the secret; empty for a service that asks for none
/// @param keyHeader the header that carries the secret; empty for `Authorization: Bearer`
/// @param timeout for a whole answer; then the embedded model's own suggestions are all there is
public record VendorSettings(
    String name,
    String url,
    String model,
    Optional<Path> keyFile,
    Optional<String> keyHeader,
    Duration timeout) {
  private static final int USUAL_SECONDS = 10;
  private static final int MOST_SECONDS = 120;
  private static final Set<String> KNOWN =
      Set.of("name", "url", "model", "key-file", "key-header", "timeout-seconds");

  /// Reads a settings file; a relative key file lies beside it.
  ///
  /// @throws IllegalArgumentException naming file, setting and what is expected
  public static VendorSettings load(Path file) {
    JsonNode json = read(file);
    for (String setting : json.propertyNames()) {
      if (!KNOWN.contains(setting)) {
        throw wrong(file, setting, "there is no such setting; known are " + KNOWN);
      }
    }
    String url = text(file, json, "url");
    Optional<Path> keyFile = optional(json, "key-file").map(file.resolveSibling(".")::resolve);
    return new VendorSettings(
        text(file, json, "name"),
        checked(file, url),
        text(file, json, "model"),
        keyFile.map(Path::normalize),
        optional(json, "key-header"),
        timeout(file, json.path("timeout-seconds")));
  }

  private static JsonNode read(Path file) {
    try {
      JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
      if (json.isObject()) {
        return json;
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(file + ": is no JSON: " + e.getOriginalMessage(), e);
    }
    throw new IllegalArgumentException(file + ": must be one JSON object");
  }

  /// What is sent holds members' facts, so that it goes in the clear to this machine alone.
  private static String checked(Path file, String url) {
    URI address;
    try {
      address = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw wrong(file, "url", "is no address: " + url);
    }
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    boolean here = Set.of("localhost", "127.0.0.1", "[::1]").contains(host);
    boolean fits =
        "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && here);
    if (!fits) {
      throw wrong(file, "url", "must be https, or http on this machine, got " + url);
    }
    return url;
  }

  private static Duration timeout(Path file, JsonNode seconds) {
    if (seconds.isMissingNode()) {
      return Duration.ofSeconds(USUAL_SECONDS);
    }
    if (!seconds.isInt() || seconds.asInt() < 1 || seconds.asInt() > MOST_SECONDS) {
      throw wrong(file, "timeout-seconds", "must be 1 to %d".formatted(MOST_SECONDS));
    }
    return Duration.ofSeconds(seconds.asInt());
  }

  private static Optional<String> optional(JsonNode json, String setting) {
    return Optional.of(json.path(setting).asString("")).filter(text -> !text.isBlank());
  }

  private static String text(Path file, JsonNode json, String setting) {
    return optional(json, setting).orElseThrow(() -> wrong(file, setting, "is missing"));
  }

  private static IllegalArgumentException wrong(Path file, String setting, String what) {
    return new IllegalArgumentException("%s: %s: %s".formatted(file, setting, what));
  }

  String key() throws IOException {
    return keyFile.isEmpty() ? "" : Files.readString(keyFile.get()).lines().findFirst().orElse("");
  }
}
