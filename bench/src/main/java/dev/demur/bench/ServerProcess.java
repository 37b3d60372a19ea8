package dev.demur.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `demur serve` as anybody would start it, on a free port.
public final class ServerProcess implements AutoCloseable {
  private static final Pattern SERVING = Pattern.compile("serving http://localhost:(\\d+)");
  private static final int STOP_SECONDS = 30;

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Returns when the server takes requests.
  ///
  /// @param root of the checkout
  public static ServerProcess start(Path root, Path home, String issuer) throws IOException {
    Process process =
        new ProcessBuilder(
                root.resolve("demur").toString(),
                "serve",
                "--home",
                home.toString(),
                "--port",
                "0",
                "--issuer",
                issuer)
            .redirectErrorStream(true)
            .start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher serving = SERVING.matcher(line);
      if (serving.find()) {
        passOn(lines);
        return new ServerProcess(process, Integer.parseInt(serving.group(1)));
      }
      System.err.println("server: " + line);
    }
    throw new IOException("the server ended before it took requests");
  }

  private static void passOn(BufferedReader lines) {
    Thread.ofPlatform()
        .daemon()
        .start(() -> lines.lines().forEach(line -> System.err.println("server: " + line)));
  }

  public int port() {
    return port;
  }

  /// CPU seconds that the server has used.
  public double cpuSeconds() {
    return process
        .toHandle()
        .info()
        .totalCpuDuration()
        .map(used -> used.toMillis() / 1e3)
        .orElse(Double.NaN);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
