package dev.demur.assist.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.assist.embed.MiniLm;
import dev.demur.assist.embed.Vectors;
import dev.demur.assist.match.HybridIndex.Entry;
import dev.demur.assist.match.HybridIndex.Found;
import java.util.List;
import org.junit.jupiter.api.Test;

class HybridIndexTest {
  private static final List<Entry> PEOPLE =
      List.of(
          new Entry("ada", "Staff Nurse. Wound Care, Triage"),
          new Entry("bo", "Welder. MIG Welding, Blueprint Reading"),
          new Entry("cy", "Software Engineer. Java, Kubernetes"));

  @Test
  void meaningFindsWhatWordsDoNot() {
    try (HybridIndex index = HybridIndex.over(PEOPLE, new MiniLm())) {
      assertThat(index.searchWords("looks after patients in a hospital", 3)).isEmpty();
      assertThat(index.search("looks after patients in a hospital", 1, i -> true))
          .extracting(Found::id)
          .containsExactly("ada");
      assertThat(index.searchWords("kubernetes", 3)).extracting(Found::id).containsExactly("cy");
      assertThat(index.search("kubernetes", 3, i -> true).getFirst().id()).isEqualTo("cy");
    }
  }

  @Test
  void whoMayNotBeFoundIsNotFound() {
    try (HybridIndex index = HybridIndex.over(PEOPLE, new MiniLm())) {
      assertThat(index.search("kubernetes", 3, i -> i != 2))
          .extracting(Found::id)
          .containsExactlyInAnyOrder("ada", "bo");
    }
  }

  @Test
  void everyEntryNeedsAVector() {
    assertThatThrownBy(() -> new HybridIndex(PEOPLE, Vectors.of(384, List.of()), new MiniLm()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("every entry needs a vector, got 3 entries and 0 vectors");
  }
}
