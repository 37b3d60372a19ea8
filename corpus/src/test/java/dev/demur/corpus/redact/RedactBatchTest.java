package dev.demur.corpus.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RedactBatchTest {
  private static String run(String in) throws IOException {
    StringWriter out = new StringWriter();
    new RedactBatch(PersonNames.NONE, false).run(new BufferedReader(new StringReader(in)), out);
    return out.toString();
  }

  @Test
  void linesComeOutRedactedInOrder() throws IOException {
    assertThat(
            run("{\"id\":\"a\",\"text\":\"mail é a@x.org\"}\n\n{\"id\":7,\"text\":\"nothing\"}\n"))
        .isEqualTo(
            """
            {"id":"a","text":"mail é [EMAIL_1]","spans":[{"start":7,"end":14,"type":"EMAIL"}]}
            {"id":7,"text":"nothing","spans":[]}
            """);
  }

  @Test
  void askedForItEachSpanSaysWhatWasSeenAndWhatDecided() throws IOException {
    StringWriter out = new StringWriter();
    String in = "{\"id\":1,\"text\":\"a@x.org\"}\n";
    new RedactBatch(PersonNames.NONE, true).run(new BufferedReader(new StringReader(in)), out);
    assertThat(out.toString())
        .contains(
            "\"rule\":\"email\",\"seen\":\"an at sign between name and host\",\"checkedBy\":");
  }

  @Test
  void aLineThatIsNoJsonIsNamed() {
    assertThatThrownBy(() -> run("{\"id\":\"a\",\"text\":\"b\"}\n{oops\n"))
        .isInstanceOf(RedactBatchException.class)
        .hasMessageStartingWith("line 2: not JSON: ");
  }

  @Test
  void aLineWithoutTextIsNamed() {
    assertThatThrownBy(() -> run("{\"id\":\"a\"}"))
        .hasMessage("line 1: want an object with \"id\" and \"text\" (a string), got fields [id]");
  }
}
