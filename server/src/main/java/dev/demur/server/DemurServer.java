package dev.demur.server;

import dev.demur.home.Home;
import dev.demur.home.Suggesting;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The pages and the API of one home, on one port of this machine.
public final class DemurServer implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private DemurServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// Starts serving; returns when requests are taken.
  ///
  /// @param base folder of the base model
  /// @param address the address to listen on, e.g. `127.0.0.1`
  /// @param port 0 means any free one
  public static DemurServer start(Home home, Path base, String address, int port) {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(ServerConfig.class)
            .web(WebApplicationType.SERVLET)
            .bannerMode(org.springframework.boot.Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .properties(
                Map.of(
                    "server.address", address,
                    "server.port", port,
                    "server.servlet.session.cookie.http-only", "true",
                    "server.servlet.session.cookie.same-site", "lax",
                    "server.error.include-message", "never",
                    "server.tomcat.max-http-form-post-size", "1MB",
                    "spring.threads.virtual.enabled", "true",
                    "spring.main.lazy-initialization", "false",
                    "logging.level.root", "warn"))
            .initializers(ready -> {
              var beans = (GenericApplicationContext) ready;
              beans.registerBean(Home.class, () -> home);
              beans.registerBean(Suggesting.class, () -> new Suggesting(home, () -> base));
            })
            .run();
    return new DemurServer(context);
  }

  public int port() {
    return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
        .getPort();
  }

  @Override
  public void close() {
    context.close();
  }
}
