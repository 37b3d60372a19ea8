package dev.demur.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.demur.home.InputRefused;
import dev.demur.ledger.log.ReceiptVerifier;
import dev.demur.ledger.log.WitnessKey;
import dev.demur.server.access.AccessSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server has its log's heads cosigned by itself, when the settings name a witness.
class WitnessingTest {
  private static final long TIME = 1_679_315_147L;
  private static final String NAME = "witness.example.com/w1";
  private static final int LONGEST_WAIT_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void receiptsShowTheCosignatureAndTheOperatorSeesIt() throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    HttpServer witness = HttpServer.create(new InetSocketAddress(loopback(), 0), 0);
    witness.createContext("/add-checkpoint", exchange -> cosign(exchange, keys));
    witness.start();
    AccessSettings settings =
        AccessSettings.read(
            Optional.empty(),
            Map.of(
                "log.witness",
                "http://127.0.0.1:" + witness.getAddress().getPort(),
                "log.witness-key",
                vkey(keys),
                "log.witness-minutes",
                "1"));
    try (DemoHome demo = DemoHome.in(folder, settings)) {
      Visitor operator = new Visitor(demo).signIn("operator");
      String page = "";
      for (int i = 0; i < LONGEST_WAIT_SECONDS && !page.contains("has cosigned"); i++) {
        Thread.sleep(1_000);
        page = operator.get("/operator/log").body();
      }
      assertThat(page).contains(NAME + " has cosigned");
      String receipt = demo.home().ledger().receipt(1).toJson();
      assertThat(
              WitnessKey.parse(vkey(keys))
                  .cosigned(
                      ReceiptVerifier.verify(receipt, demo.home().ledger().publicKey())
                          .checkpoint()))
          .isPresent();
    } finally {
      witness.stop(0);
    }
  }

  @Test
  void withoutOneNobodyIsAskedAndAWitnessNeedsItsKey() throws Exception {
    try (DemoHome demo = DemoHome.in(folder)) {
      assertThat(new Visitor(demo).signIn("operator").get("/operator/log").body())
          .contains("none; set log.witness and log.witness-key");
    }
    assertThatThrownBy(() ->
            AccessSettings.read(Optional.empty(), Map.of("log.witness", "http://127.0.0.1:1/")))
        .isInstanceOf(InputRefused.class)
        .hasMessage("log.witness needs log.witness-key, the witness's public key");
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }

  /// Signs whatever head it is given (C2SP tlog-cosignature).
  private static void cosign(HttpExchange exchange, KeyPair keys) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int head = body.indexOf("\n\n") + 2;
    String text = body.substring(head, body.indexOf("\n\n", head) + 1);
    byte[] answer;
    try {
      Signature engine = Signature.getInstance("Ed25519");
      engine.initSign(keys.getPrivate());
      String message = "cosignature/v1\ntime " + TIME + "\n" + text;
      engine.update(message.getBytes(StandardCharsets.UTF_8));
      byte[] blob = ByteBuffer.allocate(76).put(id(keys)).putLong(TIME).put(engine.sign()).array();
      String line = "\u2014 " + NAME + " " + Base64.getEncoder().encodeToString(blob) + "\n";
      answer = line.getBytes(StandardCharsets.UTF_8);
    } catch (Exception e) {
      throw new IOException(e);
    }
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static byte[] raw(KeyPair keys) {
    byte[] encoded = keys.getPublic().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
  }

  private static byte[] id(KeyPair keys) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update((NAME + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 4);
    return Arrays.copyOf(digest.digest(raw(keys)), 4);
  }

  private static String vkey(KeyPair keys) throws Exception {
    byte[] data = ByteBuffer.allocate(33).put((byte) 4).put(raw(keys)).array();
    return "%s+%s+%s"
        .formatted(
            NAME, HexFormat.of().formatHex(id(keys)), Base64.getEncoder().encodeToString(data));
  }
}
