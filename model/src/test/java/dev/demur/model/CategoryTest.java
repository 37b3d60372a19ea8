package dev.demur.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CategoryTest {
  @Test
  void everyCategoryIsFoundByItsOwnName() {
    for (Category category : Category.values()) {
      assertThat(Category.of(category.code())).contains(category);
    }
  }

  @Test
  void anOpenFamilyTakesAnyLeafAndAClosedOneDoesNot() {
    assertThat(Category.of("private-message.inmail")).contains(Category.PRIVATE_MESSAGE);
    assertThat(Category.of("salary.expectation")).contains(Category.SALARY);
    assertThat(Category.of("profile.shoe-size")).isEmpty();
    assertThat(Category.of("salary")).isEmpty();
    assertThat(Category.of("salary.")).isEmpty();
    assertThat(Category.of("")).isEmpty();
  }

  @Test
  void aMemberIdRefusesWhatCannotBeOne() {
    assertThatThrownBy(() -> new MemberId(" m1"))
        .hasMessage("a member id must have no control characters and no space at either end");
    assertThatThrownBy(() -> new MemberId(""))
        .hasMessage("a member id must have 1 to 200 characters, got 0");
    assertThat(MemberId.ofName("  Jane   ROE ").value()).isEqualTo("name:jane roe");
  }
}
