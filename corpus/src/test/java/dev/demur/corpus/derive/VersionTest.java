package dev.demur.corpus.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.corpus.redact.Redactor;
import dev.demur.corpus.screen.SpecialCategoryScreen;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Texts of earlier builds stand as long as the version of the rules does.
class VersionTest {
  private static final String SEEN = "texts-11 86a445fd0ce0dc73";

  @Test
  void whoeverChangesWhatATextBecomesRaisesTheVersion() throws Exception {
    assertThat(Derivation.VERSION + " " + digestOfManyTexts())
        .as("texts are made differently: raise Derivation.VERSION, then write both here")
        .isEqualTo(SEEN);
  }

  private static String digestOfManyTexts() throws IOException, GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (String text : texts().split("\n")) {
      String made = Redactor.redact(text).text() + SpecialCategoryScreen.find(text);
      digest.update(made.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static String texts() throws IOException {
    return resource("/dev/demur/corpus/derive/texts.txt")
        + resource("/dev/demur/corpus/screen/labelled.tsv");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(VersionTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
