package dev.demur.archive.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.MemberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PeopleTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://www.linkedin.com/in/Odd-Berge/, odd-berge",
    "www.linkedin.com/in/odd-berge, odd-berge",
    "http://no.linkedin.com/in/odd-berge?trk=x#y, odd-berge",
    "linkedin.com/in/odd-berge/details/skills, odd-berge",
    "https://www.linkedin.com/in/%E9%9B%AF-example, 雯-example",
    "https://www.linkedin.com/in/jose%CC%81, josé",
    "https://www.linkedin.com/in/a+b, a+b",
    "https://www.linkedin.com/in/100%, 100%",
  })
  void aProfileUrlGivesItsSlug(String url, String slug) {
    assertThat(People.byUrl(url)).contains(new MemberId(slug));
  }

  @ParameterizedTest(name = "«{0}»")
  @ValueSource(
      strings = {
        "",
        "https://www.linkedin.com/company/acme",
        "https://example.org/in/odd",
        "odd-berge",
        "https://www.linkedin.com/in/",
        "https://www.linkedin.com/in/name:odd%20berge",
        "https://evil.example/?u=linkedin.com/in/odd"
      })
  void anythingElseIsNobody(String url) {
    assertThat(People.byUrl(url)).isEmpty();
  }

  @Test
  void profilesInATextAreFoundOnceEach() {
    String text =
        "See https://www.linkedin.com/in/odd-berge, (linkedin.com/in/liv-nes)."
            + " Again: http://linkedin.com/in/ODD-berge.";
    assertThat(People.inText(text))
        .containsExactly(new MemberId("odd-berge"), new MemberId("liv-nes"));
  }

  @Test
  void aNameIsAnIdOfItsOwn() {
    assertThat(People.byName(" Noor  el-Hadidi, PhD "))
        .contains(MemberId.ofName("noor el-hadidi, phd"));
    assertThat(People.byName("Noor\u00A0Hadidi\u0007")).contains(MemberId.ofName("Noor Hadidi"));
    assertThat(People.byName(" ")).isEmpty();
    assertThat(People.byName("LinkedIn Member")).isEmpty();
    assertThat(People.byName("x".repeat(500))).isEmpty();
  }
}
