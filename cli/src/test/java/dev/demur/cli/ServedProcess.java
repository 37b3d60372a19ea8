package dev.demur.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `demur serve` in a process of its own, to be asked and to be killed.
final class ServedProcess implements AutoCloseable {
  private static final Pattern SERVING = Pattern.compile("serving http://localhost:(\\d+)");
  private static final int MAX_WAIT_MILLIS = 120_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final Process process;
  private final int port;

  private ServedProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Returns when it takes requests.
  static ServedProcess start(Path home, Path output, String issuer) throws Exception {
    return start(home, output, issuer, List.of());
  }

  /// The same, by way of another command.
  ///
  /// @param by ends with what runs the rest of its arguments
  static ServedProcess start(Path home, Path output, String issuer, List<String> by)
      throws Exception {
    List<String> command = new ArrayList<>(by);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx400m",
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--home",
            home.toString(),
            "--port",
            "0",
            "--base",
            Path.of("..", "models", "base").toString(),
            "--issuer",
            issuer));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    for (int waited = 0; waited < MAX_WAIT_MILLIS && process.isAlive(); waited += 50) {
      Matcher serving = SERVING.matcher(Files.readString(output));
      if (serving.find()) {
        return new ServedProcess(process, Integer.parseInt(serving.group(1)));
      }
      Thread.sleep(50);
    }
    process.destroyForcibly();
    throw new IllegalStateException("the server did not start: " + Files.readString(output));
  }

  HttpResponse<String> ask(
      HttpClient client, String method, String path, String token, String key, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(url(path)))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", key)
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
