package dev.demur.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.testsupport.Seeds;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ReceiptVerifierTest {
  private static final NoteSigner SIGNER = NoteSigner.ofSeed("log.example/demur", new byte[32]);
  private static final String KEY = SIGNER.verifier().text();

  private final List<Receipt> receipts = receipts(21);

  static LongStream seeds() {
    return Seeds.upTo(40);
  }

  @Test
  void bothVerifiersAcceptEveryReceipt() {
    for (Receipt receipt : receipts) {
      assertThat(ReceiptVerifier.verify(receipt.toJson(), KEY)).isEqualTo(receipt);
      assertThat(PlainVerifier.accepts(receipt.toJson(), KEY)).isTrue();
    }
  }

  @Test
  void receiptsAreWrittenInCanonicalForm() {
    for (Receipt receipt : receipts) {
      assertThat(receipt.toJson())
          .isEqualTo(CanonicalJson.write(CanonicalJson.parse(receipt.toJson())));
    }
  }

  @Test
  void whiteSpaceAndTheOrderOfKeysDoNotMatter() {
    String pretty = CanonicalJson.parse(receipts.get(3).toJson()).toPrettyString();

    assertThat(ReceiptVerifier.verify(pretty, KEY)).isEqualTo(receipts.get(3));
    assertThat(PlainVerifier.accepts(pretty, KEY)).isTrue();
  }

  @Test
  void eachChangedFieldIsNamed() {
    assertRefused(json -> json.put("format", "demur-receipt/2"), "format must be demur-receipt/1");
    assertRefused(
        json -> ((ObjectNode) json.get("entry")).put("text", "something else"),
        "entry and salt do not give the commitment");
    assertRefused(
        json -> json.put("salt", Base64.getEncoder().encodeToString(new byte[32])),
        "entry and salt do not give the commitment");
    assertRefused(
        json -> json.put("commitment", Hash.sha256("x").base64()),
        "entry and salt do not give the commitment");
    assertRefused(
        json -> json.put("leafIndex", 6), "inclusionProof and leafIndex do not lead to the");
    assertRefused(json -> json.put("leafIndex", 21), "leafIndex is 21, but the checkpoint has 21");
    assertRefused(json -> json.put("leafIndex", -1), "leafIndex must be a whole number from 0");
    assertRefused(
        json -> ((ArrayNode) json.get("inclusionProof")).remove(0),
        "inclusionProof and leafIndex do not lead to the");
    assertRefused(
        json -> json.put("checkpoint", json.get("checkpoint").stringValue().replace("21", "22")),
        "checkpoint: the signature of log.example/demur+");
    assertRefused(
        json -> ((ObjectNode) json.get("log")).put("origin", "other.example"),
        "log.origin is other.example, but the public key belongs to log.example/demur");
    assertRefused(
        json -> ((ObjectNode) json.get("log")).put("keyId", "00000000"),
        "log.keyId is 00000000, but the public key has the id ");
    assertRefused(json -> json.put("note", "more"), "the receipt must have the fields");
    assertRefused(json -> json.remove("salt"), "the receipt must have the fields");
  }

  private void assertRefused(java.util.function.Consumer<ObjectNode> change, String message) {
    ObjectNode json = (ObjectNode) CanonicalJson.parse(receipts.get(5).toJson());
    change.accept(json);

    assertThatThrownBy(() -> ReceiptVerifier.verify(json.toString(), KEY))
        .isInstanceOf(ReceiptRefused.class)
        .hasMessageStartingWith(message);
    assertThat(PlainVerifier.accepts(json.toString(), KEY)).isFalse();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void oneChangedCharacterIsNeverAccepted(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String json = receipts.get(random.nextInt(receipts.size())).toJson();
    for (int i = 0; i < 50; i++) {
      int at = random.nextInt(json.length());
      char replacement = (char) random.nextInt(' ', 127);
      if (json.charAt(at) == replacement) {
        continue;
      }
      String changed = json.substring(0, at) + replacement + json.substring(at + 1);
      assertThatThrownBy(() -> ReceiptVerifier.verify(changed, KEY))
          .as("character %d became %s", at, replacement)
          .isInstanceOf(ReceiptRefused.class);
      assertThat(PlainVerifier.accepts(changed, KEY)).isFalse();
    }
  }

  @Test
  void anotherLogsKeyIsRefused() {
    NoteSigner other = NoteSigner.ofSeed("log.example/demur", Hash.sha256("other").bytes());

    assertThatThrownBy(
            () -> ReceiptVerifier.verify(receipts.get(0).toJson(), other.verifier().text()))
        .hasMessageStartingWith("log.keyId is ");
    assertThatThrownBy(() -> ReceiptVerifier.verify(receipts.get(0).toJson(), "no key"))
        .hasMessageStartingWith("the public key cannot be read: ");
  }

  @Test
  void theTlogProofHoldsTheSameProof() {
    Receipt receipt = receipts.get(2);
    String[] lines = receipt.toTlogProof().split("\n");

    assertThat(lines[0]).isEqualTo("c2sp.org/tlog-proof@v1");
    assertThat(lines[1]).startsWith("extra ");
    assertThat(lines[2]).isEqualTo("index 2");
    assertThat(lines[3]).isEqualTo(receipt.proof().getFirst().base64());
    assertThat(receipt.toTlogProof()).endsWith("\n\n" + receipt.checkpoint());
  }

  private static List<Receipt> receipts(int count) {
    TiledTree tree = TiledTree.empty((level, number) -> new Tile());
    List<String> entries = new ArrayList<>();
    List<byte[]> salts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String entry =
          CanonicalJson.write(
              CanonicalJson.object().put("text", "é\n\"" + i + "😀").put("on", i % 2 == 0));
      byte[] salt = Hash.sha256("salt" + i).bytes();
      entries.add(entry);
      salts.add(salt);
      tree.add(Commitment.leafHash(Commitment.of(salt, entry)));
    }
    String note =
        SIGNER.sign(new Checkpoint("log.example/demur", count, tree.root()).text()).format();
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      receipts.add(
          new Receipt(
              entries.get(i),
              Base64.getEncoder().encodeToString(salts.get(i)),
              Commitment.of(salts.get(i), entries.get(i)),
              i,
              tree.inclusionProof(i),
              note,
              "log.example/demur",
              SIGNER.verifier().keyId()));
    }
    return receipts;
  }
}
