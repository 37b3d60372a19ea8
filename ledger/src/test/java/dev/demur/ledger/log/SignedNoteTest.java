package dev.demur.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
  /// The example of Go's package note, the format's reference implementation.
  private static final String PUBLIC =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String PRIVATE =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
  private static final String TEXT =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.
      """;
  private static final String NOTE =
      TEXT
          + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqd"
          + "ngotpRZb6KE6RyyBwJnAM=\n";

  @Test
  void theReferenceKeySignsTheReferenceNote() {
    NoteSigner signer = NoteSigner.parse(PRIVATE);

    assertThat(signer.sign(TEXT).format()).isEqualTo(NOTE);
    assertThat(signer.verifier().text()).isEqualTo(PUBLIC);
    assertThat(signer.secretText()).isEqualTo(PRIVATE);
    assertThat(signer.toString()).isEqualTo("NoteSigner[PeterNeumann+c74f20a3]");
  }

  @Test
  void theReferenceNoteOpens() {
    assertThat(NoteVerifier.parse(PUBLIC).open(NOTE)).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop",
        "TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6"
      })
  void publishedKeysHaveTheirPublishedIds(String key) {
    assertThat(NoteVerifier.parse(key).text()).isEqualTo(key);
  }

  @Test
  void rfc8032TestOneGivesItsPublicKey() {
    byte[] seed = Vectors.hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    byte[] publicKey =
        HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

    assertThat(NoteSigner.ofSeed("a", seed).verifier().text())
        .isEqualTo(NoteVerifier.of("a", publicKey).text());
  }

  @Test
  void theSpecificationsExampleIsReadBack() {
    String note =
        """
        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
        """;
    SignedNote parsed = SignedNote.parse(note);
    Checkpoint checkpoint = Checkpoint.parse(parsed.text());

    assertThat(parsed.format()).isEqualTo(note);
    assertThat(checkpoint.size()).isEqualTo(20852163);
    assertThat(checkpoint.text()).isEqualTo(parsed.text());
  }

  @Test
  void anEmptyLineInTheTextIsAllowedAndSignaturesOfOthersAreIgnored() {
    NoteSigner mine = NoteSigner.parse(PRIVATE);
    String poem = "Ognuno sta solo\n\ned è subito sera.\n";
    String note = mine.sign(poem).format() + "— witness.example AAAAAQID\n";

    assertThat(mine.verifier().open(note)).isEqualTo(poem);
  }

  @Test
  void aChangedTextIsRefused() {
    assertThatThrownBy(() -> NoteVerifier.parse(PUBLIC).open(NOTE.replace("answer", "Answer")))
        .isInstanceOf(NoteRefused.class)
        .hasMessage("the signature of PeterNeumann+c74f20a3 does not match the text");
  }

  @Test
  void aNoteOfAnotherKeyIsRefused() {
    NoteVerifier other =
        NoteVerifier.parse("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop");

    assertThatThrownBy(() -> other.open(NOTE))
        .hasMessage("the note is not signed by EnochRoot+af0cfe78");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\nno dash x08go/ZJkuBS9UG\n",
        "text\n\n— name\n",
        "text\n\n— na+me AAAAAQID\n",
        "text\n\n— name not-base64!\n",
        "text\n\n— name AAAA\n",
        "text\n\n— name AAAAAQID",
        "te\u0001xt\n\n— name AAAAAQID\n"
      })
  void malformedNotesAreRefused(String note) {
    assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(NoteRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "origin\n1\n",
        "origin\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n1\nCsUYapGGPo4dkMgIAUqom\n",
        "origin\n\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
      })
  void malformedCheckpointsAreRefused(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(NoteRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "name+00000000+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "name+00000000+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "name+00000000+!"
      })
  void malformedKeysAreRefused(String key) {
    assertThatThrownBy(() -> NoteVerifier.parse(key)).isInstanceOf(NoteRefused.class);
  }
}
