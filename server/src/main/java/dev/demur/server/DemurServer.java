package dev.demur.server;

import dev.demur.home.Home;
import dev.demur.home.Suggesting;
import dev.demur.server.access.AccessSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/// The pages and the API of one home, on one port of this machine.
public final class DemurServer implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private DemurServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// Starts serving to the home's own accounts; returns when requests are taken.
  public static DemurServer start(Home home, Path base, String address, int port) {
    return start(home, base, address, port, AccessSettings.local());
  }

  /// Starts serving; returns when requests are taken.
  ///
  /// @param base folder of the base model
  /// @param address the address to listen on, e.g. `127.0.0.1`
  /// @param port 0 means any free one
  public static DemurServer start(
      Home home, Path base, String address, int port, AccessSettings access) {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(ServerConfig.class)
            .web(WebApplicationType.SERVLET)
            .bannerMode(org.springframework.boot.Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .properties(properties(address, port, access))
            .initializers(ready -> {
              var beans = (GenericApplicationContext) ready;
              beans.registerBean(Home.class, () -> home);
              beans.registerBean(AccessSettings.class, () -> access);
              beans.registerBean(Suggesting.class, () -> new Suggesting(home, () -> base));
            })
            .run();
    return new DemurServer(context);
  }

  private static Map<String, Object> properties(String address, int port, AccessSettings access) {
    Map<String, Object> properties = new TreeMap<>();
    properties.put("server.address", address);
    properties.put("server.port", port);
    properties.put("server.shutdown", "graceful");
    properties.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
    properties.put("server.servlet.session.cookie.name", "demur");
    properties.put("server.servlet.session.cookie.http-only", "true");
    properties.put("server.servlet.session.cookie.same-site", "lax");
    properties.put("server.servlet.session.cookie.secure", access.isHttps());
    properties.put("server.servlet.session.timeout", "30m");
    properties.put("server.servlet.session.tracking-modes", "cookie");
    properties.put("server.forward-headers-strategy", access.behindProxy() ? "native" : "none");
    properties.put("server.error.include-message", "never");
    properties.put("server.tomcat.max-http-form-post-size", "1MB");
    properties.put("server.tomcat.max-swallow-size", "2MB");
    properties.put("server.tomcat.max-keep-alive-requests", 100_000);
    properties.put("spring.servlet.multipart.enabled", "false");
    properties.put("spring.threads.virtual.enabled", "true");
    properties.put("spring.main.lazy-initialization", "false");
    properties.put("spring.web.resources.add-mappings", "true");
    properties.put("logging.level.root", "warn");
    // It writes what was sent into the log, which is no place for that.
    properties.put("logging.level." + DefaultHandlerExceptionResolver.class.getName(), "error");
    return properties;
  }

  public int port() {
    return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
        .getPort();
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  @Override
  public void close() {
    context.close();
  }
}
