package dev.demur.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.home.Role;
import dev.demur.server.access.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is written about routes is what they are.
class RouteDescriptionTest {
  @Test
  void theReferencePageListsEveryRouteWithItsRoles() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "reference", "server.md"));
    for (Route route : Route.values()) {
      String method = route.method().map(Object::toString).orElse("any");
      assertThat(page.lines())
          .contains("| `%s %s` | %s |".formatted(method, route.pattern(), who(route)));
    }
  }

  private static String who(Route route) {
    if (route.open()) {
      return "anybody";
    }
    return route.roles().size() == Role.values().length
        ? "whoever has signed in"
        : route.roles().stream()
            .sorted(Comparator.naturalOrder())
            .map(Role::code)
            .collect(Collectors.joining(", "));
  }

  @Test
  void theOpenApiDescriptionHasEveryRouteOfTheApi() throws IOException {
    Set<String> described = new TreeSet<>();
    try (InputStream file = DecisionsApi.class.getResourceAsStream("openapi.json")) {
      JsonNode paths = JsonAnswers.JSON.readTree(file).path("paths");
      paths
          .propertyStream()
          .forEach(path ->
              path.getValue()
                  .propertyNames()
                  .forEach(m -> described.add(m.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    }
    Set<String> declared = new TreeSet<>();
    for (Route route : Route.values()) {
      if (route.pattern().startsWith("/v1/")) {
        declared.add(route.method().orElseThrow() + " " + route.pattern());
      }
    }
    assertThat(described).isEqualTo(declared);
  }
}
