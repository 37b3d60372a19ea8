package dev.demur.testsupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A model's API on this machine, which answers every request with the same bytes, as soon or as
/// late as a test wants.
public final class TestVendor implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();

  private TestVendor(HttpServer server) {
    this.server = server;
  }

  /// Answers as a chat model does that says this.
  public static TestVendor saying(String text) throws IOException {
    String quoted = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return answering(
        200,
        """
        {"id":"1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,
         "message":{"role":"assistant","content":"%s"},"finish_reason":"stop"}],
         "usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}\
        """
            .formatted(quoted),
        0);
  }

  /// Answers every request with these bytes.
  ///
  /// @param millis until the answer begins
  public static TestVendor answering(int status, String body, long millis) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    TestVendor vendor = new TestVendor(server);
    server.setExecutor(vendor.threads);
    server.createContext("/v1/chat/completions", call -> vendor.answer(call, status, body, millis));
    server.start();
    return vendor;
  }

  private void answer(HttpExchange call, int status, String body, long millis) throws IOException {
    try (call) {
      requests.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      keys.add(String.valueOf(call.getRequestHeaders().getFirst("Authorization")));
      Thread.sleep(millis);
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      call.getResponseHeaders().set("Content-Type", "application/json");
      call.sendResponseHeaders(status, bytes.length);
      call.getResponseBody().write(bytes);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /// The bodies that were sent, in order.
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /// The `Authorization` of each request.
  public List<String> keys() {
    return List.copyOf(keys);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
