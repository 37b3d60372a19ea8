package dev.demur.cli;

import dev.demur.home.Home;
import dev.demur.server.DemurServer;
import dev.demur.server.access.AccessSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description = "Serves the pages and the API until it is stopped.",
    footer = {"", "Example: demur serve --port 8484"})
final class ServeCommand implements Callable<Integer> {
  static final int PORT = 8484;
  private static final String SECRET_VARIABLE = "DEMUR_CLIENT_SECRET";

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + PORT,
      description = "Default: ${DEFAULT-VALUE}.")
  int port = PORT;

  @Option(
      names = "--address",
      paramLabel = "A",
      defaultValue = "127.0.0.1",
      description = "Where to listen (default: this machine only).")
  String address = "127.0.0.1";

  @Option(names = "--base", paramLabel = "DIR", description = "The base model, as for train.")
  @Nullable Path base;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description =
          "Sign-in and limits (docs/reference/server.md); default: HOME/server.properties.")
  @Nullable Path settings;

  @Option(
      names = "--issuer",
      paramLabel = "URL",
      description =
          "The OpenID provider that people sign in with, instead of accounts of the home.")
  @Nullable String issuer;

  @Option(
      names = "--client-id",
      paramLabel = "ID",
      description = "By which the issuer knows this server (default: demur).")
  @Nullable String clientId;

  @Option(
      names = "--audience",
      paramLabel = "A",
      description = "What tokens for the API are issued for (default: demur-api).")
  @Nullable String audience;

  @Option(
      names = "--roles-claim",
      paramLabel = "CLAIM",
      description = "Where tokens say what somebody is (default: roles).")
  @Nullable String rolesClaim;

  @Option(
      names = "--member-claim",
      paramLabel = "CLAIM",
      description = "Where tokens say who somebody is (default: sub).")
  @Nullable String memberClaim;

  @Override
  public Integer call() throws InterruptedException {
    AccessSettings access = access();
    try (Home home = common.open()) {
      serve(home, Base.folder(base), new Place(address, port), access, common.output());
    }
    return ExitCode.DONE;
  }

  private AccessSettings access() {
    Map<String, String> given = new TreeMap<>();
    put(given, "access.issuer", issuer);
    put(given, "access.client-id", clientId);
    put(given, "access.client-secret", System.getenv(SECRET_VARIABLE));
    put(given, "access.audience", audience);
    put(given, "access.roles-claim", rolesClaim);
    put(given, "access.member-claim", memberClaim);
    Path usual = common.home.resolve("server.properties");
    Optional<Path> file =
        settings != null ? Optional.of(settings) : Optional.of(usual).filter(Files::isRegularFile);
    return AccessSettings.read(file, given);
  }

  private static void put(Map<String, String> given, String key, @Nullable String value) {
    if (value != null) {
      given.put(key, value);
    }
  }

  /// Where to listen.
  record Place(String address, int port) {}

  /// Serves until the process is told to end.
  static void serve(Home home, Path base, Place place, AccessSettings access, Output output)
      throws InterruptedException {
    CountDownLatch stop = new CountDownLatch(1);
    try (DemurServer server =
        DemurServer.start(home, base, place.address(), place.port(), access)) {
      Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown));
      output.info("serving http://localhost:%d  (Ctrl-C ends it)".formatted(server.port()));
      stop.await();
    }
  }
}
