package dev.demur.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.demur.ledger.log.Hash;
import dev.demur.ledger.log.NoteRefused;
import dev.demur.ledger.log.ProofCheck;
import dev.demur.ledger.log.Receipt;
import dev.demur.ledger.log.ReceiptVerifier;
import dev.demur.ledger.log.WitnessKey;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A witness written from the specifications alone (C2SP tlog-witness and tlog-cosignature) cosigns
/// the log's heads.
class WitnessTest {
  private static final MemberId ADA = new MemberId("ada");

  @TempDir Path folder;

  static Stream<Named<TestDatabases.Maker>> databases() {
    return TestDatabases.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("databases")
  void aReceiptShowsWhatTheWitnessSaidAndTheWitnessSeesTheLogGrow(TestDatabases.Maker maker)
      throws Exception {
    try (Witness witness = new Witness();
        HttpClient http = HttpClient.newHttpClient();
        Database database = maker.open(folder);
        Ledger ledger =
            Ledger.open(database, LedgerKeys.create("demur.test/log"), InstantSource.system())) {
      WitnessKey key = WitnessKey.parse(witness.vkey());
      WitnessClient client = new WitnessClient(ledger, http);
      assertThat(client.present(witness.prefix(), key)).isEmpty();

      ledger.append(ADA, new Event.ToggleChanged(false));
      assertThat(client.present(witness.prefix(), key).orElseThrow())
          .isEqualTo(new WitnessClient.Cosigned(1, Instant.ofEpochSecond(Witness.TIME)));
      for (int i = 0; i < 300; i++) {
        ledger.append(ADA, new Event.ToggleChanged(i % 2 == 0));
      }
      assertThat(client.present(witness.prefix(), key).orElseThrow().size()).isEqualTo(301);
      ledger.append(ADA, new Event.AccountClosed());

      for (long position : new long[] {1, 150, 301}) {
        Receipt receipt = ledger.receipt(position);
        ReceiptVerifier.verify(receipt.toJson(), ledger.publicKey());
        assertThat(key.cosigned(receipt.checkpoint()))
            .contains(Instant.ofEpochSecond(Witness.TIME));
      }
      Receipt newest = ledger.receipt(302);
      ReceiptVerifier.verify(newest.toJson(), ledger.publicKey());
      assertThat(key.cosigned(newest.checkpoint())).isEmpty();
      assertThat(ledger.verify().problems()).isEmpty();
    }
  }

  @Test
  void aWitnessThatHasSeenMoreThanThisLedgerRemembersIsAskedAgain() throws Exception {
    try (Witness witness = new Witness();
        HttpClient http = HttpClient.newHttpClient();
        Database database = TestDatabases.sqlite(folder);
        Ledger ledger =
            Ledger.open(database, LedgerKeys.create("demur.test/log"), InstantSource.system())) {
      WitnessKey key = WitnessKey.parse(witness.vkey());
      ledger.append(ADA, new Event.ToggleChanged(false));
      new WitnessClient(ledger, http).present(witness.prefix(), key);
      database.jdbi().useHandle(handle -> handle.execute("DELETE FROM ledger_cosignature"));
      ledger.append(ADA, new Event.ToggleChanged(true));

      assertThat(
              new WitnessClient(ledger, http).present(witness.prefix(), key).orElseThrow().size())
          .isEqualTo(2);
      assertThat(witness.conflicts).isEqualTo(1);

      witness.size = 1_000;
      assertThatThrownBy(() -> new WitnessClient(ledger, http).present(witness.prefix(), key))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("has cosigned 1000 entries of this log, which has 2");
    }
  }

  @Test
  void aCosignatureThatDoesNotHoldIsNotKept() throws Exception {
    try (Witness witness = new Witness();
        Witness another = new Witness();
        HttpClient http = HttpClient.newHttpClient();
        Database database = TestDatabases.sqlite(folder);
        Ledger ledger =
            Ledger.open(database, LedgerKeys.create("demur.test/log"), InstantSource.system())) {
      ledger.append(ADA, new Event.ToggleChanged(false));
      WitnessClient client = new WitnessClient(ledger, http);

      assertThatThrownBy(() -> client.present(witness.prefix(), WitnessKey.parse(another.vkey())))
          .hasMessageContaining("the checkpoint is not cosigned by witness.example.com/w1");
      witness.lies = true;
      witness.size = 0;
      assertThatThrownBy(() -> client.present(witness.prefix(), WitnessKey.parse(witness.vkey())))
          .hasMessageContaining("does not match the text");
      assertThat(WitnessKey.parse(witness.vkey()).cosigned(ledger.receipt(1).checkpoint()))
          .isEmpty();
    }
  }

  @Test
  void onlyTimestampedKeysWithTheirOwnIdAreWitnesses() throws Exception {
    try (Witness witness = new Witness()) {
      String text = witness.vkey();
      assertThatThrownBy(() -> WitnessKey.parse(text.replaceFirst("\\+........\\+", "+00000000+")))
          .isInstanceOf(NoteRefused.class)
          .hasMessageContaining("the witness's key id must be");
      assertThatThrownBy(
              () -> WitnessKey.parse(LedgerKeys.create("demur.test/log").publicKey().text()))
          .hasMessageContaining("33 bytes that start with 4");
    }
  }

  /// The other side: HTTP, consistency, and one Ed25519 signature over time and head.
  private static final class Witness implements AutoCloseable {
    static final long TIME = 1_679_315_147L;
    private static final String NAME = "witness.example.com/w1";
    private final KeyPair keys;
    private final HttpServer server;
    private long size;
    private byte[] root = new byte[0];
    private int conflicts;
    private boolean lies;

    Witness() throws Exception {
      keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/submit/add-checkpoint", this::add);
      server.start();
    }

    URI prefix() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/submit");
    }

    private byte[] raw() {
      byte[] encoded = keys.getPublic().getEncoded();
      return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private byte[] id() throws Exception {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((NAME + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 4);
      return Arrays.copyOf(digest.digest(raw()), 4);
    }

    String vkey() throws Exception {
      byte[] data = ByteBuffer.allocate(33).put((byte) 4).put(raw()).array();
      return NAME
          + "+"
          + HexFormat.of().formatHex(id())
          + "+"
          + Base64.getEncoder().encodeToString(data);
    }

    private synchronized void add(HttpExchange exchange) throws IOException {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      int split = body.indexOf("\n\n");
      List<String> head = body.substring(0, split).lines().toList();
      String text = body.substring(split + 2, body.indexOf("\n\n", split + 2) + 1);
      List<String> lines = text.lines().toList();
      long old = Long.parseLong(head.getFirst().substring("old ".length()));
      long now = Long.parseLong(lines.get(1));
      byte[] next = Base64.getDecoder().decode(lines.get(2));
      if (old != size) {
        conflicts++;
        answer(exchange, 409, size + "\n");
      } else if (!consistent(head, old, now, next)) {
        answer(exchange, 422, "");
      } else {
        size = now;
        root = next;
        answer(exchange, 200, cosigned(text));
      }
    }

    private boolean consistent(List<String> head, long old, long now, byte[] next) {
      List<Hash> proof = head.stream().skip(1).map(Hash::ofBase64).toList();
      if (old == 0) {
        return proof.isEmpty();
      }
      return old == now
          ? Arrays.equals(root, next)
          : ProofCheck.consistent(old, Hash.of(root), now, Hash.of(next), proof);
    }

    private String cosigned(String text) throws IOException {
      try {
        String message = "cosignature/v1\ntime " + TIME + "\n" + text;
        Signature engine = Signature.getInstance("Ed25519");
        engine.initSign(keys.getPrivate());
        engine.update((lies ? message + "x" : message).getBytes(StandardCharsets.UTF_8));
        byte[] blob = ByteBuffer.allocate(76).put(id()).putLong(TIME).put(engine.sign()).array();
        return "\u2014 " + NAME + " " + Base64.getEncoder().encodeToString(blob) + "\n";
      } catch (Exception e) {
        throw new IOException(e);
      }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
